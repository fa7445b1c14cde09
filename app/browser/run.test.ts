import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appWindowArguments, findChromium, snapFolder } from "./chromium.ts";
import { usualFolder } from "./folder.ts";
import { stateFolder } from "./place.ts";
import { Mistyped, wanted } from "./run.ts";

test.each<[string[], object]>([
  [[], { folder: "/usual" }],
  [["--browser"], { folder: "/usual" }],
  [["--folder", "cases"], { folder: "/here/cases" }],
  [["a.entente"], { folder: "/here", open: "/here/a.entente" }],
  [["/x/a.entente", "--folder=/x"], { folder: "/x", open: "/x/a.entente" }],
])("%j means %j", (args, expected) => {
  expect(wanted(args, "/here", "/usual")).toEqual(expected);
});

test("a case outside the folder and an unknown switch are refused with a sentence", () => {
  expect(() => wanted(["a.entente", "--folder", "/x"], "/here", "/usual")).toThrow("does not lie in /x");
  const there = "there are --browser, --folder DIR, and a FILE to open.";
  for (const [argument, sentence] of [
    ["--port=1", `There is no option --port: ${there}`],
    ["--brwser", `There is no option --brwser: ${there}`],
    ["-x", `There is no option -x: ${there}`],
    ["--folder", `An option is incomplete: ${there}`],
  ] as const)
    expect(() => wanted([argument], "/here", "/usual")).toThrow(new Mistyped(sentence));
});

test("files go into Documents where there is such a folder, and nothing is made before it is needed", () => {
  const home = mkdtempSync(join(tmpdir(), "entente-home-"));
  expect(usualFolder(home)).toBe(join(home, "Entente"));
  mkdirSync(join(home, "Documents"));
  expect(usualFolder(home)).toBe(join(home, "Documents", "Entente"));
});

test.each<[Record<string, string>, NodeJS.Platform, string]>([
  [{}, "linux", "/h/.local/state/entente-browser"],
  [{ XDG_STATE_HOME: "/s" }, "linux", "/s/entente-browser"],
  [{}, "darwin", "/h/Library/Application Support/entente-browser"],
  [{ APPDATA: "/r" }, "win32", "/r/entente-browser"],
  [{ ENTENTE_USER_DATA: "/t" }, "linux", "/t"],
])("with %j on %s the edition's own folder is %s", (env, platform, folder) => {
  expect(stateFolder(env, platform, "/h")).toBe(folder);
});

test("Chromium is the one named, or nothing; else the system's first", () => {
  const there =
    (...paths: string[]) =>
    (path: string) =>
      paths.includes(path);
  const env = { PATH: "/a:/b" };
  expect(findChromium({ ...env, CHROMIUM_PATH: "/c" }, "linux", there("/c", "/a/chromium"))).toBe("/c");
  expect(findChromium({ ...env, CHROMIUM_PATH: "/c" }, "linux", there("/a/chromium"))).toBeNull();
  expect(findChromium(env, "linux", there("/b/google-chrome", "/b/chromium"))).toBe("/b/chromium");
  expect(findChromium(env, "linux", there())).toBeNull();
  expect(findChromium({}, "win32", (path) => path.endsWith("msedge.exe"))).toMatch(/msedge/);
});

test("a Chromium from a snap is given its own folder; any other the edition's", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-snap-"));
  mkdirSync(join(folder, "bin"));
  const program = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const own = "/h/snap/chromium/common/entente";
  symlinkSync(program("bin/snap", ""), join(folder, "linked"));
  expect(snapFolder(join(folder, "linked"), "/h")).toBe(own);
  expect(snapFolder(program("wrapper", '#!/bin/sh\nexec /snap/bin/chromium "$@"\n'), "/h")).toBe(own);
  expect(snapFolder(program("script", "#!/bin/sh\nexec /usr/lib/chromium/chromium\n"), "/h")).toBeNull();
  expect(snapFolder(program("binary", "\u007fELF /snap/bin/chromium"), "/h")).toBeNull();
  expect(snapFolder(join(folder, "none"), "/h")).toBeNull();
});

test("its window runs sandboxed unless this is root", () => {
  expect(appWindowArguments("u", "p", false)).not.toContain("--no-sandbox");
  expect(appWindowArguments("u", "p", true)).toContain("--no-sandbox");
});

test("its window looks no name up, and opens on this computer alone", () => {
  expect(appWindowArguments("u", "p", false)).toContain("--proxy-server=127.0.0.1:9");
});
