import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Place, SMALLEST, openAt } from "./bounds.ts";
import { FakeWindow, as } from "./testing.ts";
import { background, showWhenPainted, titleOf, windowOptions } from "./window.ts";

const place = (x: number, y: number, width: number, height: number): Place => ({
  x,
  y,
  width,
  height,
  maximized: false,
});
const screen = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const laptop = screen(0, 25, 1440, 875);
const left = screen(-1920, 0, 1920, 1080);

test.each<[string, Place | null, ReturnType<typeof screen>[], ReturnType<typeof screen>]>([
  [
    "first start: centred on the primary display",
    null,
    [screen(0, 0, 1920, 1080), left],
    screen(240, 90, 1440, 900),
  ],
  ["first start on a small display: as large as it", null, [laptop], screen(0, 25, 1440, 875)],
  ["as it was", place(100, 80, 1000, 700), [laptop], screen(100, 80, 1000, 700)],
  ["on the second display", place(-1800, 100, 1200, 800), [laptop, left], screen(-1800, 100, 1200, 800)],
  [
    "its display is gone: centred on the primary",
    place(-1800, 100, 1200, 800),
    [laptop],
    screen(120, 63, 1200, 800),
  ],
  ["half outside: moved in", place(1000, 600, 1000, 700), [laptop], screen(440, 200, 1000, 700)],
  ["under the menu bar: moved down", place(10, 0, 1000, 700), [laptop], screen(10, 25, 1000, 700)],
  ["too large after a change of scale: made to fit", place(0, 25, 2880, 1750), [laptop], laptop],
  ["too small: made usable", place(10, 30, 20, 10), [laptop], screen(10, 30, 960, 600)],
  ["no display at all", null, [], screen(0, 0, 1440, 900)],
])("%s", (_what, last, displays, expected) => {
  expect(openAt(last, displays)).toEqual(expected);
});

test("wherever the window was, it opens whole on a display that is large enough", () => {
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const size = fc.integer({ min: 0, max: 10_000 });
  const display = fc.record({
    x: number,
    y: number,
    width: fc.integer({ min: SMALLEST.width, max: 8_000 }),
    height: fc.integer({ min: SMALLEST.height, max: 8_000 }),
  });
  const last = fc.record({ x: number, y: number, width: size, height: size, maximized: fc.boolean() });
  fc.assert(
    fc.property(fc.option(last), fc.array(display, { minLength: 1, maxLength: 4 }), (was, displays) => {
      const { x, y, width, height } = openAt(was, displays);
      const inside = displays.some(
        (on) => x >= on.x && y >= on.y && x + width <= on.x + on.width && y + height <= on.y + on.height,
      );
      expect(inside && width >= SMALLEST.width && height >= SMALLEST.height).toBe(true);
    }),
  );
});

test("the window's options give the page nothing of the machine", () => {
  const bounds = screen(1, 2, 1000, 700);
  expect(windowOptions({ bounds, backgroundColor: "#fff", preload: "/p.cjs", packaged: true })).toEqual({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: "Entente",
    backgroundColor: "#fff",
    webPreferences: {
      preload: "/p.cjs",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      v8CacheOptions: "bypassHeatCheck",
    },
  });
});

describe("the first colour", () => {
  const tokens = readFileSync(join(import.meta.dirname, "../../assets/styles/tokens.css"), "utf8");
  /** `--bg` as the page's styles have it. */
  const token = (theme: string) =>
    new RegExp(`\\[data-theme="${theme}"\\] \\{\\s*--bg: (#\\w+);`).exec(tokens)?.[1];

  test.each<[unknown, boolean, boolean, string]>([
    ["light", true, false, "light"],
    ["dark", false, false, "dark"],
    ["contrast", false, false, "contrast"],
    ["contrast", true, false, "contrast-dark"],
    ["system", false, false, "light"],
    ["system", true, false, "dark"],
    ["system", true, true, "contrast-dark"],
    [undefined, false, false, "light"],
    [{ evil: true }, true, false, "dark"],
  ])("of %j with dark %s and contrast %s is that of %s", (theme, dark, contrast, expected) => {
    expect(token(expected)).toMatch(/^#/);
    expect(background(theme, dark, contrast)).toBe(token(expected));
  });
});

test("the title names the document and marks changes", () => {
  expect([titleOf("Syria", false), titleOf("Syria", true)]).toEqual(["Syria — Entente", "• Syria — Entente"]);
});

describe("showing", () => {
  test("waits for the first painting, and happens once", () => {
    vi.useFakeTimers();
    const window = new FakeWindow();
    showWhenPainted(as(window), true);
    expect(window.show).not.toHaveBeenCalled();
    window.emit("ready-to-show");
    vi.advanceTimersByTime(20_000);
    expect([window.show.mock.calls.length, window.maximize.mock.calls.length]).toEqual([1, 1]);
    vi.useRealTimers();
  });

  test("does not wait for ever, nor for a window that is gone", () => {
    vi.useFakeTimers();
    const [slow, gone] = [new FakeWindow(), new FakeWindow()];
    for (const window of [slow, gone]) showWhenPainted(as(window), false);
    gone.gone = true;
    vi.advanceTimersByTime(10_000);
    expect([slow.show.mock.calls.length, gone.show.mock.calls.length]).toEqual([1, 0]);
    vi.useRealTimers();
  });
});
