import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import { Drafts } from "./drafts.ts";
import { isLeftover } from "./leftovers.ts";

/** `npm run check:kills` kills 500 times. */
const KILLS = Number(process.env["ENTENTE_KILLS"] ?? 40);
const BLOCK = 200_000;

let folder = "";
let path = "";
let loop = "";
let state = "";

/** A version is its number, repeated: a mixture or a piece of one is told at once. */
const versionOf = (text: string): number => {
  const number = Number(text.slice(0, text.indexOf("\n")));
  const whole = `${String(number)}\n`.repeat(BLOCK / (String(number).length + 1));
  return text === whole ? number : NaN;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-kill-"));
  path = join(folder, "case.entente");
  state = join(folder, "state");
  const entry = join(folder, "loop.ts");
  await writeFile(
    entry,
    `import { Drafts } from ${JSON.stringify(join(import.meta.dirname, "drafts.ts"))};
     import { saveAtomically } from ${JSON.stringify(join(import.meta.dirname, "save.ts"))};
     const [path, first, state] = process.argv.slice(2);
     const drafts = new Drafts(state);
     process.send("begun");
     for (let n = Number(first); ; n += 1) {
       const line = n + "\\n";
       const text = line.repeat(${String(BLOCK)} / line.length);
       await drafts.keep({ id: "one", name: "case", path, stamp: null, text });
       process.send({ kept: n });
       await saveAtomically(path, text);
       process.send({ saved: n });
     }`,
  );
  const out = join(folder, "built");
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: out,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "loop.mjs" } },
    },
  });
  loop = join(out, "loop.mjs");
});

interface Told {
  readonly saved: number;
  readonly kept: number;
}

/** Lets the loop keep drafts and save for a while, kills it, and gives the last versions it said were on disk. */
async function saveAndKill(first: number, before: Told, milliseconds: number): Promise<Told> {
  const child: ChildProcess = fork(loop, [path, String(first), state], { serialization: "json" });
  let told = before;
  child.on("message", (message) => {
    if (typeof message === "object") told = { ...told, ...message };
  });
  await once(child, "message");
  await new Promise((done) => setTimeout(done, milliseconds));
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  return told;
}

test(
  `killed ${String(KILLS)} times while saving, file and draft are always one whole version, never older than the last one acknowledged`,
  async () => {
    // Numbers of one length, so that every version has the same size.
    let next = 100_000;
    let told: Told = { saved: 0, kept: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      told = await saveAndKill(next, told, (kill * 7) % 45);
      const { drafts, damaged } = await new Drafts(state).list();
      expect(damaged).toBe(0);
      const draft = drafts[0] ? versionOf(drafts[0].text) : 0;
      expect(draft).toBeGreaterThanOrEqual(told.kept);
      const text = await readFile(path, "utf8").catch(() => null);
      const found = text === null ? 0 : versionOf(text);
      expect(found).toBeGreaterThanOrEqual(told.saved);
      expect(found).toBeLessThanOrEqual(draft);
      const backup = await readFile(`${path}.bak`, "utf8").catch(() => null);
      if (backup !== null) expect(versionOf(backup)).toBeLessThanOrEqual(found);
      next = Math.max(next, draft) + 1;
    }
    expect(next).toBeGreaterThan(100_000 + KILLS / 2);
    expect(told.saved).toBeGreaterThan(0);
    // What the killed saves left behind is known as such.
    const leftIn = async (where: string) =>
      (await readdir(where)).filter(
        (name) => !["built", "loop.ts", "state"].includes(name) && !isLeftover(name),
      );
    expect((await leftIn(folder)).sort()).toEqual(["case.entente", "case.entente.bak"]);
    expect(await leftIn(join(state, "drafts"))).toEqual(["case-one.draft"]);
  },
  KILLS * 3_000,
);
