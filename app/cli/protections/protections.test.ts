import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROTECTIONS } from "./table.test-help.ts";

const root = join(import.meta.dirname, "../../..");

describe("the table of protections", () => {
  test("names each once", () => {
    const items = PROTECTIONS.map(({ item }) => item);
    expect(new Set(items).size).toBe(items.length);
    expect(items.length).toBeGreaterThan(190);
  });

  test("has every item of Electron’s list", () => {
    const covered = new Set(PROTECTIONS.map(({ item }) => /^E(\d+) /.exec(item)?.[1]));
    for (let n = 1; n <= 20; n += 1) expect(covered, `E${String(n)}`).toContain(String(n));
  });

  test.each(PROTECTIONS)("$item stands where the table says", ({ file, from, to, test: named }) => {
    const text = readFileSync(join(root, file), "utf8");
    expect(from).not.toBe("");
    expect(text.split(from).length - 1).toBe(1);
    expect(to).not.toBe(from);
    expect(existsSync(join(root, named))).toBe(true);
  });
});

/**
 * Takes each protection away in a copy of the sources and sees the named test fail; that all pass while it is there,
 * the suite itself says. Minutes long:
 * `npm run check:protections`.
 */
describe.runIf(process.env["ENTENTE_PROTECTIONS"])("taken away, it is missed:", () => {
  let copy = "";
  /** What was seen, a line each. */
  const record = join(root, "dist/test/protections.txt");
  beforeAll(() => {
    mkdirSync(dirname(record), { recursive: true });
    writeFileSync(record, "");
    copy = mkdtempSync(join(tmpdir(), "entente-protections-"));
    const { stdout } = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
    for (const name of stdout
      .trim()
      .split("\n")
      .filter((one) => existsSync(join(root, one)))) {
      mkdirSync(dirname(join(copy, name)), { recursive: true });
      cpSync(join(root, name), join(copy, name));
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  }, 120_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs test files in the copy. @returns the names of the tests that failed */
  function run(files: readonly string[]): { failed: string[] } {
    // Where vite.config.ts has the report of every run written.
    const report = join(copy, "dist/test/unit.json");
    rmSync(report, { force: true });
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^VITEST|^ENTENTE_/.test(name)),
    );
    const { stderr, error, signal } = spawnSync(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...files, "--pool=threads"], { cwd: copy, env, encoding: "utf8", maxBuffer: 1e9, timeout: 120_000, killSignal: "SIGKILL" }); // prettier-ignore
    // Without a protection something may be waited for that never comes.
    if (error) return { failed: ["It does not end."] };
    // Or the program itself falls over what it is given.
    if (signal) return { failed: [`It falls: ${signal}.`] };
    if (!existsSync(report)) throw new Error(stderr);
    const said = JSON.parse(readFileSync(report, "utf8")) as {
      testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
    };
    return {
      failed: said.testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
      ),
    };
  }

  test.each(PROTECTIONS)(
    "$item",
    ({ item, file, from, to, test: named }) => {
      const path = join(copy, file);
      const text = readFileSync(path, "utf8");
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      try {
        const { failed } = run([named]);
        expect(failed.length).toBeGreaterThan(0);
        appendFileSync(record, `${item} | ${named} | ${failed[0] ?? ""}\n`);
      } finally {
        writeFileSync(path, text);
      }
    },
    180_000,
  );
});
