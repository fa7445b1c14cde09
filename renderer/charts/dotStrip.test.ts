import fc from "fast-check";
import { expect, it } from "vitest";
import { stackDots } from "./DotStrip.tsx";

it("draws every value as one dot near where it lies, none over another", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 60 }), (xs) => {
      const { size, dots } = stackDots(xs, 50, 11);
      expect(dots).toHaveLength(xs.length);
      const sorted = xs.toSorted((a, b) => a - b);
      dots.forEach(({ x }, i) =>
        expect(Math.abs(x - (sorted[i] ?? NaN))).toBeLessThanOrEqual(size / 2 + 1e-9),
      );
      expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(dots.length);
    }),
  );
});

it("makes dots smaller where they would stack too high", () => {
  expect(stackDots([5, 5, 5], 50, 11).size).toBe(11);
  expect(
    stackDots(
      Array.from({ length: 10 }, () => 5),
      50,
      11,
    ).size,
  ).toBe(5);
});
