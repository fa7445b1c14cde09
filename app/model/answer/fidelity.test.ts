import { describe, expect, test } from "vitest";
import { CHECKED, fidelityTests, type Side, shippedCase } from "../shipped.test-help.ts";
import { evaluate } from "./evaluate.ts";
import type { HorizonResult, Result } from "./result.ts";

function quantity(at: HorizonResult, q: string, spillRung: string): number {
  if (q === "break") return at.break;
  if (q === "noBreak") return 1 - at.break;
  if (q === "intact") return 1 - (at.rungs[spillRung] ?? NaN);
  if (q.startsWith("mean:")) return at.nodes[q.slice(5)]?.mean ?? NaN;
  return at.rungs[q] ?? NaN;
}

describe.each(CHECKED)("$name says what its text says", ({ name, checks }) => {
  const theCase = shippedCase(name);
  const spill = theCase.outcome.happened[0]?.rung ?? "";
  test.each(fidelityTests(checks).map((t) => [`${t.id} ${t.statement}`, t] as const))(
    "%s",
    (_, { cases, asserts }) => {
      const results = new Map<string, Result>(
        Object.entries(cases).map(([id, inputs]) => [id, evaluate(theCase, inputs)]),
      );
      const at = (id: string, h: string): HorizonResult => {
        const found = results.get(id)?.horizons[h];
        if (!found) throw new Error(`no ${id} at ${h}`);
        return found;
      };
      const side = (s: Side): number => {
        if (typeof s === "number") return s;
        if ("q" in s) return quantity(at(s.case, s.h), s.q, spill);
        if ("diff" in s) return s.diff.map(side).reduce((a, b) => a - b);
        if ("ratio" in s) return s.ratio.map(side).reduce((a, b) => a / b);
        return s.sum.map(side).reduce((a, b) => a + b);
      };
      expect(asserts.length).toBeGreaterThan(0);
      for (const a of asserts) {
        switch (a.op) {
          case "gt":
            expect(side(a.left)).toBeGreaterThan(side(a.right) + (a.margin ?? 0));
            break;
          case "lt":
            expect(side(a.left)).toBeLessThan(side(a.right) - (a.margin ?? 0));
            break;
          case "near":
            expect(Math.abs(side(a.left) - side(a.right))).toBeLessThanOrEqual(a.tol);
            break;
          case "top": {
            const rungs = Object.entries(at(a.case, a.h).rungs);
            expect(rungs.reduce((best, next) => (next[1] > best[1] ? next : best))[0]).toBe(a.value);
            break;
          }
          default:
            a satisfies never;
        }
      }
    },
  );
});
