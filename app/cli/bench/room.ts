import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import type { FromRoom, RoomState } from "../../bridge/contract.ts";
import { Keeper, type RoomProcess } from "../../keeper/keeper.ts";
import { readAssets } from "../../keeper/page.ts";
import { sampleRound, sampleSetup, sampleStage } from "../../room/sample.test-help.ts";
import { Phone } from "./phones.ts";

/**
 * The room under load on this machine: its real process, a real journal flushed to disk, phones without browsers, all
 * on the laptop's own loopback. What Wi-Fi adds is not in it. Never asserted: machines are shared and noisy. What is
 * asserted, with the exit code, is that no confirmed answer is lost.
 */

const HERE = "127.0.0.1";
const dist = join(import.meta.dirname, "..");

const setup = sampleSetup(Array.from({ length: 8 }, (_, n) => `f${String(n)}`));
const ids = setup.factors.map(({ id }) => id);
const long = setup.factors.map((factor) => ({ ...factor, calm: "c".repeat(80), worst: "w".repeat(80) }));
const stage = (word: string) =>
  sampleStage(sampleRound(setup, { factors: long, changes: 1000 }), { title: `Two partners ${word}` });
const answer = (id: string) => ({
  kind: "response",
  response: {
    id,
    round: "r1",
    participant: "x",
    rev: 1,
    weights: {
      method: "swing",
      order: ids,
      raw: Object.fromEntries(ids.map((one, n) => [one, 100 - 10 * n])),
    },
    estimates: [{ question: "now", low: 0.1, best: 0.3, high: 0.5 }],
    reasons: [{ target: ids[0], text: "r".repeat(400) }],
    shownOrder: ids,
    seconds: 240,
    enteredBy: "self",
  },
});

let child: ChildProcess | null = null;
function start(): RoomProcess {
  const begun = fork(join(dist, "room/room.mjs"), [], {
    env: {},
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child = begun;
  return {
    send: (message) => {
      if (begun.connected) begun.send(message, () => undefined);
    },
    listen: (heard, ended) => {
      begun.on("message", (message) => heard(message as FromRoom));
      begun.once("exit", ended);
    },
    kill: () => void begun.kill("SIGKILL"),
  };
}

/** Megabytes of the room's process, or null where the system does not say. */
function memory(): number | null {
  try {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(child?.pid)], { encoding: "utf8" })) / 1024;
  } catch {
    return null;
  }
}

const quantile = (all: readonly number[], q: number) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(q * all.length))] ?? NaN;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function opened(work: (keeper: Keeper, state: RoomState) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-room-"));
  const keeper = new Keeper({
    folder,
    start,
    assets: readAssets(join(dist, "join")),
    interfaces: networkInterfaces,
    tell: () => undefined,
  });
  const state = await keeper.open({
    session: "bench",
    address: HERE,
    port: null,
    byHand: false,
    encrypted: false,
    setup,
  });
  keeper.show(stage(""));
  await work(keeper, state);
  await keeper.close();
  rmSync(folder, { recursive: true });
}

const phonesOf = (count: number, { port }: RoomState) =>
  Array.from({ length: count }, () => new Phone(`${HERE}:${String(port)}`));

async function load(count: number): Promise<string[]> {
  const cells: string[] = [];
  await opened(async (keeper, state) => {
    const phones = phonesOf(count, state);
    const from = performance.now();
    await Promise.all(phones.map((phone, n) => phone.join(state.code, `Seat ${String(n + 1)}`)));
    const joined = performance.now() - from;

    const waits: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const word = `word-${String(n)}.`;
      const shown = performance.now();
      const all = phones.map(
        (phone) =>
          new Promise<void>((done) => {
            phone.heard = (text) => {
              if (!text.includes(word)) return;
              waits.push(performance.now() - shown);
              done();
            };
          }),
      );
      keeper.show(stage(word));
      await Promise.all(all);
    }
    const sending = performance.now();
    const taken = await Promise.all(
      phones.map(async (phone, n) => {
        const asked = performance.now();
        const { status } = await phone.ask("POST", "/send", answer(`a-${String(n)}`));
        if (status !== 200) throw new Error(`An answer was answered with ${String(status)}.`);
        return performance.now() - asked;
      }),
    );
    const sent = performance.now() - sending;
    const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
    cells.push(
      String(count),
      ms(joined),
      `${ms(quantile(waits, 0.5))} / ${ms(quantile(waits, 0.95))}`,
      ms(sent),
      ms(quantile(taken, 0.95)),
      `${memory()?.toFixed(0) ?? "–"} MB`,
    );
    phones.forEach((phone) => phone.drop());
  });
  return cells;
}

/** Phones that answer, revise, sleep, come back and lose the line in the middle, while the process is killed twice. */
async function storm(
  count: number,
  milliseconds: number,
): Promise<{ confirmed: number; lost: number; twice: number; reconnects: number }> {
  const confirmed = new Map<string, number>();
  let reconnects = 0;
  let result = { confirmed: 0, lost: 0, twice: 0, reconnects: 0 };
  await opened(async (keeper, state) => {
    const phones = phonesOf(count, state);
    await Promise.all(phones.map((phone, n) => phone.join(state.code, `Seat ${String(n + 1)}`)));
    const until = performance.now() + milliseconds;
    const talk = async (phone: Phone, who: number) => {
      for (let n = 0; performance.now() < until; n += 1) {
        const id = `s-${String(who)}-${String(n)}`;
        for (let tries = 0; performance.now() < until; tries += 1) {
          // Every third time the line breaks before the confirmation can arrive.
          const cut = (who + n + tries) % 3 === 0 ? 2 : undefined;
          const reply = await phone.ask("POST", "/send", answer(id), cut).catch(() => null);
          if (reply?.status === 200) {
            confirmed.set(id, Number(reply.json.seq));
            break;
          }
          await pause(100);
        }
        phone.drop();
        await pause(200 + ((who * 7919 + n * 104_729) % 1_500));
        await phone.listen().then(
          () => (reconnects += 1),
          () => undefined,
        );
      }
    };
    const talking = Promise.all(phones.map(talk));
    await pause(milliseconds / 3);
    child?.kill("SIGKILL");
    await talking;
    phones.forEach((phone) => phone.drop());
    const { entries } = await keeper.journals.of("bench");
    const kept = entries.flatMap((entry) =>
      entry.by === "room" && entry.fact.type === "response"
        ? [{ id: entry.fact.response.id, seq: entry.seq }]
        : [],
    );
    const seqs = new Map(kept.map(({ id, seq }) => [id, seq]));
    result = {
      confirmed: confirmed.size,
      lost: [...confirmed].filter(([id, seq]) => seqs.get(id) !== seq).length,
      twice: kept.length - seqs.size,
      reconnects,
    };
  });
  return result;
}

const rows = [
  [
    "phones",
    "all join, with the page",
    "a new page reaches them, p50 / p95",
    "all answer at once",
    "one answer, p95",
    "memory of the room",
  ],
];
for (const count of [40, 200, 300]) rows.push(await load(count));
const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length))) ?? [];
const line = (row: readonly string[]) =>
  `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
const [head = [], ...body] = rows;
console.log([line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n"));
const { confirmed, lost, twice, reconnects } = await storm(200, 12_000);
console.log(
  `\nStorm: 200 phones, ${String(confirmed)} answers confirmed, ${String(reconnects)} reconnections, the room's process killed once. Lost: ${String(lost)}. Twice: ${String(twice)}.`,
);
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}; loopback, journal flushed before every confirmation.`,
);
process.exit(lost + twice === 0 ? 0 : 1);
