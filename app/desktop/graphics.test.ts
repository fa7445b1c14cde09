import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { chooseGraphics, clearOnPaint, startGraphics } from "./graphics.ts";
import { FakeWindow, as } from "./testing.ts";

test.each<[string | null, "software" | "hardware" | null, boolean, boolean]>([
  [null, null, false, false],
  ["card 1.0", null, true, true],
  ["card 0.9", null, true, true],
  ["software 1.0", null, true, false],
  // A new version may do better with the same card.
  ["software 0.9", null, false, false],
  ["card 1.0", "hardware", false, false],
  ["software 1.0", "hardware", false, false],
  [null, "software", true, false],
  ["nonsense", null, false, false],
])("marker %j, asked for %j: software %s, told %s", (marker, asked, software, tell) => {
  expect(chooseGraphics(marker, "1.0", asked)).toMatchObject({ software, tell });
});

/** One start of the program: whether the card was used, and whether the page was painted. */
function start(folder: string, painted: boolean, ...args: string[]): boolean {
  const app = Object.assign(new EventEmitter(), {
    disableHardwareAcceleration: vi.fn(),
    getVersion: () => "1.0",
  });
  const graphics = startGraphics(app, folder, args);
  const window = new FakeWindow();
  clearOnPaint(as(window), as(app), folder, graphics);
  if (painted) window.emit("ready-to-show");
  return app.disableHardwareAcceleration.mock.calls.length === 0;
}

test("a start that never painted makes the next ones do without the card, until it is asked for again", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "entente-graphics-")), "new");
  expect([start(folder, true), start(folder, true)]).toEqual([true, true]);
  expect(readdirSync(folder)).toEqual([]);
  expect(start(folder, false)).toBe(true);
  expect([start(folder, true), start(folder, true)]).toEqual([false, false]);
  expect(start(folder, true, "--hardware")).toBe(true);
  expect(start(folder, true)).toBe(true);
});

test("a folder that cannot be made stops nothing", () => {
  const file = join(mkdtempSync(join(tmpdir(), "entente-graphics-")), "file");
  writeFileSync(file, "");
  expect([start(join(file, "sub"), false), start(join(file, "sub"), true)]).toEqual([true, true]);
});
