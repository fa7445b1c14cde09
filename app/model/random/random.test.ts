import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf, strata, uniform } from "./generator.ts";
import { pertQuantile } from "./pert.ts";

describe("seeded numbers", () => {
  test("the same seed gives the same stream, another seed another", () => {
    const first = (...seed: number[]) => Array.from({ length: 8 }, uniform(...seed));
    expect(first(1, 2)).toEqual(first(1, 2));
    expect(first(1, 2)).not.toEqual(first(2, 1));
    expect(first(1)).not.toEqual(first(2));
  });

  test("are even over [0, 1)", () => {
    const next = uniform(7);
    const counts = new Array<number>(20).fill(0);
    for (let i = 0; i < 20_000; i++) counts[Math.floor(next() * 20)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(160); // five standard deviations
  });

  test("a Latin hypercube column has one number in every nth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer(), (n, seed) => {
        const cells = Array.from(strata(n, uniform(seed)), (u) => Math.floor(u * n)).sort((a, b) => a - b);
        expect(cells).toEqual(cells.map((_, i) => i));
      }),
    );
  });

  test("ids hash to different seeds", () => {
    const ids = ["strikes", "israelTies", "a", "b", "ab", "ba", ""];
    expect(new Set(ids.map(hashOf)).size).toBe(ids.length);
  });
});

describe("PERT", () => {
  const bounds = fc
    .array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 })
    .map((three) => three.sort((a, b) => a - b) as [number, number, number]);

  test("quantiles rise from low to high and stay inside", () => {
    fc.assert(
      fc.property(bounds, ([low, mode, high]) => {
        const at = pertQuantile(low, mode, high);
        let before = low;
        for (let u = 0.005; u < 1; u += 0.01) {
          const value = at(u);
          expect(value).toBeGreaterThanOrEqual(before - 1e-12);
          expect(value).toBeLessThanOrEqual(high + 1e-12);
          before = value;
        }
      }),
    );
  });

  test("the mean is (low + 4 mode + high) / 6", () => {
    fc.assert(
      fc.property(bounds, ([low, mode, high]) => {
        const at = pertQuantile(low, mode, high);
        let sum = 0;
        for (let i = 0; i < 4000; i++) sum += at((i + 0.5) / 4000);
        expect(Math.abs(sum / 4000 - (low + 4 * mode + high) / 6)).toBeLessThan(1e-3);
      }),
      { numRuns: 30 },
    );
  });

  test("an empty range is its one value, a mode outside counts as the nearer end", () => {
    expect(pertQuantile(4, 9, 4)(0.3)).toBe(4);
    expect(pertQuantile(4, 9, 6)(0.3)).toBe(pertQuantile(4, 6, 6)(0.3));
  });
});
