import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { electronProgram, fetchElectron, runDesktop, shortReason, whyNoDesktop } from "./program.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-program-"));
});

test.each<[string[], Record<string, string>, NodeJS.Platform, boolean]>([
  [[], { DISPLAY: ":0" }, "linux", true],
  [[], { WAYLAND_DISPLAY: "wayland-0" }, "linux", true],
  [[], {}, "linux", false],
  [[], { DISPLAY: "" }, "linux", false],
  [[], {}, "darwin", true],
  [[], {}, "win32", true],
  [["--browser"], { DISPLAY: ":0" }, "linux", false],
])("with %j and %j on %s the desktop is tried: %s", (args, env, platform, tried) => {
  expect(whyNoDesktop(args, env, platform) === null).toBe(tried);
});

test("the program is found where path.txt says, or where it was put by hand, or not at all", () => {
  expect(electronProgram(folder, {}, "linux")).toBeNull();
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "electron"), "");
  expect(electronProgram(folder, {}, "linux")).toBe(join(folder, "dist", "electron"));
  expect(electronProgram(folder, {}, "win32")).toBeNull();
  writeFileSync(join(folder, "path.txt"), "Electron.app/Contents\n");
  expect(electronProgram(folder, {}, "darwin")).toBeNull();
  const other = mkdtempSync(join(tmpdir(), "entente-other-"));
  mkdirSync(join(other, "Electron.app", "Contents"), { recursive: true });
  expect(electronProgram(folder, { ELECTRON_OVERRIDE_DIST_PATH: other }, "darwin")).toBe(
    join(other, "Electron.app/Contents"),
  );
});

const installer = (code: string) => writeFileSync(join(folder, "install.js"), code);

test("fetching ends with a reason, never without an end", async () => {
  installer("console.error('Error: getaddrinfo ENOTFOUND example.invalid\\n at x'); process.exit(1)");
  expect(await fetchElectron(folder)).toBe("ENOTFOUND");
  installer("setInterval(() => {}, 1000); process.on('SIGTERM', () => {})");
  const begun = Date.now();
  expect(await fetchElectron(folder, 300)).toBe("it took longer than 0.3 seconds");
  expect(Date.now() - begun).toBeLessThan(5_000);
  installer("");
  expect(await fetchElectron(folder)).toBeNull();
});

test.each([
  ["TypeError: fetch failed\n  [cause]: Error: connect ECONNREFUSED 1.2.3.4:443", "fetch failed"],
  ["HTTPError: HTTP 404 Not Found", "HTTP 404"],
  ["something odd\nmore", "something odd"],
  ["", ""],
])("%j is told as %j", (said, reason) => {
  expect(shortReason(said)).toBe(reason);
});

test.each([
  ["process.exit(0)", { early: false, code: 0 }],
  ["process.exit(3)", { early: true, code: 3 }],
])("a program that does %s is told apart", async (code, ending) => {
  writeFileSync(join(folder, "program.cjs"), code);
  expect(await runDesktop(process.execPath, join(folder, "program.cjs"), [])).toEqual(ending);
});

test("a program that cannot be run at all has failed early", async () => {
  expect(await runDesktop(join(folder, "none"), folder, [])).toEqual({ early: true, code: 127 });
});
