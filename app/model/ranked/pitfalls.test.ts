import { describe, expect, test } from "vitest";
import { rankedTable } from "./ranked-table.ts";
import type { RankedSpec } from "./spec.ts";
import { truncatedNormalRowOf } from "./states.ts";
import { truncatedNormalRow } from "./row.ts";

const tableOf = (spec: RankedSpec): number[][] => {
  const made = rankedTable(spec);
  if (!made.ok) throw new Error(made.sentence);
  return made.table;
};
const column = (table: readonly number[][], at: number) => table.map((row) => row[at] ?? NaN);
const rowOf = (mean: number, spread: number, states: number): number[] => {
  const out = new Float64Array(states);
  truncatedNormalRowOf(mean, spread, states, out, 0);
  return Array.from(out);
};
const two = (more: Partial<RankedSpec>): RankedSpec => ({
  states: 5,
  parents: [
    { id: "a", states: 5 },
    { id: "b", states: 5 },
  ],
  function: "wmean",
  weights: [1, 1],
  variance: 0.01,
  ...more,
});

describe("rows of any number of states", () => {
  test("of five states are the five levels' rows to the last digit", () => {
    for (const spread of [1e-4, 0.08, 0.5, 0.9, 30])
      for (let mean = -1; mean <= 2; mean += 0.0625) {
        const levels = new Float64Array(5);
        truncatedNormalRow(mean, spread, levels, 0);
        expect(rowOf(mean, spread, 5)).toEqual(Array.from(levels));
      }
  });

  test("of six join in pairs to three", () => {
    for (const mean of [-0.3, 0.1, 0.5, 0.77, 1.4]) {
      const six = rowOf(mean, 0.15, 6);
      rowOf(mean, 0.15, 3).forEach((p, k) =>
        expect(p).toBeCloseTo((six[2 * k] ?? NaN) + (six[2 * k + 1] ?? NaN), 13),
      );
    }
  });
});

describe("pitfalls of ranked nodes", () => {
  test("a variance is not a standard deviation", () => {
    const spread = column(tableOf(two({ integration: "midpoint", variance: 0.01 })), 12);
    rowOf(0.5, 0.1, 5).forEach((p, k) => expect(spread[k]).toBeCloseTo(p, 14));
  });

  test("upper tails keep their digits: a mirrored table is the same table", () => {
    const high = rowOf(0.95, 0.1, 5)[0] ?? NaN;
    // P(0 < N < .2) over P(0 < N < 1), worked out with forty digits.
    expect(high / 4.6146996354459469e-14 - 1).toBeLessThan(1e-12);
    expect(high / 4.6146996354459469e-14 - 1).toBeGreaterThan(-1e-12);
    for (const mean of [0.05, 0.2, 0.41]) {
      const mirrored = rowOf(1 - mean, 0.08, 5).reverse();
      rowOf(mean, 0.08, 5).forEach((p, k) =>
        expect(Math.abs(p - (mirrored[k] ?? NaN))).toBeLessThanOrEqual(1e-12 * p),
      );
    }
  });

  test("no variance, however small or large, makes a NaN; a mean on a border is shared half and half", () => {
    for (const integration of ["midpoint", "agena5", "exact"] as const)
      for (const variance of [5e-324, 1e-12, 1e-6, 1e-5, 1e300])
        for (const expression of ["a", "a*9-4", "(a+3*b)/4", "0.2"]) {
          const table = tableOf(
            two({ function: "expression", weights: [], expression, integration, variance }),
          );
          expect(table.flat().every((p) => p >= 0 && p <= 1)).toBe(true);
          if (expression === "0.2" && variance < 1e-5) {
            expect(table[0]?.[0]).toBeCloseTo(0.5, 9);
            expect(table[1]?.[0]).toBeCloseTo(0.5, 9);
          }
        }
    expect(
      tableOf(two({ variance: 1e300 }))
        .flat()
        .every((p) => Math.abs(p - 0.2) < 1e-12),
    ).toBe(true);
  });

  test("without variance the exact table is how much of the parents' intervals lies in each state", () => {
    const one = { parents: [{ states: 5 }], weights: [1] };
    const same = tableOf(two({ ...one, variance: 1e-16 }));
    same.forEach((row, k) => row.forEach((p, c) => expect(p).toBeCloseTo(k === c ? 1 : 0, 6)));
    // The mean of two places in the middle interval never leaves it; of neighbours, half lies in either.
    const mean = tableOf(two({ variance: 1e-16 }));
    column(mean, 12).forEach((p, k) => expect(p).toBeCloseTo(k === 2 ? 1 : 0, 5));
    column(mean, 13).forEach((p, k) => expect(p).toBeCloseTo(k === 2 || k === 3 ? 0.5 : 0, 5));
    // On either side of where the way of computing changes, the tables meet.
    const [below, above] = [7.9e-4, 8.1e-4].map((spread) =>
      tableOf(two({ weights: [1, 3], variance: spread ** 2 })),
    );
    below?.forEach((row, k) =>
      row.forEach((p, c) => expect(Math.abs(p - (above?.[k]?.[c] ?? NaN))).toBeLessThan(2e-4)),
    );
  });

  test("smoothing eats no table edge: six parents at the ends are as good as mirrored and as one parent", () => {
    const parents = Array.from({ length: 6 }, () => ({ states: 3 }));
    const table = tableOf(two({ parents, weights: [1, 2, 3, 4, 5, 6], variance: 0.006 }));
    const last = 3 ** 6 - 1;
    column(table, 0).forEach((p, k) =>
      expect(Math.abs(p - (table[4 - k]?.[last] ?? NaN))).toBeLessThan(1e-9),
    );
    // A parent without weight smooths nothing, and one with all the weight is alone.
    const alone = tableOf(two({ parents: [{ states: 3 }], weights: [1], variance: 0.006 }));
    const hidden = tableOf(two({ parents, weights: [0, 0, 0, 0, 0, 2], variance: 0.006 }));
    const faint = tableOf(two({ parents, weights: [1e-7, 1e-7, 1e-7, 1e-7, 1e-7, 2], variance: 0.006 }));
    for (const c of [0, 1, 2, last])
      for (let k = 0; k < 5; k++) {
        expect(Math.abs((hidden[k]?.[c] ?? NaN) - (alone[k]?.[c % 3] ?? NaN))).toBeLessThan(1e-9);
        expect(Math.abs((faint[k]?.[c] ?? NaN) - (alone[k]?.[c % 3] ?? NaN))).toBeLessThan(1e-5);
      }
  });

  test("in wmin a weight of 0 does not leave a parent out", () => {
    const least = tableOf(two({ function: "wmin", weights: [0, 1], integration: "midpoint" }));
    // E of a is then b's place, and E of b the plain mean: a still pulls the answer down.
    rowOf(0.5, 0.1, 5).forEach((p, k) => expect(least[k]?.[0 * 5 + 4]).toBeCloseTo(p, 12));
    rowOf(0.1, 0.1, 5).forEach((p, k) => expect(least[k]?.[4 * 5 + 0]).toBeCloseTo(p, 12));
    const plain = tableOf(two({ function: "wmax", weights: [1, 1] }));
    tableOf(two({})).forEach((row, k) => row.forEach((p, c) => expect(plain[k]?.[c]).toBeCloseTo(p, 8)));
  });

  test("ties stay ties: a column between two mirrored parents is its own mirror image", () => {
    for (const integration of ["midpoint", "agena5", "exact"] as const) {
      const table = tableOf(two({ integration, states: 4 }));
      const tied = column(table, 4); // the lowest and the highest state
      tied.forEach((p, k) => expect(Math.abs(p - (tied[3 - k] ?? NaN))).toBeLessThan(1e-12));
      expect(tableOf(two({ integration, states: 4 }))).toEqual(table);
    }
  });

  test("the first listed state is the low end, whatever it is called", () => {
    const falling = ["High", "Medium", "Low"];
    const rising = ["Low", "Medium", "High"];
    const named = (states: string[]) => two({ states, parents: [{ states }], weights: [1] });
    expect(tableOf(named(falling))).toEqual(tableOf(named(rising)));
    expect(tableOf(named(falling))[0]?.[0]).toBeGreaterThan(0.5);
  });
});
