import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import type { RoomFact, RoomState } from "../bridge/contract.ts";
import { readLines } from "../files/journal.ts";
import { HERE, phone, response, setup, stage } from "./keeper.test-help.ts";

const KILLS = 12;
const PEOPLE = 8;

let folder = "";
let host = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-room-kill-"));
  const at = (path: string) => JSON.stringify(join(import.meta.dirname, path));
  const entry = join(folder, "host.ts");
  await writeFile(
    entry,
    `import { networkInterfaces } from "node:os";
     import { Keeper } from ${at("keeper.ts")};
     import { startRoomProcess } from ${at("../browser/room.ts")};
     const [folder, program, asked] = process.argv.slice(2);
     const { open, stage } = JSON.parse(asked);
     const keeper = new Keeper({
       folder,
       start: () => startRoomProcess(program),
       assets: async () => ({ html: "", js: "", css: "" }),
       interfaces: networkInterfaces,
       tell: () => undefined,
     });
     const state = await keeper.open(open);
     keeper.show(stage);
     console.log(JSON.stringify(state));`,
  );
  const made = (input: Record<string, string>, outDir: string) =>
    build({
      configFile: false,
      logLevel: "silent",
      build: {
        ssr: true,
        outDir,
        target: "node20",
        rolldownOptions: { input, output: { entryFileNames: "[name].mjs" } },
      },
      ssr: { noExternal: true },
    });
  await made({ room: join(import.meta.dirname, "../room/main.ts") }, join(folder, "room"));
  await made({ host: entry }, join(folder, "host"));
  host = join(folder, "host", "host.mjs");
});

async function startHost(): Promise<{ child: ChildProcess; state: RoomState }> {
  const open = { session: "s-1", address: HERE, port: null, byHand: false, encrypted: false, setup };
  const child = spawn(
    process.execPath,
    [host, folder, join(folder, "room"), JSON.stringify({ open, stage: stage() })],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, "line")) as [string];
  return { child, state: JSON.parse(line) as RoomState };
}

/** A person who sends a remark after another, and each again until it is confirmed. */
async function talk(
  own: string,
  token: string,
  confirmed: Map<string, number>,
  over: () => boolean,
  who: number,
) {
  const client = phone(own);
  for (let n = 0; !over(); n += 1) {
    const id = `c-${String(who)}-${String(n)}`;
    const body =
      n === 0
        ? { kind: "response", response: response(id) }
        : { kind: "comment", comment: { id, kind: "unclear", text: `remark ${String(n)}` } };
    while (!over()) {
      const reply = await client.send(token, body).catch(() => null);
      if (reply?.status === 200) {
        confirmed.set(id, Number(reply.json.seq));
        break;
      }
      // Killed, or not started again yet, or as many as a person may send in a minute.
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

test(`the host is killed ${String(KILLS)} times while ${String(PEOPLE)} people send: what was confirmed is there, once, and so are they`, async () => {
  const confirmed = new Map<string, number>();
  let { child, state } = await startHost();
  const { port } = state;
  const own = `${HERE}:${String(port)}`;
  let tokens: string[] = [];
  let over = false;
  let talking: Promise<unknown> = Promise.resolve();
  for (let kill = 0; kill < KILLS; kill += 1) {
    // New people come in every time, so that nobody runs into the limit of a minute.
    const joined = await Promise.all(
      Array.from({ length: PEOPLE }, () => phone(own).join(state.code, "Dana")),
    );
    tokens = [...tokens, ...joined];
    over = false;
    const first = tokens.length - PEOPLE;
    talking = Promise.all(joined.map((token, who) => talk(own, token, confirmed, () => over, first + who)));
    await new Promise((done) => setTimeout(done, 20 + ((kill * 37) % 120)));
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    ({ child, state } = await startHost());
    expect(state.port).toBe(port);
    await new Promise((done) => setTimeout(done, 60));
    over = true;
    await talking;
  }
  for (const token of tokens) expect((await phone(own).view(token)).status).toBe(200);
  child.kill("SIGKILL");

  const { values, damaged } = readLines(await readFile(join(folder, "workshops", "s-1.journal")));
  expect(damaged).toBe(false);
  const ids = (values as { by: string; fact: RoomFact }[]).map(({ by, fact }) =>
    by !== "room"
      ? ""
      : fact.type === "response"
        ? fact.response.id
        : fact.type === "comment"
          ? fact.comment.id
          : "",
  );
  const told = ids.filter((id) => id !== "");
  expect(new Set(told).size).toBe(told.length);
  expect(confirmed.size).toBeGreaterThan(KILLS * PEOPLE);
  for (const [id, seq] of confirmed) expect(ids[seq - 1], id).toBe(id);
});
