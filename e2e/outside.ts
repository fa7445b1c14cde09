import { type Server, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";

/** A listener of the test's own: it counts whoever reaches it. */
export interface Outside {
  readonly address: string;
  reached(): number;
  close(): void;
}

export async function listenOutside(): Promise<Outside> {
  let count = 0;
  const server: Server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    reached: () => count,
    close: () => server.close(),
  };
}

/** Every way a page has of sending something to an address. */
export const tryEverything = (page: Page, address: string): Promise<void> =>
  page.evaluate(async (to) => {
    const http = `http://${to}/x`;
    const element = (name: string, attributes: Record<string, string>) => {
      const made = Object.assign(document.createElement(name), attributes);
      document.body.append(made);
    };
    await fetch(http).catch(() => undefined);
    await fetch(http, { mode: "no-cors", method: "POST", body: "secret" }).catch(() => undefined);
    navigator.sendBeacon(http, "secret");
    new Image().src = http;
    for (const attempt of [
      () => new WebSocket(`ws://${to}/`),
      () => new EventSource(http),
      () => new Worker(http),
    ])
      try {
        attempt();
      } catch {
        // Refused at once.
      }
    element("script", { src: http });
    element("iframe", { src: http });
    element("object", { data: http });
    element("video", { src: http });
    for (const rel of ["stylesheet", "preload", "prefetch", "preconnect", "modulepreload", "manifest"])
      element("link", { rel, href: http, as: "script" });
    await import(/* @vite-ignore */ http).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 500));
  }, address);
