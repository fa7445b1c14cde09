import { execFile, spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";

const script = pathToFileURL(join(import.meta.dirname, "fresh.js")).href;
const run = promisify(execFile);
let root = "";
const at = (...path: string[]) => join(root, ...path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "entente-fresh-"));
  mkdirSync(at("app", "deep"), { recursive: true });
  writeFileSync(at("app", "deep", "a.ts"), "1");
  writeFileSync(at("package.json"), "{}");
});

/** A process that freshens the project with a build that notes its run, writes slowly, and may fail. */
const program = (build = "") => `
  import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
  import { join } from "node:path";
  import { freshen } from ${JSON.stringify(script)};
  const root = ${JSON.stringify(root)};
  const build = async (root, out) => {
    appendFileSync(join(root, "runs"), "run\\n");
    ${build}
    for (const name of ["app", "preload", "renderer"]) {
      mkdirSync(join(out, name), { recursive: true });
      writeFileSync(join(out, name, "half.js"), "");
      await new Promise((done) => setTimeout(done, 60));
      writeFileSync(join(out, name, "whole.js"), "");
    }
  };
  const begun = performance.now();
  await freshen({ root, build }).catch((error) => { console.error(error.message); process.exit(3); });
  console.log(performance.now() - begun);
`;
const freshen = (build?: string) => run(process.execPath, ["--input-type=module", "-e", program(build)]);
const runs = () => readFileSync(at("runs"), "utf8").split("\n").length - 1;

test("is quick and does nothing when nothing has changed", async () => {
  await freshen();
  const { stdout } = await freshen();
  expect(runs()).toBe(1);
  expect(Number(stdout)).toBeLessThan(100);
});

test.each<[string, () => void]>([
  ["a changed source", () => writeFileSync(at("app", "deep", "a.ts"), "22")],
  ["a new source", () => writeFileSync(at("app", "b.ts"), "")],
  ["a deleted source", () => rmSync(at("app", "deep", "a.ts"))],
  ["a source older than before", () => utimesSync(at("app", "deep", "a.ts"), 1, 1)],
  ["a changed package", () => writeFileSync(at("package.json"), "{ }")],
  ["a missing program", () => rmSync(at("dist", "preload"), { recursive: true })],
])("builds again after %s", async (_what, change) => {
  await freshen();
  change();
  await freshen();
  await freshen();
  expect(runs()).toBe(2);
});

test("a changed test is no reason to build", async () => {
  await freshen();
  writeFileSync(at("app", "a.test.ts"), "");
  await freshen();
  expect(runs()).toBe(1);
});

test("of several that start together one builds, and all find it whole", async () => {
  await Promise.all(Array.from({ length: 5 }, () => freshen()));
  expect(runs()).toBe(1);
  expect(readdirSync(at("dist", "renderer")).sort()).toEqual(["half.js", "whole.js"]);
  expect(readdirSync(at("dist")).filter((name) => name.startsWith(".lock"))).toEqual([]);
});

test("dist is never seen half: it is the last build until the next one is done", async () => {
  await freshen();
  writeFileSync(at("app", "b.ts"), "");
  const building = freshen();
  let ended = false;
  void building.then(() => (ended = true));
  let looks = 0;
  while (!ended) {
    expect(readdirSync(at("dist", "renderer")).sort()).toEqual(["half.js", "whole.js"]);
    looks += 1;
    await new Promise((done) => setTimeout(done, 10));
  }
  expect(looks).toBeGreaterThan(3);
});

test("a failed build gives its message, keeps the last one, and is tried again", async () => {
  await freshen();
  writeFileSync(at("app", "b.ts"), "");
  await expect(freshen('throw new Error("b.ts is odd");')).rejects.toMatchObject({
    code: 3,
    stderr: "b.ts is odd\n",
  });
  expect(readdirSync(at("dist", "app"))).toHaveLength(2);
  await freshen();
  expect(runs()).toBe(3);
});

describe("a lock", () => {
  test("of a process that was killed while building is taken over", async () => {
    const killed = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      program("await new Promise(() => setInterval(() => {}, 1000));"),
    ]);
    while (!readdirSync(root).includes("runs")) await new Promise((done) => setTimeout(done, 10));
    killed.kill("SIGKILL");
    await new Promise((done) => killed.on("exit", done));
    await Promise.all([freshen(), freshen()]);
    expect(runs()).toBe(2);
  });

  test("of a process that is at work is waited for", async () => {
    mkdirSync(at("dist", ".lock"), { recursive: true });
    writeFileSync(at("dist", ".lock", "owner"), String(process.pid));
    const waiting = freshen();
    await new Promise((done) => setTimeout(done, 300));
    expect(readdirSync(root)).not.toContain("runs");
    rmSync(at("dist", ".lock"), { recursive: true });
    await waiting;
    expect(runs()).toBe(1);
  });
});
