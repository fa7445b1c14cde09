import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCase } from "../shipped.test-help.ts";
import { applyEdit, type Edit } from "./edits.ts";
import { stepWords } from "./step.ts";
import { folded, stepsIn, type TrailEntry } from "./trail.ts";

const { confidence: _c, ...syria } = shippedCase("russia-iran-syria");
const entry = (i: number): TrailEntry => ({
  time: `2026-01-01T00:00:${String(i % 60)}Z`,
  kind: "case",
  label: `${i}`,
});

describe("a trail", () => {
  it("is bounded; what is folded is counted, and nothing of the newest is lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 20 }),
        (runs, most) => {
          let trail: readonly TrailEntry[] = [];
          let n = 0;
          for (const run of runs) {
            const more = Array.from({ length: run }, () => entry(n++));
            trail = folded([...trail, ...more], most);
            expect(trail.length).toBeLessThanOrEqual(most);
            expect(stepsIn(trail)).toBe(n);
            const newest = trail.filter(({ kind }) => kind !== "folded").map(({ label }) => label);
            expect(newest).toEqual(
              Array.from({ length: newest.length }, (_, i) => `${n - newest.length + i}`),
            );
          }
        },
      ),
    );
  });
  it("says from when to when it was folded", () => {
    const trail = folded(folded([entry(1), entry(2), entry(3), entry(4)], 3).concat(entry(5)), 3);
    expect(trail[0]).toMatchObject({ kind: "folded", count: 3, before: entry(1).time, after: entry(3).time });
  });
});

describe("a step in words", () => {
  const words = (edit: Edit, from = syria) => stepWords(from, applyEdit(from, edit));
  it.each<[Edit, object]>([
    [
      { edit: "setWeight", scenario: "baseline", factor: "strikes", weight: 7 },
      {
        kind: "settings",
        scenario: "Article baseline",
        before: "as in the article",
        after: "Weight of Israeli strikes 7 (article: 5)",
      },
    ],
    [
      { edit: "setJudgementRow", row: "nato" },
      { kind: "judgement", before: "Words: ICD 203: likely, unlikely …", after: "Words: NATO AJP-2.1" },
    ],
    [
      { edit: "renameCase", title: "New" },
      { kind: "case", before: syria.title, after: "New" },
    ],
    [
      { edit: "setConfidence", confidence: { level: "low", reasons: "one source" } },
      { kind: "judgement", before: "not stated", after: "low, one source" },
    ],
    [
      { edit: "editJudgement", head: "why", text: "Because." },
      { kind: "judgement", before: "Why: (empty)", after: "Why: Because." },
    ],
  ])("%o", (edit, expected) => {
    expect(words(edit)).toMatchObject(expected);
  });
  it("undone, it is the other way round", () => {
    const after = applyEdit(syria, { edit: "setWeight", scenario: "baseline", factor: "strikes", weight: 7 });
    const there = stepWords(syria, after);
    expect(stepWords(after, syria)).toEqual({ ...there, before: there.after, after: there.before });
  });
  it("speaks of any part, and is short", () => {
    const odd = { ...syria, factors: syria.factors.map((f, i) => (i === 2 ? { ...f, fade: 0.1 } : f)) };
    expect(stepWords(syria, odd).after).toBe(`factors: ${syria.factors[2]!.short}`);
    expect(words({ edit: "renameCase", title: "x".repeat(5000) }).after?.length).toBeLessThan(500);
  });
});
