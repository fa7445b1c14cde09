import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { separations, twoCamps } from "./camps.ts";
import { checks } from "./checks.test-help.ts";
import { concordance } from "./concordance.ts";
import { ranksOf } from "./shares.ts";
import {
  bimodality,
  logOddsDeviation,
  normalisedEntropy,
  spearman,
  spreadOf,
  TWO_SUMMITS,
  wordCounts,
} from "./spread.ts";
import { stability } from "./stability.ts";

const chance = fc.integer({ min: 1, max: 99 }).map((n) => n / 100);
const chances = fc.array(chance, { minLength: 1, maxLength: 14 });

describe("how far answers lie apart", () => {
  test("agrees with the check file", () => {
    const { x, q25_50_75_type7: quartiles, IQR, sd, MAD, logOddsSd } = checks.spread;
    const got = spreadOf(x);
    got.quartiles.forEach((q, i) => expect(q).toBeCloseTo(quartiles[i] ?? NaN, 9));
    expect(got.iqr).toBeCloseTo(IQR, 9);
    expect(got.sd).toBeCloseTo(sd, 6);
    expect(got.mad).toBeCloseTo(MAD, 9);
    expect(logOddsDeviation(x)).toBeCloseTo(logOddsSd, 6);
    expect(normalisedEntropy([...checks.entropy.counts, 0, 0, 0])).toBeCloseTo(
      checks.entropy.H_norm_7bins,
      6,
    );
    expect(bimodality(checks.bimodality.x)).toBeCloseTo(checks.bimodality.BC, 6);
  });

  test("words: everyone counts once, by the number shown; off the scale goes to its ends", () => {
    expect(wordCounts(checks.spread.x)).toEqual([0, 2, 3, 1, 1, 0, 0]);
    expect(wordCounts([0.001, 0.999, 0.5])).toEqual([1, 0, 0, 1, 0, 0, 1]);
  });

  test("nothing lies apart where all agree; entropy is whole when every word has as many", () => {
    expect(spreadOf([0.3, 0.3])).toMatchObject({ iqr: 0, mad: 0, sd: 0, low: 0.3, high: 0.3 });
    expect(normalisedEntropy([9, 0, 0])).toBe(0);
    expect(normalisedEntropy([2, 2, 2, 2, 2, 2, 2])).toBeCloseTo(1, 12);
    expect(spreadOf([0.4]).sd).toBe(0);
  });

  test("moved along, numbers lie as far apart; stretched, farther by as much", () =>
    fc.assert(
      fc.property(chances, (p) => {
        const [plain, moved] = [spreadOf(p), spreadOf(p.map((x) => 2 * x + 1))];
        expect(moved.iqr).toBeCloseTo(2 * plain.iqr, 9);
        expect(moved.mad).toBeCloseTo(2 * plain.mad, 9);
        expect(moved.sd).toBeCloseTo(2 * plain.sd, 9);
      }),
    ));
});

describe("two camps", () => {
  const apart = [0.1, 0.82, 0.12, 0.85, 0.11, 0.8, 0.13, 0.84];

  test("are seen where there are two, with who belongs to which", () => {
    const got = twoCamps(apart);
    expect(got.camps?.map((camp) => camp.toSorted())).toEqual([
      [0, 2, 4, 6],
      [1, 3, 5, 7],
    ]);
  });

  test("are not seen in one crowd, in too few, in one dissenter or where all agree", () => {
    expect(twoCamps([0.3, 0.35, 0.38, 0.4, 0.41, 0.42, 0.45, 0.5]).camps).toBeUndefined();
    expect(twoCamps([0.1, 0.1, 0.9]).coefficient).toBeNull();
    expect(twoCamps([0.3, 0.3, 0.3, 0.34, 0.34, 0.34]).camps).toBeUndefined();
    expect(twoCamps([0.2, 0.2, 0.2, 0.2, 0.2])).toEqual({ coefficient: null });
    const dissent = twoCamps([0.1, 0.1, 0.11, 0.12, 0.1, 0.9]);
    expect(dissent.coefficient).toBeGreaterThan(TWO_SUMMITS);
    expect(dissent.camps).toBeUndefined();
  });

  test("what separates them comes first: the factor weighed apart, not the one weighed high by all", () => {
    const { camps } = twoCamps(apart);
    const weights = apart.map((p, i) => ({ same: 9, noisy: (i * 7) % 5, apart: p > 0.5 ? 8 + (i % 2) : 2 }));
    const got = separations(camps ?? [[], []], ["same", "noisy", "apart"], weights);
    expect(got[0]).toMatchObject({ factor: "apart", delta: 1, medians: [2, 9] });
    expect(got.at(-1)).toMatchObject({ factor: "same", delta: 0 });
  });
});

describe("Kendall's W", () => {
  test.each(["published_10x4", "ties_4x5"] as const)("%s agrees with the check file", (name) => {
    const wanted = checks.kendallW[name];
    const got = concordance(wanted.ranks);
    expect(got.s).toBeCloseTo(wanted.S, 6);
    expect(got.w).toBeCloseTo(wanted.W, 6);
    expect(got.meanSpearman).toBeCloseTo(wanted.meanSpearman, 6);
    expect(got.chi2).toBeCloseTo(wanted.chi2, 6);
    expect(got.df).toBe(wanted.df);
    expect(got.pChi2).toBeCloseTo(wanted.p, 6);
  });

  test("the exact distribution agrees with counting every case", () => {
    const { ranks, W, pExact, pChi2 } = checks.kendallW.exactPermutation_m5_n3;
    const got = concordance(ranks);
    expect(got.w).toBeCloseTo(W, 9);
    expect(got.exact).toBe(true);
    expect(got.p).toBeCloseTo(pExact, 6);
    expect(got.pChi2).toBeCloseTo(pChi2, 6);
  });

  test("full agreement and opposition; draws where there are too many cases", () => {
    expect(
      concordance([
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ]),
    ).toMatchObject({ w: 1, p: 1 / 576 });
    const opposed = concordance([
      [1, 2, 3, 4],
      [4, 3, 2, 1],
    ]);
    expect(opposed).toMatchObject({ w: 0, meanSpearman: -1 });
    expect(opposed.p).toBeCloseTo(1, 12);
    const many = concordance(checks.kendallW.published_10x4.ranks);
    expect(many.exact).toBe(false);
    expect(many.p).toBeGreaterThan(0);
    expect(many.p).toBeLessThan(0.01);
    expect(concordance(checks.kendallW.published_10x4.ranks).p).toBe(many.p);
    expect(
      concordance([
        [2, 2, 2],
        [2, 2, 2],
      ]),
    ).toMatchObject({ w: null, p: 1 });
  });

  test("who comes first and how factors are called does not matter", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (points) => {
          const ranks = points.map(ranksOf);
          const got = concordance(ranks);
          const other = concordance(ranks.toReversed().map((row) => row.toReversed()));
          if (got.w === null) expect(other.w).toBeNull();
          else {
            expect(other.w).toBeCloseTo(got.w, 9);
            expect(got.w).toBeGreaterThanOrEqual(0);
            expect(got.w).toBeLessThanOrEqual(1);
          }
          expect(other.p).toBeCloseTo(got.p, 9);
          // Where nobody ties, the mean of all pairs' correlations.
          if (ranks.every((row) => new Set(row).size === 4)) {
            const pairs = ranks.flatMap((a, i) => ranks.slice(i + 1).map((b) => spearman(a, b) ?? NaN));
            const mean = pairs.reduce((sum, r) => sum + r / pairs.length, 0);
            expect(got.meanSpearman).toBeCloseTo(mean, 9);
          }
        },
      ),
      { numRuns: 60 },
    ));
});

describe("between rounds", () => {
  test("agrees with the check file", () => {
    const { r1, r2, meanAbsChange, sdRatio, spearman: order } = checks.stability;
    const got = stability(r1, r2);
    expect(got.meanChange).toBeCloseTo(meanAbsChange, 9);
    expect(got.sdRatio).toBeCloseTo(sdRatio, 6);
    expect(got.spearman).toBeCloseTo(order, 9);
    expect(got.stable).toBe(false);
  });

  test("stable: little moved and the spread stayed; both are needed", () => {
    expect(stability([0.1, 0.3, 0.5], [0.11, 0.31, 0.51]).stable).toBe(true);
    expect(stability([0.1, 0.3, 0.5], [0.14, 0.34, 0.54]).stable).toBe(false);
    expect(stability([0.3, 0.31, 0.32], [0.31, 0.31, 0.31]).stable).toBe(false);
    expect(stability([0.3, 0.3], [0.3, 0.3])).toMatchObject({ iqrChange: 0, sdRatio: null, stable: true });
    expect(stability([0.3, 0.3], [0.3, 0.31]).iqrChange).toBe(Infinity);
  });

  test("correlation of ranks does not mind how numbers are stretched", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, chance), { minLength: 2, maxLength: 9 }), (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const got = spearman(x, y);
        const other = spearman(x.map(Math.exp), y);
        if (got === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(got, 12);
      }),
    ));
});
