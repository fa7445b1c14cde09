import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import { isLeftover } from "./leftovers.ts";

const KILLS = 40;
const BLOCK = 200_000;

let folder = "";
let path = "";
let loop = "";

/** A version is its number, repeated: a mixture or a piece of one is told at once. */
const versionOf = (text: string): number => {
  const number = Number(text.slice(0, text.indexOf("\n")));
  const whole = `${String(number)}\n`.repeat(BLOCK / (String(number).length + 1));
  return text === whole ? number : NaN;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-kill-"));
  path = join(folder, "case.entente");
  const entry = join(folder, "loop.ts");
  await writeFile(
    entry,
    `import { saveAtomically } from ${JSON.stringify(join(import.meta.dirname, "save.ts"))};
     const [path, first] = process.argv.slice(2);
     process.send("begun");
     for (let n = Number(first); ; n += 1) {
       const line = n + "\\n";
       await saveAtomically(path, line.repeat(${String(BLOCK)} / line.length));
       process.send(n);
     }`,
  );
  const out = join(folder, "built");
  await build({
    configFile: false,
    logLevel: "silent",
    build: {
      ssr: entry,
      outDir: out,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "loop.mjs" } },
    },
  });
  loop = join(out, "loop.mjs");
});

/** Lets the loop save for a while, kills it, and gives the last version it said was saved, or the one before. */
async function saveAndKill(first: number, before: number, milliseconds: number): Promise<number> {
  const child: ChildProcess = fork(loop, [path, String(first)], { serialization: "json" });
  let saved = before;
  child.on("message", (message) => {
    if (typeof message === "number") saved = message;
  });
  await once(child, "message");
  await new Promise((done) => setTimeout(done, milliseconds));
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  return saved;
}

test(`killed ${String(KILLS)} times while saving, the file is always one whole version, never older than the last one saved`, async () => {
  // Numbers of one length, so that every version has the same size.
  let next = 100_000;
  let saved = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    saved = await saveAndKill(next, saved, (kill * 7) % 45);
    const text = await readFile(path, "utf8").catch(() => null);
    if (text === null) {
      expect(saved).toBe(0);
      continue;
    }
    const found = versionOf(text);
    expect(found).toBeGreaterThanOrEqual(saved);
    const backup = await readFile(`${path}.bak`, "utf8").catch(() => null);
    if (backup !== null) expect(versionOf(backup)).toBeLessThanOrEqual(found);
    next = Math.max(next, found) + 1;
  }
  expect(next).toBeGreaterThan(100_000 + KILLS / 2);
  // What the killed saves left behind is known as such.
  const others = (await readdir(folder)).filter(
    (name) => !["built", "loop.ts"].includes(name) && !isLeftover(name),
  );
  expect(others.sort()).toEqual(["case.entente", "case.entente.bak"]);
});
