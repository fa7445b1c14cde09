import { describe, expect, test } from "vitest";
import type { Case } from "../case/types.ts";
import { elicitationChecks, shippedCase } from "../shipped.test-help.ts";
import { calibration, score } from "./score.ts";
import type { ScoreRow } from "./shapes.ts";

const egypt = shippedCase("soviet-egypt-1971");
const judged = (judgements: unknown, c: Case = egypt): Case => ({ ...c, judgements }) as Case;

describe("score", () => {
  test("a shipped case with a verdict: rows in the order of judgements and horizons, and their means", () => {
    const { rows, mean } = score(
      judged([
        { date: "1971-07-07", horizons: { long: 0.5, now: 0.1 }, reasons: "kept" },
        { horizons: { short: 0.25 } },
      ]),
    );
    expect(rows.map(({ horizon, p, outcome, date }) => [horizon, p, outcome, date])).toEqual([
      ["now", 0.1, 0, "1971-07-07"],
      ["long", 0.5, 1, "1971-07-07"],
      ["short", 0.25, 1, undefined],
    ]);
    expect(rows.map(({ brier }) => brier)).toEqual([expect.closeTo(0.01, 12), 0.25, 0.5625]);
    expect(rows.map(({ log }) => log)).toEqual(
      [0.9, 0.5, 0.25].map((p) => expect.closeTo(-Math.log(p), 12) as number),
    );
    expect(mean.brier).toBeCloseTo((0.01 + 0.25 + 0.5625) / 3, 12);
    expect(mean.log).toBeCloseTo(-Math.log(0.9 * 0.5 * 0.25) / 3, 12);
  });

  test("agrees with the check file", () => {
    const { brier } = elicitationChecks<{ brier: { p: number; o: number; brier: number; log: number }[] }>();
    // By the long run it had come to a break, now it had not.
    for (const one of brier) {
      const { rows } = score(judged([{ horizons: { [one.o === 1 ? "long" : "now"]: one.p } }]));
      expect(rows[0]?.outcome).toBe(one.o);
      expect(rows[0]?.brier).toBeCloseTo(one.brier, 6);
      expect(rows[0]?.log).toBeCloseTo(one.log, 6);
    }
  });

  test("certain and right costs nothing, certain and wrong everything", () => {
    const { rows } = score(judged([{ horizons: { now: 0, short: 0 } }]));
    expect(rows.map(({ brier, log }) => [brier, log])).toEqual([
      [0, 0],
      [1, Infinity],
    ]);
  });

  test.each([
    [
      "no verdict",
      judged([{ horizons: { now: 0.1 } }], shippedCase("russia-iran-syria")),
      /has no verdict yet/,
    ],
    ["no judgement", egypt, /no frozen judgement/],
    ["an empty list", judged([]), /no frozen judgement/],
    ["no horizons", judged([{ date: "1971" }]), /judgements\[0\] must have "horizons"/],
    [
      "another horizon",
      judged([{ horizons: { soon: 0.1 } }]),
      /judgements\[0\]\.horizons\.soon names no horizon/,
    ],
    ["a percentage", judged([{ horizons: { now: 10 } }]), /judgements\[0\]\.horizons\.now must be a chance/],
    ["nothing settled", judged([{ horizons: {} }]), /nothing to score yet/],
  ])("refused in a sentence: %s", (_, c, sentence) => {
    expect(() => score(c)).toThrow(RangeError);
    expect(() => score(c)).toThrow(sentence);
  });

  test("calibration: judgements by the word they were shown under, lowest first", () => {
    const row = (p: number, outcome: 0 | 1): ScoreRow => ({ horizon: "now", p, outcome, brier: 0, log: 0 });
    const rows = [row(0.7, 1), row(0.3, 0), row(0.6, 0), row(0.004, 0), row(0.21, 1)];
    expect(calibration(rows)).toEqual([
      { word: "below-scale", count: 1, meanP: 0.004, broke: 0 },
      { word: "unlikely", count: 2, meanP: expect.closeTo(0.255, 12) as number, broke: 0.5 },
      { word: "likely", count: 2, meanP: expect.closeTo(0.65, 12) as number, broke: 0.5 },
    ]);
  });
});
