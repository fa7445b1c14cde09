import { describe, expect, test } from "vitest";
import type { Gate, Mechanism } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { absentValue, gateValue } from "./rule.ts";
import { MechanismTable } from "./table.ts";

const one = () => 1;
const half = () => 0.5;
const twice = () => 2;

describe("gates", () => {
  const level: Gate = { gate: "level", node: "a", weightOf: "f" };
  const opens: Gate = { gate: "opens", node: "a", closed: 0.3, weightOf: "f" };
  const needs: Gate = { gate: "needs", node: "a", none: 0.1, full: 0.7, weightOf: "f" };
  const damps: Gate = { gate: "damps", node: "a", depth: 0.5, weightOf: "f" };

  test("let through what the case format says", () => {
    expect(gateValue(level, 0.7, one)).toBe(0.7);
    expect(gateValue(opens, 0.5, one)).toBeCloseTo(0.65, 15);
    expect(gateValue(needs, 0.1, one)).toBe(0);
    expect(gateValue(needs, 0.4, one)).toBeCloseTo(0.5, 15);
    expect(gateValue(needs, 0.9, one)).toBe(1);
    expect(gateValue(damps, 0.5, one)).toBeCloseTo(0.75, 15);
  });

  test("read a scaled level: damping may be doubled up to a full level, the others are never raised", () => {
    expect(gateValue(level, 0.7, twice)).toBe(0.7);
    expect(gateValue(level, 0.7, half)).toBe(0.35);
    expect(gateValue(opens, 0.5, half)).toBeCloseTo(0.3 + 0.7 * 0.25, 15);
    expect(gateValue(damps, 0.3, twice)).toBeCloseTo(1 - 0.5 * 0.6, 15);
    expect(gateValue(damps, 0.9, twice)).toBeCloseTo(0.5, 15);
    expect(gateValue({ ...damps, depth: 3 }, 0.9, one)).toBe(0);
  });

  test("of an absent parent neither push nor damp", () => {
    expect([level, opens, needs, damps].map(absentValue)).toEqual([0, 0.3, 0, 1]);
  });
});

describe("tables", () => {
  const template = shippedCase("russia-iran-syria").mechanisms[0] as Mechanism;
  const ready = (rule: Mechanism["rule"]) => new MechanismTable({ ...template, spread: 0.05, rule });
  const meanAt = (table: Float64Array, row: number) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].reduce((sum, x, k) => sum + x * (table[5 * row + k] ?? NaN), 0);

  test("axes are the parents in the order first named, a parent read twice once", () => {
    const of = (...nodes: string[]) => nodes.map((node) => ({ gate: "level" as const, node }));
    const table = ready({
      kind: "sum",
      base: 0,
      pushes: [
        { strength: 0.5, of: of("b", "a") },
        { strength: 0.2, of: of("c", "b") },
      ],
    });
    expect(table.parents).toEqual(["b", "a", "c"]);
    expect(table.table(one)).toHaveLength(625);
  });

  test("a sum adds its pushes to the base, any-of combines them as separate chances", () => {
    const pushes = [
      { strength: 0.5, weightOf: "f", of: [{ gate: "level" as const, node: "a" }] },
      { strength: 0.4, of: [{ gate: "level" as const, node: "b" }] },
    ];
    const sum = ready({ kind: "sum", base: 0.1, pushes }).table(one);
    expect(meanAt(sum, 12)).toBeCloseTo(0.1 + 0.25 + 0.2, 1); // both parents medium
    const any = ready({ kind: "anyOf", pushes }).table(one);
    expect(meanAt(any, 12)).toBeCloseTo(1 - (1 - 0.25) * (1 - 0.2), 1); // both medium
    expect(ready({ kind: "sum", base: 0.1, pushes }).table(() => 0)[0]).toBeGreaterThan(sum[0] ?? NaN);
  });

  test("without a parent the table is the same along its axis, and as if the parent were absent", () => {
    const rule: Mechanism["rule"] = {
      kind: "sum",
      base: 0.1,
      pushes: [
        {
          strength: 0.6,
          of: [
            { gate: "level", node: "a" },
            { gate: "opens", node: "b", closed: 0.4 },
          ],
        },
        {
          strength: 0.3,
          of: [
            { gate: "level", node: "c" },
            { gate: "damps", node: "b", depth: 0.5 },
          ],
        },
      ],
    };
    const cut = ready(rule).tableWithout("b", one);
    const alone = ready({
      ...rule,
      pushes: [
        { strength: 0.24, of: [{ gate: "level", node: "a" }] },
        { strength: 0.3, of: [{ gate: "level", node: "c" }] },
      ],
    }).table(one);
    for (let a = 0; a < 5; a++)
      for (let b = 0; b < 5; b++)
        for (let c = 0; c < 5; c++)
          for (let k = 0; k < 5; k++)
            expect(cut[((a * 5 + b) * 5 + c) * 5 + k]).toBeCloseTo(alone[(a * 5 + c) * 5 + k] ?? NaN, 14);
  });
});
