import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribution } from "../analysis/attribution.ts";
import { linkInfluence } from "../analysis/links.ts";
import { range } from "../analysis/range.ts";
import { tornado } from "../analysis/tornado.ts";
import { partAt } from "../case/rules.ts";
import { causesOf } from "../case/structure.ts";
import { type Case, LEVELS, type Part, type PlainRule, type Rule } from "../case/types.ts";
import { interpolatedRows } from "../ranked/lattice.ts";
import { MechanismTable } from "../ranked/table.ts";
import { evaluate } from "./evaluate.ts";
import { smallCase } from "./random.test-help.ts";

/* Rules that differ by the level of a cause. That small cases agree with going through everything is among the laws. */

const groups = fc.array(fc.nat(2), { minLength: 5, maxLength: 5 });
const partsOf = (at: readonly number[], ruleOf: (group: number) => PlainRule): Part[] =>
  [0, 1, 2]
    .filter((group) => at.includes(group))
    .map((group) => ({ at: LEVELS.filter((_, k) => at[k] === group), rule: ruleOf(group) }));

/** A small case whose last mechanism has a rule without parts, no row by hand, and the other mechanism rules it has. */
const withPlain = smallCase.map((theCase) => {
  const plain = theCase.mechanisms.map((one) => {
    const { table: _none, ...rest } = one;
    return one.rule.kind === "partitioned" ? { ...rest, rule: one.rule.parts[0]!.rule } : rest;
  });
  return { ...theCase, mechanisms: plain };
});

const ruled = (theCase: Case, id: string, rule: Rule): Case => ({
  ...theCase,
  mechanisms: theCase.mechanisms.map((one) => (one.id === id ? { ...one, rule } : one)),
});
const lastOf = ({ mechanisms }: Case) => mechanisms.at(-1)!;
const plainOf = (theCase: Case): PlainRule => lastOf(theCase).rule as PlainRule;

/** Every number of a result in turn. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value !== null && typeof value === "object"
      ? Object.values(value).flatMap(numbersIn)
      : [];
function expectAlike(one: unknown, other: unknown, within: number): void {
  const [a, b] = [numbersIn(one), numbersIn(other)];
  expect(a).toHaveLength(b.length);
  a.forEach((x, i) => expect(Math.abs(x - b[i]!)).toBeLessThan(within));
}

describe("a rule whose parts are all the same", () => {
  test("answers as that rule alone, whatever tells them apart and whatever it weighs", () => {
    fc.assert(
      fc.property(
        withPlain,
        groups,
        fc.constantFrom("a", "b", "m1"),
        fc.integer({ min: 0, max: 20 }),
        (theCase, at, by, w) => {
          const rule = plainOf(theCase);
          const parted: Rule = { kind: "partitioned", by, weightOf: "b", parts: partsOf(at, () => rule) };
          const other = ruled(theCase, lastOf(theCase).id, parted);
          const inputs = { weights: { b: w / 2 } };
          expectAlike(evaluate(other, inputs), evaluate(theCase, inputs), 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("and so do its analyses", () => {
    fc.assert(
      fc.property(withPlain, groups, (theCase, at) => {
        const rule = plainOf(theCase);
        const parts = partsOf(at, () => rule);
        const other = ruled(theCase, lastOf(theCase).id, { kind: "partitioned", by: "a", parts });
        expectAlike(attribution(other, {}), attribution(theCase, {}), 1e-10);
        expectAlike(tornado(other, {}), tornado(theCase, {}), 1e-10);
        expectAlike(range(other, {}, 1, 20), range(theCase, {}, 1, 20), 1e-6);
        const [own, alone] = [linkInfluence(other, {}), linkInfluence(theCase, {})];
        for (const [h, links] of Object.entries(alone.horizons))
          for (const [key, points] of Object.entries(links))
            if (!key.startsWith("a>")) expect(own.horizons[h]![key]).toBeCloseTo(points, 10);
      }),
      { numRuns: 10 },
    );
  });
});

describe("a rule in parts", () => {
  const kinds = ["wmax", "anyOf"] as const;
  /** Other sentences in each group: the same causes, so that parts can be told apart. */
  const different = (theCase: Case, at: readonly number[], by: string, weightOf?: string): Rule => {
    const rule = plainOf(theCase);
    const own = (group: number): PlainRule =>
      group === 0
        ? rule
        : {
            kind: kinds[group - 1]!,
            pushes: rule.pushes.map((push) => ({ ...push, strength: Math.abs(push.strength) / (group + 1) })),
          };
    return { kind: "partitioned", by, ...(weightOf && { weightOf }), parts: partsOf(at, own) };
  };

  test("answers at a level that is given as the part of that level alone", () => {
    fc.assert(
      fc.property(withPlain, groups, fc.constantFrom(...LEVELS), (theCase, at, level) => {
        const { id } = lastOf(theCase);
        const rule = different(theCase, at, "m1");
        const alone = rule.kind === "partitioned" && partAt(rule.parts, LEVELS.indexOf(level)).rule;
        if (!alone) throw new Error("no parts");
        const inputs = { assume: { m1: level } };
        expectAlike(
          evaluate(ruled(theCase, id, rule), inputs),
          evaluate(ruled(theCase, id, alone), inputs),
          1e-12,
        );
      }),
      { numRuns: 40 },
    );
  });

  test("without what tells the parts apart, or where that weighs nothing, is the part of the lowest level", () => {
    fc.assert(
      fc.property(withPlain, groups, (theCase, at) => {
        const mechanism = lastOf(theCase);
        const rule = different(theCase, at, "a", "a");
        if (rule.kind !== "partitioned") throw new Error("no parts");
        const lowest = partAt(rule.parts, 0).rule;
        const [whole, part] = [rule, lowest].map((one) => new MechanismTable({ ...mechanism, rule: one }));
        const r = () => 1;
        const cut = whole!.tableWithout("a", r);
        const alone = part!.parents.includes("a") ? part!.tableWithout("a", r) : part!.table(r);
        // Both by the names of their axes; the part may not have all of them.
        const at5 = (
          table: MechanismTable,
          numbers: Float64Array,
          levels: Readonly<Record<string, number>>,
        ) => {
          const row = table.parents.reduce((n, id) => 5 * n + levels[id]!, 0);
          return [...numbers.subarray(5 * row, 5 * row + 5)];
        };
        const weightless = (id: string) => (id === "a" ? 0 : 1);
        for (const seed of [0, 1, 2, 3, 4]) {
          const levels = Object.fromEntries(whole!.parents.map((id, i) => [id, (seed * (i + 2)) % 5]));
          expectAlike(at5(whole!, cut, levels), at5(part!, alone, levels), 1e-14);
          expectAlike(
            at5(whole!, whole!.table(weightless), levels),
            at5(part!, part!.table(weightless), levels),
            1e-14,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test("lies between that part and its own in the share of the weight, also where rows are interpolated", () => {
    const push = { strength: 1, of: [{ gate: "level" as const, node: "c" }] };
    const [low, high]: PlainRule[] = [
      { kind: "sum", base: 0.1, pushes: [] },
      { kind: "sum", base: 0.3, pushes: [push] },
    ];
    const parts = [
      { at: ["VL", "L", "M"] as const, rule: low! },
      { at: ["H", "VH"] as const, rule: high! },
    ];
    const rule: Rule = { kind: "partitioned", by: "b", weightOf: "b", parts };
    const base = { id: "m", label: "", short: "", why: "", anchors: [], paragraphs: [], detail: false };
    const table = (one: Rule) => new MechanismTable({ ...base, spread: 0.05, rule: one });
    const parted = table(rule);
    expect(parted.parents).toEqual(["b", "c"]);
    expect(parted.weightsRead).toEqual(["b"]);
    const quarter = () => 0.25;
    // At b high and c medium: 0.1 + a quarter of the way to 0.3 + 0.5.
    const between = table({ kind: "sum", base: 0.1 + 0.25 * 0.7, pushes: [] }).table(quarter);
    const row = 5 * (3 * 5 + 2);
    expectAlike(parted.table(quarter).slice(row, row + 5), between, 1e-14);
    const rows = parted.fill(quarter, interpolatedRows, new Float64Array(parted.size));
    expectAlike(rows.slice(row, row + 5), between, 1e-8);
    // Counted twice it is no more than itself.
    expect(parted.table(() => 2)).toEqual(parted.table(() => 1));
  });

  test("names what tells it apart first, and each cause once", () => {
    const push = (node: string) => ({ strength: 1, of: [{ gate: "level" as const, node }] });
    const rule: Rule = {
      kind: "partitioned",
      by: "x",
      parts: [
        { at: ["VL", "VH"], rule: { kind: "anyOf", pushes: [push("b"), push("x")] } },
        { at: ["L", "M", "H"], rule: { kind: "anyOf", pushes: [push("a"), push("b")] } },
      ],
    };
    expect(causesOf({ rule })).toEqual(["x", "b", "a"]);
  });
});
