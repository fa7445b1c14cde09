import fc from "fast-check";
import { expect, it } from "vitest";
import { spread } from "./spread.ts";

const WISHES = fc.array(
  fc.record({
    want: fc.double({ min: -50, max: 250, noNaN: true }),
    size: fc.double({ min: 1, max: 30, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

it("keeps order, distance and bounds where there is room, and shares the room alike where there is not", () => {
  fc.assert(
    fc.property(WISHES, (wishes) => {
      const needed = wishes.reduce((sum, { size }) => sum + size, 0);
      const scale = Math.min(1, 200 / needed);
      const middles = spread(wishes, 0, 200);
      wishes.forEach(({ size }, i) => {
        const [half, middle] = [(size * scale) / 2, middles[i] ?? NaN];
        expect(middle - half).toBeGreaterThanOrEqual(-1e-6);
        expect(middle + half).toBeLessThanOrEqual(200 + 1e-6);
        const [next, other] = [wishes[i + 1], middles[i + 1] ?? Infinity];
        if (next) expect(other - middle).toBeGreaterThanOrEqual(half + (next.size * scale) / 2 - 1e-6);
      });
    }),
  );
});

it("grants wishes that do not clash", () => {
  expect(
    spread(
      [
        { want: 20, size: 10 },
        { want: 60, size: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([20, 60]);
});

it("shares a clash evenly, and leaves what weighs most where it is", () => {
  expect(
    spread(
      [
        { want: 50, size: 10 },
        { want: 50, size: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([45, 55]);
  const [moved, fixed] = spread(
    [
      { want: 50, size: 10 },
      { want: 50, size: 10, weight: 1e6 },
    ],
    0,
    100,
  );
  expect(fixed).toBeCloseTo(50, 3);
  expect(moved).toBeCloseTo(40, 3);
});
