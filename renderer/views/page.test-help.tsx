import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import type { App } from "../state/app.ts";
import { AppContext } from "../state/context.ts";

/** What a page has and the test's stand-in for one lacks. Import this file before any view: some ask while loading. */
vi.stubGlobal("matchMedia", (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));

class Observer implements ResizeObserver {
  readonly #told: ResizeObserverCallback;
  constructor(told: ResizeObserverCallback) {
    this.#told = told;
  }
  observe(target: Element) {
    const contentRect = { width: 470, height: 140 } as DOMRectReadOnly;
    this.#told([{ target, contentRect } as ResizeObserverEntry], this);
  }
  unobserve() {
    return;
  }
  disconnect() {
    return;
  }
}

const open: App[] = [];
beforeEach(() => {
  vi.stubGlobal("ResizeObserver", Observer);
  vi.stubGlobal("CSS", { escape: (name: string) => name });
});
afterEach(() => {
  cleanup();
  for (const app of open.splice(0)) app.close();
});

/** Shows a view inside an app, which is closed with the test. */
export function show(app: App, view: ReactNode) {
  open.push(app);
  return render(<AppContext value={app}>{view}</AppContext>);
}
