import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestWorstShares } from "./best-worst.ts";
import { checks } from "./checks.test-help.ts";
import { standardised } from "./interval.ts";
import { comparisonTable, pairwiseShares } from "./pairwise.ts";
import { type RankRule, rankShares, surrogateShares } from "./ranking.ts";
import { ranksOf, sharesOf } from "./shares.ts";

const close = (got: readonly number[], wanted: readonly number[], tolerance = 1e-6) => {
  expect(got).toHaveLength(wanted.length);
  got.forEach((x, i) =>
    expect(Math.abs(x - (wanted[i] ?? NaN)), `${i}: ${x}`).toBeLessThanOrEqual(tolerance),
  );
};
const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
const RULES: readonly RankRule[] = ["rod", "roc", "rankSum", "reciprocal"];
const points = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });
const shares = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 6 })
  .map((all) => sharesOf(all));

describe("points as shares", () => {
  test("agree with the check file", () => close(sharesOf(checks.swing.points), checks.swing.weights));

  test("sum to 1, keep proportions, do not mind the unit", () =>
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 9 }), (all, times) => {
        expect(sum(sharesOf(all))).toBeCloseTo(1, 12);
        close(sharesOf(all.map((x) => x * times)), sharesOf(all), 1e-12);
      }),
    ));
});

describe("bare orders", () => {
  test.each([
    ["roc", checks.rankOrderCentroid, 1e-6],
    ["rankSum", checks.rankSum, 1e-6],
    ["reciprocal", checks.rankReciprocal, 1e-6],
    ["rod", checks.rankOrderDistribution.values, checks.rankOrderDistribution.tolerance],
  ] as const)("%s agrees with the check file", (rule, byCount, tolerance) => {
    for (const [n, wanted] of Object.entries(byCount))
      close(surrogateShares(Number(n), rule), wanted, tolerance);
  });

  test("the rank order distribution is exact where it is known in full", () => {
    close(surrogateShares(2), [Math.LN2, 1 - Math.LN2], 1e-12);
    close(surrogateShares(3), checks.rankOrderDistribution.n3_exact);
  });

  test("ties share their places, however they are written", () => {
    const { ranks, weights } = checks.rocTies;
    close(rankShares(ranks, "roc"), weights);
    close(rankShares([1, 2, 2, 3, 4], "roc"), weights);
    for (const rule of RULES) close(rankShares([7, 7, 7, 7], rule), [0.25, 0.25, 0.25, 0.25], 1e-12);
  });

  test("a higher place never weighs less; shares sum to 1; the order asked does not matter", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...RULES),
        (ranks, rule) => {
          const got = rankShares(ranks, rule);
          expect(sum(got)).toBeCloseTo(1, 12);
          ranks.forEach((a, i) =>
            ranks.forEach((b, j) => a < b && expect(got[i]).toBeGreaterThan(got[j] ?? Infinity)),
          );
          close(rankShares(ranks.toReversed(), rule), got.toReversed(), 1e-12);
        },
      ),
    ));

  test("ranks of values: the largest is first, ties in the middle", () => {
    expect(ranksOf([0.2, 0.5, 0.2, 0.1])).toEqual([2.5, 1, 2.5, 4]);
  });
});

describe("best and worst", () => {
  const { consistent_car: car, three_criteria: three } = checks.bwmLinear;
  test("agree with the check file (four decimals)", () => {
    const all = bestWorstShares({ best: 1, worst: 4, bestToOthers: car.BO, othersToWorst: car.OW });
    close(all.shares, car.weights, 6e-5);
    expect(all.xi).toBeCloseTo(car.xi, 9);
    const few = bestWorstShares({ best: 0, worst: 2, bestToOthers: three.BO, othersToWorst: three.OW });
    close(few.shares, three.weights, 6e-5);
    expect(few.xi).toBeCloseTo(three.xi, 4);
  });

  test("judgements that agree give back the shares they came from", () =>
    fc.assert(
      fc.property(shares, (truth) => {
        const best = truth.indexOf(Math.max(...truth));
        const worst = truth.lastIndexOf(Math.min(...truth));
        fc.pre(best !== worst);
        const got = bestWorstShares({
          best,
          worst,
          bestToOthers: truth.map((w) => (truth[best] ?? 0) / w),
          othersToWorst: truth.map((w) => w / (truth[worst] ?? 1)),
        });
        close(got.shares, truth, 1e-7);
        expect(got.xi).toBeLessThan(1e-7);
      }),
    ));

  test("no shares miss the judgements less than those found", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
          minLength: 3,
          maxLength: 6,
        }),
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (judged, other) => {
          const worst = judged.length - 1;
          const bestToOthers = judged.map(([a], i) => (i === 0 ? 1 : a));
          const othersToWorst = judged.map(([, b], i) => (i === worst ? 1 : b));
          const miss = (w: readonly number[]) =>
            Math.max(
              ...w.map((x, j) => (j === 0 ? 0 : Math.abs((w[0] ?? 0) - (bestToOthers[j] ?? 0) * x))),
              ...w.map((x, j) =>
                j === 0 || j === worst ? 0 : Math.abs(x - (othersToWorst[j] ?? 0) * (w[worst] ?? 0)),
              ),
            );
          const got = bestWorstShares({ best: 0, worst, bestToOthers, othersToWorst });
          expect(sum(got.shares)).toBeCloseTo(1, 9);
          expect(miss(got.shares)).toBeCloseTo(got.xi, 9);
          expect(got.xi).toBeLessThanOrEqual(miss(sharesOf(other.slice(0, judged.length))) + 1e-9);
        },
      ),
    ));
});

describe("pairs", () => {
  test.each(Object.entries(checks.ahp))("%s agrees with the check file", (_, wanted) => {
    const got = pairwiseShares(wanted.matrix);
    close(got.shares, wanted.geometricMean);
    // The file's tables are themselves rounded to six decimals.
    expect(Math.abs(got.lambdaMax - wanted.lambdaMax)).toBeLessThan(5e-6);
    expect(Math.abs(got.consistencyIndex - wanted.CI)).toBeLessThan(5e-6);
    expect(Math.abs(got.consistencyRatio - wanted.CR)).toBeLessThan(5e-6);
    expect(Math.abs(got.geometricIndex - wanted.GCI)).toBeLessThan(5e-5);
    expect(got.consistent).toBe(wanted.CR <= 0.1);
  });

  test("pairs from shares give the shares back, without a contradiction", () =>
    fc.assert(
      fc.property(shares, (truth) => {
        const pairs = truth.flatMap((w, i) =>
          truth.slice(i + 1).map((v, k) => [i, i + 1 + k, w / v] as const),
        );
        const got = pairwiseShares(comparisonTable(truth.length, pairs));
        close(got.shares, truth, 1e-9);
        expect(got.consistencyRatio).toBeLessThan(1e-9);
      }),
    ));
});

test("intervals brought to one sureness agree with the check file and stay in order", () => {
  for (const { L, B, U, C, S, out } of checks.ideaStandardise.cases) {
    const got = standardised({ low: L, best: B, high: U }, C, S);
    close([got.low, got.best, got.high], out);
  }
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(chance, chance, chance, fc.double({ min: 0.1, max: 1, noNaN: true }), (a, b, c, sure) => {
      const [low, best, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const got = standardised({ low, best, high }, sure);
      expect(got.low).toBeGreaterThanOrEqual(0);
      expect(got.low).toBeLessThanOrEqual(best);
      expect(got.high).toBeGreaterThanOrEqual(best);
      expect(got.high).toBeLessThanOrEqual(1);
    }),
  );
});
