import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calibrationScore,
  hits,
  performanceWeights,
  relativeInformation,
  type SeedAnswer,
} from "./calibration.ts";
import { checks } from "./checks.test-help.ts";
import {
  bestFit,
  cdf,
  type Family,
  fit,
  pooledQuantile,
  type Quantiles,
  quantileDots,
  quantileOf,
} from "./fit.ts";
import { judgedChances, judgedQuantities } from "./judged.ts";
import { betaCdf, gammaTail, logGamma, normalCdf, normalQuantile } from "./special.ts";

const said = (name: "vignette_consensus" | "expertA" | "expertB" | "from_80pct_interval"): Quantiles => {
  const { vals, probs, limits } = checks.shelfBetaFit[name];
  return { values: vals, chances: probs, limits };
};

describe("fits", () => {
  // The file gives four decimals or three; the fits agree to those.
  test.each(["vignette_consensus", "expertA", "expertB", "from_80pct_interval"] as const)(
    "%s agrees with the check file",
    (name) => {
      const wanted = checks.shelfBetaFit[name];
      const got = fit(said(name), "beta");
      if (!got) throw new Error("no fit");
      expect(Math.abs(got.parameters[0] - wanted.alpha)).toBeLessThan(1.5e-4);
      expect(Math.abs(got.parameters[1] - wanted.beta)).toBeLessThan(1.5e-4);
      expect(got.misfit).toBeCloseTo(wanted.ssq, 5);
      const { limits } = wanted;
      expect(Math.abs(quantileOf(got, limits, 0.05) - wanted.q05)).toBeLessThan(6e-4);
      expect(Math.abs(quantileOf(got, limits, 0.5) - wanted.q50)).toBeLessThan(6e-4);
      expect(Math.abs(quantileOf(got, limits, 0.95) - wanted.q95)).toBeLessThan(6e-4);
      wanted.cdfAtVals.forEach((p, i) => expect(cdf(got, limits, wanted.vals[i] ?? NaN)).toBeCloseTo(p, 4));
    },
  );

  test("a linear pool of two experts", () => {
    const [a, b] = [fit(said("expertA"), "beta"), fit(said("expertB"), "beta")];
    const { w, q05, q50, q95 } = checks.shelfBetaFit.linearPoolAB;
    const at = (p: number) => pooledQuantile(a && b ? [a, b] : [], [0, 100], p, w);
    expect(Math.abs(at(0.05) - q05)).toBeLessThan(1e-3);
    expect(Math.abs(at(0.5) - q50)).toBeLessThan(1e-3);
    expect(Math.abs(at(0.95) - q95)).toBeLessThan(1e-3);
  });

  test("twenty dots of equal chance", () => {
    const { n, alpha, beta, dots } = checks.quantileDotplot;
    const got = quantileDots((p) => quantileOf({ family: "beta", parameters: [alpha, beta] }, [0, 1], p), n);
    got.forEach((x, i) => expect(x).toBeCloseTo(dots[i] ?? NaN, 4));
  });

  test.each(["normal", "lognormal", "beta"] as const)(
    "%s: finds the one the points came from",
    (family: Family) =>
      fc.assert(
        fc.property(
          fc.double({ min: 0.6, max: 3, noNaN: true }),
          fc.double({ min: 0.3, max: 1.2, noNaN: true }),
          (a, b) => {
            const truth = {
              family,
              parameters: (family === "beta" ? [a * 2, b * 4] : [a, b]) as [number, number],
            };
            const limits: [number, number] =
              family === "beta" ? [0, 1] : family === "normal" ? [-99, 99] : [0, 9999];
            const chances = [0.1, 0.5, 0.9];
            const values = chances.map((p) => quantileOf(truth, limits, p));
            const got = fit({ values, chances, limits }, family);
            expect(got?.misfit).toBeLessThan(1e-9);
            expect(got?.parameters[0]).toBeCloseTo(truth.parameters[0], 2);
            expect(got?.parameters[1]).toBeCloseTo(truth.parameters[1], 2);
            expect(bestFit({ values, chances, limits }, [family])).toEqual(got);
          },
        ),
        { numRuns: 25 },
      ),
  );

  test("the best of all misses no more than any; the unit does not matter", () => {
    const one = said("vignette_consensus");
    const best = bestFit(one);
    for (const family of ["beta", "normal", "lognormal"] as const)
      expect(best?.misfit).toBeLessThanOrEqual(fit(one, family)?.misfit ?? NaN);
    const thousandth = { ...one, values: one.values.map((v) => v / 1000), limits: [0, 0.1] as const };
    expect(fit(thousandth, "normal")?.parameters[0]).toBeCloseTo(
      (fit(one, "normal")?.parameters[0] ?? NaN) / 1000,
      7,
    );
  });

  test("what cannot be fitted is not", () => {
    const one = said("vignette_consensus");
    expect(fit({ ...one, values: [30, 30, 40] }, "beta")).toBeNull();
    expect(fit({ ...one, values: [0, 30, 40] }, "beta")).toBeNull();
    expect(fit({ ...one, chances: [0.25, 0.5, 1] }, "beta")).toBeNull();
    expect(fit({ values: [1], chances: [0.5], limits: [0, 2] }, "normal")).toBeNull();
  });
});

describe("seed questions", () => {
  test("calibration agrees with the check file (four decimals)", () => {
    for (const { s, N, expected, relInfo, calibration } of checks.cookeCalibration) {
      expect(relativeInformation(s, expected)).toBeCloseTo(relInfo, 6);
      expect(Math.abs(calibrationScore(s, N, expected) - calibration)).toBeLessThan(6e-5);
    }
  });

  const person = (truths: readonly number[], half: number): SeedAnswer[] =>
    truths.map((truth, i) => ({
      q05: truth - half,
      q50: truth + (i % 2 === 0 ? half / 9 : -half / 9),
      q95: truth + half,
      truth,
    }));
  const truths = Array.from({ length: 10 }, (_, i) => 10 + 7 * i);

  test("truths on a border count below it", () => {
    expect(
      hits([
        { q05: 1, q50: 2, q95: 3, truth: 1 },
        { q05: 1, q50: 2, q95: 3, truth: 4 },
      ]),
    ).toEqual([1, 0, 0, 1]);
  });

  test("nobody is weighed on fewer than ten seeds; who is right and narrow weighs most", () => {
    expect(performanceWeights([person(truths.slice(1), 5)])).toBeNull();
    const off = person(truths, 5).map((a) => ({ ...a, q05: a.q05 + 40, q50: a.q50 + 40, q95: a.q95 + 40 }));
    const got = performanceWeights([person(truths, 5), person(truths, 20), off]) ?? [];
    expect(got.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
    expect(got[0]).toBeGreaterThan(got[1] ?? NaN);
    expect(got[2]).toBeLessThan(0.001);
  });
});

test("who gives one number instead of a span is weighed all the same", () => {
  const truths = Array.from({ length: 10 }, (_, i) => 10 * (i + 1));
  const flat = truths.map((truth) => ({ q05: truth, q50: truth, q95: truth, truth }));
  const wide = truths.map((truth) => ({ q05: truth - 9, q50: truth + 1, q95: truth + 9, truth }));
  for (const people of [[flat, wide], [flat, flat], [flat]]) {
    const got = performanceWeights(people) ?? [];
    expect(got.every(Number.isFinite)).toBe(true);
    expect(got.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
  }
});

describe("what people said without a model", () => {
  const spans = [
    { low: 0.1, best: 0.3, high: 0.5 },
    { low: 0.2, best: 0.4, high: 0.7 },
  ];
  test("is one distribution between the spans, twenty dots of equal chance", () => {
    const got = judgedChances(spans, null);
    if (!got) throw new Error("nothing was fitted");
    expect([got.people, got.fitted, got.dots.length, got.sureness]).toEqual([2, 2, 20, 0.8]);
    expect(got.low).toBeGreaterThan(0.08);
    expect(got.low).toBeLessThan(0.2);
    expect(got.median).toBeGreaterThan(0.3);
    expect(got.median).toBeLessThan(0.4);
    expect(got.dots.filter((x) => x >= got.low && x <= got.high)).toHaveLength(16);
  });
  test("is widened where practice showed that spans hold too little, and narrowed where they hold more", () => {
    const width = (held: number | null) => {
      const got = judgedChances(spans, held);
      return got ? got.high - got.low : NaN;
    };
    expect(width(0.5)).toBeGreaterThan(width(null));
    expect(width(1)).toBeLessThan(width(null));
    expect(width(0.8)).toBeCloseTo(width(null), 9);
    // A room that held nothing is not widened without end.
    expect(width(0)).toBeCloseTo(width(0.2), 12);
  });
  test("leaves out who gave no span, at the ends too", () => {
    const one = { low: 0.3, best: 0.3, high: 0.3 };
    expect(judgedChances([one], null)).toBeNull();
    expect(judgedChances([...spans, one], null)).toMatchObject({ people: 3, fitted: 2 });
    expect(judgedChances([{ low: 0, best: 0.5, high: 1 }], null)?.fitted).toBe(1);
  });
  test("of a quantity holds what the spans held, on its own scale", () => {
    const got = judgedQuantities(
      [
        { low: 1900, best: 1920, high: 1940 },
        { low: 1910, best: 1919, high: 1930 },
      ],
      0.9,
    );
    expect(got?.median).toBeGreaterThan(1915);
    expect(got?.median).toBeLessThan(1925);
    expect(got?.low).toBeGreaterThan(1895);
    expect(judgedQuantities([], 0.9)).toBeNull();
    expect(judgedQuantities([{ low: 4, best: 4, high: 4 }], 0.9)).toBeNull();
  });
});

describe("special functions", () => {
  test("known values", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(gammaTail(1, 2)).toBeCloseTo(Math.exp(-2), 13);
    expect(gammaTail(1.5, 7.814727903251179 / 2)).toBeCloseTo(0.05, 10);
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 13);
    expect(betaCdf(0.5, 2, 3)).toBeCloseTo(0.6875, 13);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  });

  test("a quantile is the way back; both tails mirror each other", () =>
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
        expect(betaCdf(p, 2.5, 0.7)).toBeCloseTo(1 - betaCdf(1 - p, 0.7, 2.5), 12);
      }),
    ));
});
