import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaOf, contourAt, regionAbove, trianglesOf } from "./field.ts";

const grid = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  ); // prettier-ignore
const border = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const areaAbove = (cells: Parameters<typeof trianglesOf>[0], at: number) =>
  regionAbove(trianglesOf(cells), at).reduce((sum, polygon) => sum + areaOf(polygon), 0);

describe("a field over cells", () => {
  test("covers every cell, and less of them the higher the border", () => {
    fc.assert(
      fc.property(grid, border, border, (cells, a, b) => {
        const all = cells.length * (cells[0]?.length ?? 0);
        expect(areaAbove(cells, 0)).toBeCloseTo(all, 8);
        expect(areaAbove(cells, 1.01)).toBe(0);
        expect(areaAbove(cells, Math.max(a, b))).toBeLessThanOrEqual(areaAbove(cells, Math.min(a, b)) + 1e-9);
      }),
    );
  });

  test("what is not above a border is above its mirror image", () => {
    fc.assert(
      fc.property(grid, border, (cells, at) => {
        const mirrored = cells.map((row) => row.map((value) => 1 - value));
        const all = cells.length * (cells[0]?.length ?? 0);
        expect(areaAbove(cells, at) + areaAbove(mirrored, 1 - at)).toBeCloseTo(all, 6);
      }),
    );
  });

  test("a contour lies where a linear field has its value", () => {
    const cells = Array.from({ length: 4 }, (_, r) => Array.from({ length: 5 }, (_, c) => (c + r) / 10));
    for (const piece of contourAt(trianglesOf(cells), 0.33))
      for (const [x, y] of piece) {
        // Beyond the outer middles the field stands still.
        const inside = Math.min(Math.max(x, 0.5), 4.5) - 0.5 + Math.min(Math.max(y, 0.5), 3.5) - 0.5;
        expect(inside / 10).toBeCloseTo(0.33, 9);
      }
    expect(contourAt(trianglesOf(cells), 0.33).length).toBeGreaterThan(0);
    expect(contourAt(trianglesOf(cells), 0.9)).toEqual([]);
  });

  test("there is no field around a missing value, and a whole one elsewhere", () => {
    const cells = [[0.5, 0.5, 0.5], [0.5, null, 0.5], [0.5, 0.5, 0.5]]; // prettier-ignore
    const area = areaAbove(cells, 0.1);
    // The four squares of middles that meet in the missing one are gone.
    expect(area).toBeCloseTo(9 - 4, 9);
    expect(areaAbove([[null]], 0)).toBe(0);
  });
});
