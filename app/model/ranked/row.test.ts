import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpolatedRows } from "./lattice.ts";
import { meanOf, truncatedNormalRow, truncatedNormalRows } from "./row.ts";

function rowOf(mean: number, spread: number): number[] {
  const out = new Float64Array(5);
  truncatedNormalRow(mean, spread, out, 0);
  return Array.from(out);
}

const mean = fc.double({ min: -5, max: 6, noNaN: true });
const spread = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

describe("rows of a truncated normal cut at the borders", () => {
  test("sum to 1 and are never NaN, whatever mean and spread", () => {
    fc.assert(
      fc.property(mean, spread, (mu, sigma) => {
        const row = rowOf(mu, sigma);
        expect(row.every((p) => p >= 0 && p <= 1)).toBe(true);
        expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
      }),
      { numRuns: 2000 },
    );
  });

  test("are mirrored when the mean is mirrored", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.02, max: 5, noNaN: true }),
        (mu, sigma) => {
          const row = rowOf(mu, sigma);
          rowOf(1 - mu, sigma)
            .reverse()
            .forEach((p, k) => expect(p).toBeCloseTo(row[k] ?? NaN, 12));
        },
      ),
    );
  });

  test("move up with the mean", () => {
    fc.assert(
      fc.property(mean, fc.double({ min: 0.03, max: 3, noNaN: true }), (mu, sigma) => {
        expect(meanOf(rowOf(mu + 0.01, sigma))).toBeGreaterThanOrEqual(meanOf(rowOf(mu, sigma)) - 1e-12);
      }),
    );
  });

  test("a spread without bounds is uniform; one without width is one level; between two levels, half and half", () => {
    for (const p of rowOf(0.3, 1e6)) expect(p).toBeCloseTo(0.2, 12);
    expect(rowOf(0.5, 1e-9)).toEqual([0, 0, 1, 0, 0]);
    expect(rowOf(0.4, 1e-9)[1]).toBeCloseTo(0.5, 7);
  });

  test("no mass on [0, 1]: all goes to the nearer end", () => {
    expect(rowOf(-3, 0.1)).toEqual([1, 0, 0, 0, 0]);
    expect(rowOf(4, 0.1)).toEqual([0, 0, 0, 0, 1]);
    expect(rowOf(-Infinity, 0.1)).toEqual([1, 0, 0, 0, 0]);
  });

  test("entries below 1e-15 are exactly 0: impossible has one meaning", () => {
    fc.assert(
      fc.property(mean, fc.double({ min: 0.01, max: 0.2, noNaN: true }), (mu, sigma) => {
        for (const p of rowOf(mu, sigma)) expect(p === 0 || p >= 9e-16).toBe(true);
      }),
    );
  });

  test("narrow and wide ways of taking the masses meet", () => {
    const below = rowOf(0.37, 0.8 - 1e-12);
    rowOf(0.37, 0.8 + 1e-12).forEach((p, k) => expect(p).toBeCloseTo(below[k] ?? NaN, 12));
  });

  test("interpolated rows are within 1e-8 of computed ones, inside and outside the lattice", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.constantFrom(0.05, 0.08, 0.16, 0.3),
        (mu, sigma) => {
          const exact = new Float64Array(5);
          const quick = new Float64Array(5);
          truncatedNormalRows(Float64Array.of(mu), sigma, exact);
          interpolatedRows(Float64Array.of(mu), sigma, quick);
          quick.forEach((p, k) => expect(Math.abs(p - (exact[k] ?? NaN))).toBeLessThan(1e-8));
        },
      ),
    );
  });
});
