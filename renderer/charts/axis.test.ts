import fc from "fast-check";
import { expect, test } from "vitest";
import { axisAround, axisTo, tickLabel } from "./axis.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

test("a scale from 0 holds the highest share, ends within 0..1 and has few ticks, 0 among them", () => {
  fc.assert(
    fc.property(share, (p) => {
      const { end, ticks } = axisTo(p);
      expect(end).toBeGreaterThanOrEqual(Math.min(p, 1) - 1e-9);
      expect(end).toBeLessThanOrEqual(1);
      expect(end).toBeGreaterThan(0);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(Math.max(...ticks)).toBeLessThanOrEqual(end + 1e-9);
      expect(new Set(ticks.map((tick) => tickLabel(tick, false))).size).toBe(ticks.length);
    }),
    { examples: [[0], [1], [0.62], [0.0005]] },
  );
});

test("a scale around values holds them all in whole points", () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 20 }), (values) => {
      const { start, end, ticks } = axisAround(values);
      expect(start).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
      expect(end).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
      expect(end).toBeGreaterThan(start);
      for (const tick of ticks) expect(Math.abs(tick * 100 - Math.round(tick * 100))).toBeLessThan(1e-6);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
    { examples: [[[1]], [[0]], [[0.331, 0.3312]]] },
  );
});
