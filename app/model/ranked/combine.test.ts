import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mechanism, PlainRule, Rule } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { combine } from "./combine.ts";
import { evaluator, named, parent } from "./mean.ts";
import { truncatedNormalRow } from "./row.ts";
import { MechanismTable } from "./table.ts";

const FUNCTIONS = ["wmean", "wmin", "wmax", "mixminmax"] as const;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const template = shippedCase("russia-iran-syria").mechanisms[0] as Mechanism;
const one = () => 1;

const ruleOf = (kind: (typeof FUNCTIONS)[number], strengths: readonly number[]): PlainRule => {
  const pushes = strengths.map((strength, i) => ({
    strength,
    weightOf: `f${i}`,
    of: [{ gate: "level" as const, node: `n${i}` }],
  }));
  return kind === "mixminmax" ? { kind, least: 1, greatest: 3, pushes } : { kind, pushes };
};

const tableOf = (rule: Rule, table?: Mechanism["table"]) =>
  new MechanismTable({ ...template, spread: 0.08, rule, ...(table && { table }) });

describe("ranked-node functions", () => {
  test.each(FUNCTIONS)("%s says what the formula of the exchange format says", (kind) => {
    const causes = fc.array(fc.tuple(share, fc.double({ min: 0.01, max: 9, noNaN: true })), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(causes, (list) => {
        const weights = list.map(([, w]) => w);
        const rule = ruleOf(kind, weights);
        if (rule.kind === "sum" || rule.kind === "anyOf") throw new Error("not a function");
        const out = combine(
          rule,
          weights,
          list.map(([x]) => Float64Array.of(x)),
          new Float64Array(1),
        );
        const formula = named(
          kind,
          kind === "mixminmax" ? [1, 3] : weights,
          list.map((_, i) => parent(i)),
        );
        expect(out[0]).toBeCloseTo(evaluator(formula)(Float64Array.from(list, ([x]) => x)), 12);
      }),
    );
  });

  test.each(FUNCTIONS)("%s of causes that all stand alike stands as they do", (kind) => {
    const table = tableOf(ruleOf(kind, [1, 2, 4])).table(one);
    [0.1, 0.3, 0.5, 0.7, 0.9].forEach((x, k) => {
      const row = new Float64Array(5);
      truncatedNormalRow(x, 0.08, row, 0);
      const at = (k * 25 + k * 5 + k) * 5;
      row.forEach((p, i) => expect(table[at + i]).toBeCloseTo(p, 12));
    });
  });

  test.each(FUNCTIONS)("weight 0 takes a factor out of %s, and none left leaves it low", (kind) => {
    const without = tableOf(ruleOf(kind, [1, 2, 4])).table((f) => (f === "f1" ? 0 : 1));
    const [first, last] = [without.subarray(0, 25), without.subarray(100, 125)];
    expect(first).toEqual(last); // rows differ in the level of the second cause alone
    const none = tableOf(ruleOf(kind, [1, 2, 4])).table(() => 0);
    const low = new Float64Array(5);
    truncatedNormalRow(0, 0.08, low, 0);
    for (let row = 0; row < 125; row++) expect(none.subarray(5 * row, 5 * row + 5)).toEqual(low);
  });

  test("one cause alone is itself, and a mean whose weights are all 0 is 0", () => {
    for (const kind of FUNCTIONS) {
      const rule = ruleOf(kind, [2]);
      if (rule.kind === "sum" || rule.kind === "anyOf") throw new Error("not a function");
      expect(combine(rule, [2], [Float64Array.of(0.4)], new Float64Array(1))[0]).toBeCloseTo(0.4, 15);
    }
    const rule = { kind: "wmean", pushes: [] } as const;
    const x = [Float64Array.of(0.4), Float64Array.of(0.9)];
    expect(combine(rule, [0, 0], x, new Float64Array(1))[0]).toBe(0);
  });
});

describe("rows set by hand", () => {
  const rule = ruleOf("wmean", [1, 1]);
  const mine = [0, 0, 0.25, 0.25, 0.5];
  const some = Array.from({ length: 25 }, (_, row) => (row === 0 || row === 7 ? mine : null));

  test("stand in the table, the others are the rule's, and weights do not move them", () => {
    const [plain, fixed] = [tableOf(rule).table(one), tableOf(rule, some).table(one)];
    for (let row = 0; row < 25; row++) {
      const own = fixed.subarray(5 * row, 5 * row + 5);
      expect(Array.from(own)).toEqual(some[row] ?? Array.from(plain.subarray(5 * row, 5 * row + 5)));
    }
    const heavier = tableOf(rule, some).table((f) => (f === "f0" ? 2 : 1));
    expect(Array.from(heavier.subarray(35, 40))).toEqual(mine);
    expect(heavier.subarray(40, 45)).not.toEqual(fixed.subarray(40, 45));
  });

  test("with a cause absent its lowest row counts where it is set, the rule else", () => {
    const [plain, fixed] = [
      tableOf(rule).tableWithout("n0", one),
      tableOf(rule, some).tableWithout("n0", one),
    ];
    for (let row = 0; row < 25; row++) {
      const own = Array.from(fixed.subarray(5 * row, 5 * row + 5));
      expect(own).toEqual(row % 5 === 0 ? mine : Array.from(plain.subarray(5 * row, 5 * row + 5)));
    }
  });

  test("that sum to 1 up to rounding are made to sum to it", () => {
    const rows = some.map((row) => row && row.map((p) => p * (1 + 5e-7)));
    const table = tableOf(rule, rows).table(one);
    expect(table.subarray(0, 5).reduce((a, b) => a + b)).toBeCloseTo(1, 15);
  });
});
