import fc from "fast-check";
import { expect, test } from "vitest";
import { fewer, type Weighted } from "./gauss.ts";

const weights = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });
const evenly = (numbers: readonly number[]) => ({
  at: numbers.map((x) => x / 4),
  share: numbers.map(() => 1 / numbers.length),
});

test("fewer points have the moments of all, lie within them, and their chances sum to 1", () =>
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 5 }), (numbers, count) => {
      const all = evenly(numbers);
      const few = fewer(all, count);
      expect(few.at).toHaveLength(Math.min(count, numbers.length));
      for (let degree = 0; degree < 2 * count; degree++) {
        const moment = ({ at, share }: Weighted) =>
          at.reduce((sum, x, i) => sum + (share[i] ?? 0) * (x / 10) ** degree, 0);
        expect(moment(few)).toBeCloseTo(moment(all), 8);
      }
      for (const x of few.at) {
        expect(x).toBeGreaterThanOrEqual(Math.min(...all.at) - 1e-9);
        expect(x).toBeLessThanOrEqual(Math.max(...all.at) + 1e-9);
      }
      for (const share of few.share) expect(share).toBeGreaterThan(0);
    }),
  ));

test("as many as there are stay what they are", () => {
  const all = evenly([1, 5, 9]);
  expect(fewer(all, 3)).toEqual(all);
});
