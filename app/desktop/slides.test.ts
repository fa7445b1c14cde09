import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindowConstructorOptions, Rectangle } from "electron";
import { expect, test, vi } from "vitest";
import { Desk } from "./desk.ts";
import { openSlides, slideOptions, slidePlace } from "./slides.ts";
import { as, FakeWindow } from "./testing.ts";

const display = (id: number, x: number, width = 1920, height = 1080) => {
  const bounds: Rectangle = { x, y: 0, width, height };
  return { id, bounds, workArea: { ...bounds, height: height - 40 } };
};

test("the slides' page has no bridge, and nothing opens it to the machine", () => {
  expect(slideOptions({}, true).webPreferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
    spellcheck: false,
  });
});

test("they fill the display that the presenter is not on; with one display they are a window on it", () => {
  const two = [display(1, 0), display(2, 1920, 1280, 720)];
  expect(slidePlace(two, { x: 100, y: 100 })).toEqual({
    ...display(2, 1920, 1280, 720).bounds,
    fullscreen: true,
  });
  expect(slidePlace(two, { x: 2000, y: 10 })).toMatchObject({ x: 0, fullscreen: true });
  expect(slidePlace(two, null)).toMatchObject({ x: 1920, fullscreen: true });
  expect(slidePlace([display(1, 0)], { x: 0, y: 0 })).toEqual({ x: 320, y: 120, width: 1280, height: 800 });
  expect(slidePlace([display(1, 0, 1024, 640)], null)).toEqual({ x: 0, y: 0, width: 1024, height: 600 });
});

class SlideWindow extends FakeWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly loadURL = vi.fn((_url: string) => Promise.resolve());
  readonly getBounds = () => ({ x: 0, y: 0, width: 1440, height: 900 });
  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
  }
}

test("one window of slides at a time; it goes with the presenter's window", async () => {
  const desk = new Desk(await mkdtemp(join(tmpdir(), "entente-slides-")), vi.fn());
  const presenter = new SlideWindow();
  desk.seat(as(presenter));
  const made: SlideWindow[] = [];
  const means = {
    make: (options: BrowserWindowConstructorOptions) => {
      const window = new SlideWindow(options);
      made.push(window);
      return as<never>(window);
    },
    displays: () => [display(1, 0)],
    packaged: false,
  };
  await openSlides(desk, means, "first-first-first");
  await openSlides(desk, means, "second-second-sec");
  const [first, second] = made;
  expect(first?.gone).toBe(true);
  expect(second?.loadURL).toHaveBeenCalledWith("app://entente/index.html?slides=second-second-sec");
  expect(desk.slides).toBe(second);
  second?.emit("closed");
  expect(desk.slides).toBeNull();
  presenter.emit("closed");
  expect(second?.gone).toBe(true);
});
