import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mechanism } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import type { Integration } from "./integrate.ts";
import { rankedColumns, rankedTable } from "./ranked-table.ts";
import type { RankedSpec } from "./spec.ts";
import { truncatedNormalRowOf } from "./states.ts";
import { MechanismTable } from "./table.ts";

function tableOf(spec: RankedSpec): number[][] {
  const made = rankedTable(spec);
  if (!made.ok) throw new Error(made.sentence);
  return made.table;
}
const column = (table: readonly number[][], at: number) => table.map((row) => row[at] ?? NaN);
function apart(a: readonly number[][], b: readonly number[][]): number {
  expect(a.map((row) => row.length)).toEqual(b.map((row) => row.length));
  return Math.max(...a.flatMap((row, k) => row.map((p, c) => Math.abs(p - (b[k]?.[c] ?? NaN)))));
}
const spec = (counts: number[], more: Partial<RankedSpec>): RankedSpec => ({
  states: 5,
  parents: counts.map((states, i) => ({ id: "abcdefgh"[i] ?? "", states })),
  function: "wmean",
  weights: counts.map((_, i) => i + 1),
  variance: 0.01,
  ...more,
});

interface Published {
  readonly node: string;
  readonly states: string[];
  readonly parents: { id: string; m: number }[];
  readonly partitionBy: string[] | null;
  readonly expressions: string[];
  readonly table: number[][];
}
const asPublished = ({ states, parents, partitionBy, expressions }: Published) =>
  tableOf({
    states,
    parents: parents.map(({ id, m }) => ({ id, states: m })),
    function: "expression",
    weights: [],
    integration: "agena5",
    expression: expressions,
    ...(partitionBy && { partitionBy }),
  });

describe("agreement with AgenaRisk", () => {
  test("two of its tables", () => {
    const maintainability = [
      [
        0.89074457, 0.6566733, 0.34204516, 0.34204516, 0.10768213, 0.017084148, 0.017084148, 0.0011542491,
        2.923331e-5,
      ],
      [
        0.109226204, 0.34217244, 0.6408707, 0.6408707, 0.7846357, 0.6408707, 0.6408707, 0.34217244,
        0.109226204,
      ],
      [
        2.923331e-5, 0.0011542491, 0.017084148, 0.017084148, 0.10768213, 0.34204516, 0.34204516, 0.6566733,
        0.89074457,
      ],
    ];
    const made = asPublished({
      node: "Maintainability",
      states: ["High", "Medium", "Low"],
      parents: [
        { id: "car_type", m: 3 },
        { id: "Reliability", m: 3 },
      ],
      partitionBy: null,
      expressions: ["TNormal(wmean(2.0,car_type,1.0,Reliability),0.01,0.0,1.0)"],
      table: [],
    });
    expect(apart(made, maintainability)).toBeLessThan(1e-7);
    const sm = [
      [0.31264412, 0.23300354, 0.16300304, 0.10677264, 0.06561891],
      [0.28219956, 0.255646, 0.21736912, 0.17306022, 0.12928984],
      [0.21024756, 0.23151761, 0.23925565, 0.23151761, 0.21024756],
      [0.12928984, 0.17306022, 0.21736912, 0.255646, 0.28219956],
      [0.06561891, 0.10677264, 0.16300304, 0.23300354, 0.31264412],
    ];
    const one = spec([5], { function: "expression", weights: [], integration: "agena5", variance: 0.2 });
    expect(apart(tableOf({ ...one, expression: "a" }), sm)).toBeLessThan(1e-7);
  });

  const folder = process.env["ENTENTE_CHECKS"];
  const file = folder && join(folder, "agena-ranked.json");
  test.runIf(file && existsSync(file))("every table of its published examples", () => {
    const { tables } = JSON.parse(readFileSync(file ?? "", "utf8")) as { tables: Published[] };
    expect(tables.length).toBeGreaterThan(20);
    for (const one of tables) expect(apart(asPublished(one), one.table), one.node).toBeLessThan(1e-7);
  });
});

const counts = fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 2, maxLength: 3 });
const kinds = fc.constantFrom("wmean" as const, "wmin" as const, "wmax" as const);
const integrations = fc.constantFrom<Integration>("midpoint", "agena5", "exact");
const variances = fc.double({ min: 2e-3, max: 1, noNaN: true });
const weight = fc.double({ min: 0.1, max: 9, noNaN: true });
const several = fc
  .record({
    counts,
    function: kinds,
    integration: integrations,
    variance: variances,
    all: fc.tuple(weight, weight, weight),
  })
  .map(({ counts: each, all, ...more }) => spec(each, { ...more, weights: all.slice(0, each.length) }));

describe("every table", () => {
  test("has columns that sum to 1 and no entry outside 0..1, for any variance", () => {
    const wild = fc.double({ min: 1e-14, max: 1e30, noNaN: true });
    fc.assert(
      fc.property(several, wild, fc.integer({ min: 2, max: 9 }), (one, variance, states) => {
        const narrow = one.function !== "wmean" && one.integration === "exact" && variance < 1e-3;
        const table = tableOf({ ...one, states, variance: narrow ? 1e-3 : variance });
        for (let c = 0; c < (table[0]?.length ?? 0); c++) {
          expect(column(table, c).every((p) => p >= 0 && p <= 1)).toBe(true);
          expect(column(table, c).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("permutes its columns when parents change places with their weights", () => {
    fc.assert(
      fc.property(several, (one) => {
        const [first, second, ...rest] = one.parents;
        const [w, v, ...others] = one.weights;
        if (!first || !second || w === undefined || v === undefined) throw new Error("two parents");
        const swapped = tableOf({ ...one, parents: [second, first, ...rest], weights: [v, w, ...others] });
        const [m, n] = [first.states as number, second.states as number];
        const inner = rest.reduce((product, { states }) => product * (states as number), 1);
        const back = swapped.map((row) =>
          row.map((_, c) => {
            const [i, j] = [Math.floor(c / inner / n), Math.floor(c / inner) % n];
            return row[(j * m + i) * inner + (c % inner)] ?? NaN;
          }),
        );
        expect(apart(tableOf(one), back)).toBeLessThan(1e-6);
      }),
      { numRuns: 25 },
    );
  });

  test("of a weighted mean does not change with the scale of the weights", () => {
    fc.assert(
      fc.property(several, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (one, scale) => {
        const mean: RankedSpec = { ...one, function: "wmean" };
        const scaled = tableOf({ ...mean, weights: mean.weights.map((w) => w * scale) });
        expect(apart(tableOf(mean), scaled)).toBeLessThan(1e-10);
      }),
      { numRuns: 40 },
    );
  });

  test("gives the child the rank that all its parents share, whatever function, weights and variance", () => {
    const same = fc.tuple(several, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 3 }));
    fc.assert(
      fc.property(same, ([one, m, n]) => {
        const table = tableOf({
          ...spec(new Array<number>(n).fill(m), { ...one, states: m }),
          parents: Array.from({ length: n }, () => ({ states: m })),
          weights: Array.from({ length: n }, (_, i) => one.weights[i] ?? 1),
        });
        for (let rank = 0, at = 0; rank < m; rank++) {
          const found = column(table, at);
          expect(found[rank]).toBeGreaterThanOrEqual(Math.max(...found) - 1e-9);
          at += (m ** n - 1) / (m - 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("at the middles is the table of a sum with the same mean", () => {
    const gates = ["a", "b"].map((node) => ({ gate: "level" as const, node }));
    const mechanism = new MechanismTable({
      ...(shippedCase("russia-iran-syria").mechanisms[0] as Mechanism),
      spread: 0.12,
      rule: {
        kind: "sum",
        base: 0,
        pushes: gates.map((gate, i) => ({ strength: i === 0 ? 0.25 : 0.75, of: [gate] })),
      },
    }).table(() => 1);
    const made = rankedColumns(
      spec([5, 5], { weights: [1, 3], variance: 0.12 ** 2, integration: "midpoint" }),
    );
    if (!made.ok) throw new Error(made.sentence);
    expect(made.p).toHaveLength(125);
    made.p.forEach((p, i) => expect(p).toBeCloseTo(mechanism[i] ?? NaN, 12));
  });
});

describe("integrations", () => {
  /** A column by the composite midpoint rule: slow, and independent of everything under test but the row. */
  function dense(
    mean: (x: number[]) => number,
    at: number[],
    m: number,
    variance: number,
    points: number,
  ): number[] {
    const sum = new Float64Array(5);
    const row = new Float64Array(5);
    const total = points ** at.length;
    for (let i = 0; i < total; i++) {
      const x = at.map((level, d) => (level + ((Math.floor(i / points ** d) % points) + 0.5) / points) / m);
      truncatedNormalRowOf(mean(x), Math.sqrt(variance), 5, row, 0);
      row.forEach((p, k) => (sum[k] = (sum[k] ?? 0) + p / total));
    }
    return Array.from(sum);
  }
  /** Richardson's step takes the rule of the midpoints from the second to the fourth order. */
  function denser(mean: (x: number[]) => number, at: number[], variance: number, points: number): number[] {
    const rough = dense(mean, at, 5, variance, points);
    return dense(mean, at, 5, variance, 2 * points).map((p, k) => p + (p - (rough[k] ?? NaN)) / 3);
  }
  const near = (a: readonly number[], b: readonly number[]) =>
    Math.max(...a.map((p, k) => Math.abs(p - (b[k] ?? NaN))));

  test("exact is the dense average for a weighted mean of two and three parents", () => {
    for (const variance of [0.001, 0.01, 0.05]) {
      const two = tableOf(spec([5, 5], { weights: [2, 1], variance }));
      const mean = ([a = 0, b = 0]: number[]) => (2 * a + b) / 3;
      expect(near(column(two, 8), denser(mean, [1, 3], variance, 100))).toBeLessThan(1e-7);
    }
    const three = tableOf(spec([5, 5, 5], { weights: [3, 1, 2] }));
    const mean = ([a = 0, b = 0, c = 0]: number[]) => (3 * a + b + 2 * c) / 6;
    expect(near(column(three, 2 * 25 + 4), denser(mean, [2, 0, 4], 0.01, 24))).toBeLessThan(1e-7);
  });

  test("exact is the dense average across the kinks of least and greatest", () => {
    const mixed = tableOf(spec([5, 5], { function: "mixminmax", weights: [1, 3] }));
    const mean = ([a = 0, b = 0]: number[]) => (Math.min(a, b) + 3 * Math.max(a, b)) / 4;
    expect(near(column(mixed, 12), dense(mean, [2, 2], 5, 0.01, 700))).toBeLessThan(1e-6);
    const least = tableOf(spec([5, 5], { function: "wmin", weights: [3, 2] }));
    const pulled = ([a = 0, b = 0]: number[]) => Math.min((3 * a + b) / 4, (2 * b + a) / 3);
    expect(near(column(least, 7), dense(pulled, [1, 2], 5, 0.01, 700))).toBeLessThan(1e-6);
  });

  test("agena5 averages the rows of five points per interval, both ends included", () => {
    const five = (mean: (x: number[]) => number, at: number[]) => {
      const sum = new Float64Array(5);
      const row = new Float64Array(5);
      for (let i = 0; i < 25; i++) {
        const x = at.map((level, d) => (level + (d === 0 ? i % 5 : Math.floor(i / 5)) / 4) / 5);
        truncatedNormalRowOf(mean(x), 0.05, 5, row, 0);
        row.forEach((p, k) => (sum[k] = (sum[k] ?? 0) + p / 25));
      }
      return Array.from(sum);
    };
    const more = { integration: "agena5", variance: 0.0025 } as const;
    const mean = tableOf(spec([5, 5], { ...more, weights: [2, 1] }));
    expect(
      near(
        column(mean, 13),
        five(([a = 0, b = 0]) => (2 * a + b) / 3, [2, 3]),
      ),
    ).toBeLessThan(1e-8);
    const greatest = tableOf(spec([5, 5], { ...more, function: "mixminmax", weights: [0, 1] }));
    expect(
      near(
        column(greatest, 13),
        five((x) => Math.max(...x), [2, 3]),
      ),
    ).toBeLessThan(1e-8);
  });

  test("a formula that is the weighted mean in other words gives its table", () => {
    for (const integration of ["agena5", "exact"] as const) {
      const plain = tableOf(spec([4, 5], { integration, weights: [2, 1] }));
      const words = (expression: string) =>
        tableOf(spec([4, 5], { integration, function: "expression", weights: [], expression }));
      expect(apart(words("(2*a+b)/3"), plain)).toBeLessThan(1e-10);
      // A product of parents keeps the formula from being seen as affine: the general way must agree.
      expect(apart(words("(2*a+b)/3 + 0*a*b"), plain)).toBeLessThan(1e-7);
    }
  });

  test("partitions choose their text by the states of their parents, the last fastest", () => {
    const expression = ["a", "a/2", "1-a", "0.5", "a*1.2", "TNormal(a,0.2,0,1)"];
    const made = tableOf(
      spec([3, 5, 2], {
        function: "expression",
        weights: [],
        partitionBy: ["a", "c"],
        expression: expression.map((text) => text.replace(/\ba\b/, "b")),
      }),
    );
    expression.forEach((text, part) => {
      const alone = tableOf(spec([5], { function: "expression", weights: [], expression: text }));
      for (let b = 0; b < 5; b++)
        expect(column(made, Math.floor(part / 2) * 10 + b * 2 + (part % 2))).toEqual(column(alone, b));
    });
  });
});
