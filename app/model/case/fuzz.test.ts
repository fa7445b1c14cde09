import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCase, problemSentence, saveCase } from "./door.ts";
import { mutate } from "./mutate.test-help.ts";
import { tinyText } from "./tiny.test-help.ts";

const shipped = readFileSync(
  join(import.meta.dirname, "../../../assets/cases/russia-iran-syria.entente"),
  "utf8",
);

/** A case with a rule in parts, and whatever else an author adds. */
const parted = readFileSync(join(import.meta.dirname, "golden/version-3.entente"), "utf8");

/** The shipped case with few of its texts: as rich for the engine, a third as long. */
function brief(text: string): string {
  const file = JSON.parse(text) as Record<string, unknown[]>;
  for (const key of ["claims", "links", "dateConflicts", "hedges", "tour"])
    file[key] = file[key]!.slice(0, 2);
  return JSON.stringify(file);
}

/** The tiny case with everything that people add to one. */
const judged = JSON.stringify({
  ...(JSON.parse(tinyText) as object),
  confidence: { level: "low", reasons: "one source", ticked: ["few sources"] },
  judgement: { text: { bottomLine: "It holds.", assumptions: "a\nb" }, row: "phia" },
  judgements: [
    { horizons: { soon: 0.2 } },
    {
      id: "J1",
      date: "2026-01-01T00:00:00Z",
      horizons: { soon: 0.3 },
      words: { soon: "unlikely (20–45%)" },
      due: { soon: "2027-01-01" },
      text: { why: "w" },
      confidence: { level: "high", reasons: ["r"] },
      scenario: { id: "baseline", name: "b" },
      inputs: { weights: { rain: 3 } },
      argument: "0".repeat(64),
      range: { seed: 1, draws: 10, horizons: { soon: { low: 0.1, high: 0.4 } } },
      open: ["x"],
      seal: "1".repeat(64),
    },
  ],
  judgementArguments: { ["0".repeat(64)]: { format: "entente-case" } },
  history: [
    { time: "2026-01-01T00:00:00Z", kind: "folded", label: "3 earlier steps", count: 3 },
    { time: "2026-01-02T00:00:00Z", kind: "undo", label: "l", before: "b", after: "a", scenario: "s" },
  ],
  events: [
    { id: "E1", date: "2026", title: "t", about: { rain: "H" }, observe: { puddles: true }, sources: [] },
  ],
  verdict: {
    broke: true,
    byHorizon: { soon: { broke: true, date: "2026", rung: "quarrel" } },
    doubts: ["d"],
  },
});

it("10,000 damaged files are refused in one sentence, or open, save and open again as they were", () => {
  const bases = [tinyText, brief(shipped), judged, parted, shipped];
  const globals = Object.getOwnPropertyNames(globalThis).length;
  let accepted = 0;
  let longest = 0;
  for (let seed = 0; seed < 10_000; seed++) {
    // The whole case is slow to damage; every twentieth will do.
    const text = mutate(seed % 20 === 0 ? bases.at(-1)! : bases[seed % 4]!, seed);
    const before = performance.now();
    const read = openCase(text);
    longest = Math.max(longest, performance.now() - before);
    if (!read.ok) {
      const sentence = problemSentence(read.problem);
      if (!/^[^\n]{10,700}\.$/u.test(sentence)) throw new Error(`Seed ${seed}: ${sentence}`);
      continue;
    }
    accepted++;
    const saved = saveCase(read.case);
    const again = openCase(saved);
    if (!again.ok || saveCase(again.case) !== saved) throw new Error(`Seed ${seed} does not reopen.`);
  }
  // Both kinds must be common, or the damage is too small or too great to tell anything.
  expect(accepted).toBeGreaterThan(1500);
  expect(accepted).toBeLessThan(8500);
  expect(longest).toBeLessThan(2000);
  // Nothing ran and nothing leaked into what all objects share.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.keys(Array.prototype)).toEqual([]);
  expect(Object.getOwnPropertyNames(globalThis).length).toBe(globals);
});
