import fc from "fast-check";
import { expect, test } from "vitest";
import { layDots, SMALLEST_DOT } from "./dots.ts";
import type { DotLayout } from "./dots.ts";

const space = { low: null, high: null, width: 342, height: 80, maxDot: 18 };
const dotsOf = (layout: DotLayout) => {
  if (layout.kind !== "dots") throw new Error("these fit as dots");
  return layout;
};
const spread = (from: number, to: number) =>
  Array.from({ length: 50 }, (_, i) => from + ((to - from) * i) / 49);

test("every weighting is one dot, and no stack is higher than the room there is", () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, (drawn) => {
      const layout = layDots({ ...space, values: [...drawn].sort((a, b) => a - b) });
      if (layout.kind === "bar") return;
      expect(layout.dots).toHaveLength(drawn.length);
      expect(layout.size).toBeGreaterThanOrEqual(SMALLEST_DOT);
      expect(layout.size).toBeLessThanOrEqual(space.maxDot);
      for (const { y } of layout.dots) expect(y + layout.size / 2).toBeLessThanOrEqual(space.height + 1e-9);
    }),
  );
});

test("dots do not overlap", () => {
  const { dots, size } = dotsOf(layDots({ ...space, values: spread(0.02, 0.06) }));
  for (const [i, a] of dots.entries())
    for (const b of dots.slice(i + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(size - 1e-9);
});

test("dots are as large as allowed where there is room, and shrink where they would stack too high", () => {
  expect(dotsOf(layDots({ ...space, values: spread(0, 1) })).size).toBe(18);
  expect(dotsOf(layDots({ ...space, values: spread(0.3, 0.4) })).size).toBeLessThan(10);
});

test("filled dots are those between the quantiles: four in five", () => {
  const values = spread(0.2, 0.5);
  const { dots } = dotsOf(layDots({ ...space, values, low: values[5] ?? 0, high: values[44] ?? 1 }));
  expect(dots.filter(({ inside }) => inside)).toHaveLength(40);
});

test("near an end the dots stand two abreast, then become a bar that says so", () => {
  const pairs = dotsOf(layDots({ ...space, values: spread(0.0118, 0.035) }));
  expect(pairs.size).toBe(SMALLEST_DOT);
  expect(Math.max(...pairs.dots.map(({ y }) => y))).toBeLessThan(space.height);
  expect(new Set(pairs.dots.map(({ y }) => y)).size).toBe(13);
  expect(new Set(pairs.dots.map(({ x }) => x)).size).toBeGreaterThanOrEqual(4);
  const close = (at: number) => layDots({ ...space, values: spread(at, at + 0.001) });
  expect(close(0.01)).toMatchObject({ kind: "bar", label: "nearly all below 5%" });
  expect(close(0.98)).toMatchObject({ kind: "bar", label: "nearly all above 95%" });
  expect(close(0.33)).toMatchObject({ kind: "bar", label: "all at 33%" });
});

test("a dot tells the slot it stands in", () => {
  const { dots } = dotsOf(
    layDots({ ...space, width: 1000, maxDot: 10, height: 600, values: [0.333, 0.334, 0.421] }),
  );
  expect(dots.map(({ span }) => span)).toEqual(["33–34%", "33–34%", "42–43%"]);
});
