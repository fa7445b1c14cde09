import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breaksOf } from "../analysis/cases.test-help.ts";
import { tornado } from "../analysis/tornado.ts";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import type { Case } from "../case/types.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { groupAnswer } from "./answer.ts";
import { ballotWeights, swings, withBallot } from "./ballots.ts";
import { oddsMeanPool } from "./pools.ts";

const cases = SHIPPED.map(({ name }) => [name, shippedCase(name)] as const);
const asked = (c: Case, n = 5) => c.factors.slice(0, n).map(({ id }) => id);
const pointsFor = (ids: readonly string[]) =>
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: ids.length, maxLength: ids.length })
    .map((points) => Object.fromEntries(ids.map((id, i) => [id, points[i] ?? 0])));

describe("ballots", () => {
  test.each(cases)("%s: swing is the tornado's, over the last horizon", (_, c) => {
    const ids = c.factors.map(({ id }) => id);
    const got = swings(c, ids);
    const last = tornado(c, {}).horizons[c.horizons.at(-1)?.id ?? ""];
    for (const id of ids)
      expect(got[id]).toBeCloseTo(Math.abs((last?.levels[id]?.VH ?? NaN) - (last?.levels[id]?.VL ?? NaN)), 9);
  });

  test("who shares out as the model swings leaves every weight at 5", () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (all) => {
          const swing = Object.fromEntries(all.map((s, i) => [`f${i}`, s]));
          for (const weight of Object.values(ballotWeights(swing, swing, {})))
            expect(weight).toBeCloseTo(5, 9);
        },
      ),
    ));

  test("a weight that says what the model says need not be 5", () => {
    const swing = { a: 0.3, b: 0.1 };
    expect(ballotWeights({ a: 3, b: 1 }, swing, { a: 2, b: 8 })).toEqual({
      a: expect.closeTo(2, 12),
      b: expect.closeTo(8, 12),
    });
    expect(ballotWeights({ a: 0, b: 0 }, swing, { a: 2, b: 8 })).toEqual({ a: 2, b: 8 });
    // Whoever shares out as the model swings gets the model's answer, whatever its defaults.
    const [, theCase] = cases[0]!;
    const factors = asked(theCase, 3);
    const other = {
      ...theCase,
      factors: theCase.factors.map((one) => ({ ...one, weight: { ...one.weight, default: 4 } })),
    };
    const { people } = groupAnswer(other, {}, { factors, people: [swings(other, factors)] });
    const full = breaksOf(other, {}) ?? [];
    other.horizons.forEach(({ id }, h) => expect(people[0]?.breaks[id]).toBeCloseTo(full[h] ?? NaN, 12));
  });

  test("twice the model's share is 10 and no more; nothing is 0; no swing is 5; no points at all are 5", () => {
    const swing = { a: 0.3, b: 0.1, c: 0 };
    expect(ballotWeights({ a: 0, b: 60, c: 40 }, swing, {})).toEqual({ a: 0, b: 10, c: 5 });
    const half = ballotWeights({ a: 75, b: 25, c: 100 }, swing, {});
    expect(half.a).toBeCloseTo(2.5, 12);
    expect(half.b).toBeCloseTo(2.5, 12);
    expect(ballotWeights({ a: 0, b: 0, c: 0 }, swing, {})).toEqual({ a: 5, b: 5, c: 5 });
    expect(ballotWeights({ a: 3, b: 1 }, { a: 0, b: 0 }, {})).toEqual({ a: 5, b: 5 });
  });
});

describe("a round put to the model", () => {
  test.each(cases)("%s: each person's chance is the full answer to their weights, pooled by odds", (_, c) => {
    const factors = asked(c, 4);
    fc.assert(
      fc.property(fc.array(pointsFor(factors), { minLength: 1, maxLength: 3 }), (people) => {
        const got = groupAnswer(c, {}, { factors, people });
        got.people.forEach(({ weights, breaks }) => {
          const full = breaksOf(c, withBallot({}, weights)) ?? [];
          c.horizons.forEach(({ id }, h) => expect(breaks[id]).toBeCloseTo(full[h] ?? NaN, 12));
        });
        for (const { id } of c.horizons)
          expect(got.horizons[id]?.pooled.oddsMean).toBeCloseTo(
            oddsMeanPool(got.people.map(({ breaks }) => breaks[id] ?? NaN)),
            12,
          );
        expect(Object.values(got.model.shares).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 4 },
    );
  });

  test("people who agree are the group model, and nothing is in dispute", () => {
    const [, c] = cases[0] ?? [];
    if (!c) throw new Error("no case");
    const factors = asked(c);
    const points = Object.fromEntries(factors.map((id, i) => [id, 100 - 20 * i]));
    const got = groupAnswer(c, {}, { factors, people: [points, points, points] });
    for (const { id } of c.horizons) {
      const at = got.horizons[id];
      expect(at?.pooled.oddsMean).toBeCloseTo(got.model.breaks[id] ?? NaN, 12);
      expect(at?.spread.iqr).toBeCloseTo(0, 12);
      expect(at?.drivers.product).toBeCloseTo(0, 12);
      expect(at?.camps).toBeUndefined();
    }
    expect(got.model.weights).toEqual(got.people[0]?.weights);
  });

  test("two camps over one factor: it drives the spread and it separates them", () => {
    const [, c] = cases[0] ?? [];
    if (!c) throw new Error("no case");
    const swing = swings(
      c,
      c.factors.map(({ id }) => id),
    );
    const factors = Object.keys(swing)
      .sort((a, b) => (swing[b] ?? 0) - (swing[a] ?? 0))
      .slice(0, 4);
    const [first = ""] = factors;
    const people = Array.from({ length: 8 }, (_, i) =>
      Object.fromEntries(factors.map((id) => [id, id === first ? (i % 2 === 0 ? 2 : 120 + i) : 40])),
    );
    const last = groupAnswer(c, {}, { factors, people }).horizons[c.horizons.at(-1)?.id ?? ""];
    const parted = last?.camps?.people.map((camp) => camp.toSorted()) ?? [];
    expect(parted.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [0, 2, 4, 6],
      [1, 3, 5, 7],
    ]);
    expect(Math.abs(last?.camps?.by[0]?.delta ?? 0)).toBe(1);
    const shares = last?.drivers.shares ?? {};
    expect(Object.values(shares).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(0);
  });

  test("refused: nobody, and what cannot have been seen", () => {
    const [, c] = cases[0] ?? [];
    if (!c) throw new Error("no case");
    const factors = asked(c);
    expect(() => groupAnswer(c, {}, { factors, people: [] })).toThrow(RangeError);
    const [mechanism] = c.mechanisms;
    const clash = {
      assume: { [mechanism?.id ?? ""]: "VL" as const },
      observe: { [mechanism?.id ?? ""]: "VH" as const },
    };
    expect(() => groupAnswer(c, clash, { factors, people: [{ [factors[0] ?? ""]: 1 }] })).toThrow(
      ImpossibleEvidence,
    );
  });
});
