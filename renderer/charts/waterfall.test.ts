import fc from "fast-check";
import { expect, test } from "vitest";
import { float, scaleEnd } from "./waterfall.ts";

const row = (value: number, i: number) =>
  ({ id: String(i), label: "", value, points: 0, tone: "apart" }) as const;

test("each bar begins where the one before ended, and the last ends at start plus all", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 1 }), (values) => {
      let run = 0.1;
      for (const [i, { from, to }] of float(0.1, values.map(row)).entries()) {
        expect([from, to]).toContain(run);
        run += values[i] ?? 0;
        expect([from, to]).toContain(run);
        expect(from).toBeLessThanOrEqual(to);
      }
    }),
  );
});

test("the scale ends at a round number that holds everything, never above one", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (highest) => {
      const end = scaleEnd(highest);
      expect(end).toBeGreaterThanOrEqual(Math.min(highest, 1) - 1e-12);
      expect(end).toBeLessThanOrEqual(Math.min(1, highest * 1.6 + 1e-9));
    }),
  );
  expect(scaleEnd(0.368)).toBeCloseTo(0.4, 12);
  expect(scaleEnd(0.012)).toBeCloseTo(0.015, 12);
  expect(scaleEnd(0)).toBeGreaterThan(0);
});
