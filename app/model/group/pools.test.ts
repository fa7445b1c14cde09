import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checks, sigmoidModel } from "./checks.test-help.ts";
import {
  extremisedPool,
  linearPool,
  oddsMeanPool,
  type Pool,
  poolBand,
  pooled,
  POOLS,
  probitPool,
  trimmedPool,
} from "./pools.ts";
import { medianOf } from "./spread.ts";
import { meanShares, medianShares } from "./vectors.ts";

const chance = fc.double({ min: 0.002, max: 0.998, noNaN: true });
const chances = fc.array(chance, { minLength: 1, maxLength: 15 });
const NAMES = Object.keys(POOLS) as Pool[];

describe("pools", () => {
  test.each(["sevilla_published", "workshop7", "two"] as const)("%s agrees with the check file", (name) => {
    const wanted = checks.pools[name];
    const { p } = wanted;
    const got: Record<string, number> = {
      linear: linearPool(p),
      median: medianOf(p),
      geoMeanOdds: oddsMeanPool(p),
      probitMean: probitPool(p),
      "extremised_1.161": extremisedPool(p, 1.161),
      "extremised_1.5": extremisedPool(p, 1.5),
      "extremised_2.5": extremisedPool(p, 2.5),
      "extremised_3.921": extremisedPool(p, 3.921),
      "trimmed_0.1": trimmedPool(p, 0.1),
      "trimmed_0.2": trimmedPool(p, 0.2),
      "trimmed_0.25": trimmedPool(p, 0.25),
    };
    // Wanted values have six decimals.
    for (const [pool, value] of Object.entries(got))
      expect(Math.abs(value - (wanted[pool] as number)), pool).toBeLessThan(1.01e-6);
  });

  test("weights count", () => {
    const { p, w, linear, log } = checks.pools.weighted;
    expect(linearPool(p, w)).toBeCloseTo(linear, 6);
    expect(oddsMeanPool(p, w)).toBeCloseTo(log, 6);
  });

  test("outputs of a model pooled: geometric mean of odds, mean, median", () => {
    const { W, pEach, outputsGMO, outputsMean, outputsMedian, ...inputs } = checks.poolInputsVsOutputs;
    const p = W.map(sigmoidModel);
    p.forEach((x, i) => expect(x).toBeCloseTo(pEach[i] ?? NaN, 6));
    expect(oddsMeanPool(p)).toBeCloseTo(outputsGMO, 6);
    expect(linearPool(p)).toBeCloseTo(outputsMean, 6);
    expect(medianOf(p)).toBeCloseTo(outputsMedian, 6);
    // Not the same as the model at pooled weights.
    const columns = [0, 1, 2].map((f) => W.map((row) => row[f] ?? 0));
    expect(sigmoidModel(columns.map((one) => linearPool(one)))).toBeCloseTo(inputs.inputsMean, 6);
    expect(sigmoidModel(columns.map((one) => medianOf(one)))).toBeCloseTo(inputs.inputsMedian, 6);
  });

  test("each lies among the answers, does not mind their order, and agrees with people who agree", () =>
    fc.assert(
      fc.property(chances, fc.constantFrom(...NAMES), (p, name) => {
        const got = POOLS[name](p);
        expect(got).toBeGreaterThanOrEqual(Math.min(...p) - 1e-12);
        expect(got).toBeLessThanOrEqual(Math.max(...p) + 1e-12);
        expect(POOLS[name](p.toReversed())).toBeCloseTo(got, 12);
        expect(POOLS[name](p.map(() => p[0] ?? 0))).toBeCloseTo(p[0] ?? NaN, 12);
      }),
    ));

  test("what speaks for the event speaks as much against its opposite", () =>
    fc.assert(
      fc.property(chances, fc.constantFrom(...NAMES), (p, name) => {
        expect(POOLS[name](p.map((x) => 1 - x))).toBeCloseTo(1 - POOLS[name](p), 9);
      }),
    ));

  test("nobody vetoes the room by a nought or a hundred", () => {
    const got = oddsMeanPool([0, 0.5, 0.5]);
    expect(got).toBeGreaterThan(0.05);
    expect(oddsMeanPool([1, 0.5, 0.5])).toBeCloseTo(1 - got, 12);
    expect(probitPool([0, 1])).toBeCloseTo(0.5, 12);
  });

  test("the band: the same for the same seed, around the pool, a point where all agree, none for one person", () =>
    fc.assert(
      fc.property(chances, fc.integer(), (p, seed) => {
        const band = poolBand(p, "oddsMean", seed, 200);
        expect(poolBand(p, "oddsMean", seed, 200)).toEqual(band);
        if (p.length < 2) {
          expect(band).toBeNull();
          return;
        }
        expect(band?.low).toBeLessThanOrEqual(band?.high ?? NaN);
        const [low, high] = [Math.min(...p), Math.max(...p)];
        expect(band?.low).toBeGreaterThanOrEqual(low - 1e-12);
        expect(band?.high).toBeLessThanOrEqual(high + 1e-12);
        const alike = poolBand(
          p.map(() => low),
          "oddsMean",
          seed,
          50,
        );
        expect(alike?.low).toBeCloseTo(low, 12);
        expect(alike?.high).toBeCloseTo(low, 12);
      }),
      { numRuns: 40 },
    ));

  test("all of it at once: the band covers the headline, extremes lie farther from even", () => {
    const got = pooled(checks.pools.workshop7.p);
    expect(got.n).toBe(7);
    expect(got.oddsMean).toBeCloseTo(0.295599, 6);
    expect(got.band?.low).toBeLessThan(got.oddsMean);
    expect(got.band?.high).toBeGreaterThan(got.oddsMean);
    // A bootstrap's band is about as wide as the standard error says: logit ± 1.28 · 1.181 · √(6/7) / √7.
    expect(got.band?.low).toBeCloseTo(0.2, 1);
    expect(got.band?.high).toBeCloseTo(0.42, 1);
    expect(got.extremised.map(({ p }) => p)).toEqual([
      expect.closeTo(0.213742, 6) as number,
      expect.closeTo(0.102398, 6) as number,
    ]);
  });
});

describe("several people's shares", () => {
  const { x, arith, medianRenorm } = checks.weightVectors;
  const agree = (got: readonly number[], wanted: readonly number[]) =>
    got.forEach((v, i) => expect(v).toBeCloseTo(wanted[i] ?? NaN, 6));

  test("agree with the check file", () => {
    agree(meanShares(x), arith);
    agree(medianShares(x), medianRenorm);
  });

  test("the median is brought back to a sum of 1", () => {
    const got = medianShares([
      [0.8, 0.1, 0.1],
      [0.1, 0.8, 0.1],
      [0.1, 0.1, 0.8],
    ]);
    agree(got, [1 / 3, 1 / 3, 1 / 3]);
  });
});
