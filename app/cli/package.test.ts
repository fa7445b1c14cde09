import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const script = new URL("./package.js", import.meta.url).href;
const { told, withoutElectron } = (await import(script)) as {
  told: (electron: string) => (line: string) => string | null;
  withoutElectron: (args: readonly string[]) => string | null;
};

const all = (lines: readonly string[]) => lines.map(told("45.4.1")).filter((line) => line !== null);

test("what packaging says is passed on", () => {
  const lines = [
    "  • packaging       platform=linux",
    "  ⨯ cannot find the icon  failedTask=build",
    "    at f (x.js:1:1)",
  ];
  expect(all(lines)).toEqual(lines);
});

test.each(["getaddrinfo ENOTFOUND github.com", "connect ECONNREFUSED 140.82.121.4:443", "read ETIMEDOUT"])(
  "%s: what to do without a network, and no list of places in the code",
  (problem) => {
    const says = all([
      `  ⨯ ${problem}  failedTask=build stackTrace=RequestError: ${problem}`,
      "    at f (x.js:1:1)",
      "    at g (y.js:2:2)",
      "done",
    ]);
    expect(says).toHaveLength(2);
    expect(says[0]).toContain("-c.electronDist=FOLDER");
    expect(says[0]).toContain("electron-v45.4.1-");
    expect(says.join()).not.toMatch(/ at |stackTrace/);
  },
);

test("a folder without Electron is told in one sentence, before anything is made of it", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-electron-"));
  const args = ["--dir", `-c.electronDist=${folder}`];
  expect(withoutElectron(args)).toBe(
    `There is no Electron in “${folder}”: name the folder that Electron’s program was unpacked into.`,
  );
  expect(withoutElectron([`--config.electronDist=${folder}/none`])).toContain("no folder that can be read");
  writeFileSync(join(folder, "electron"), "");
  expect(withoutElectron(args)).toBeNull();
  expect(withoutElectron(["--dir"])).toBeNull();
});
