import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, type Inputs, LEVELS } from "../case/types.ts";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { bruteForce } from "./brute.test-help.ts";
import { ImpossibleEvidence } from "./conflict.ts";
import { evaluate } from "./evaluate.ts";
import { anyInputs, renamed, shuffled, smallCase } from "./random.test-help.ts";
import type { Result } from "./result.ts";

/** A result, or the conflict where the evidence cannot be. */
function attempt(theCase: Case, inputs: Inputs): Result | ImpossibleEvidence {
  try {
    return evaluate(theCase, inputs);
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return error;
    throw error;
  }
}

function largestGap(a: Result, b: Result): number {
  let gap = 0;
  const see = (x: number | undefined, y: number | undefined) => {
    gap = Math.max(gap, Math.abs((x ?? NaN) - (y ?? NaN)));
  };
  for (const [h, at] of Object.entries(a.horizons)) {
    see(at.break, b.horizons[h]?.break);
    for (const [rung, p] of Object.entries(at.rungs)) see(p, b.horizons[h]?.rungs[rung]);
    for (const [node, { p }] of Object.entries(at.nodes))
      p.forEach((v, k) => see(v, b.horizons[h]?.nodes[node]?.p[k]));
  }
  return gap;
}

describe("laws of the answer", () => {
  test("small cases agree with going through every combination, evidence and all", () => {
    fc.assert(
      fc.property(
        smallCase.chain((c) => fc.tuple(fc.constant(c), anyInputs(c))),
        ([theCase, inputs]) => {
          const result = attempt(theCase, inputs);
          const expected = bruteForce(theCase, inputs);
          if (result instanceof ImpossibleEvidence) expect(expected).toBeNull();
          else expect(largestGap(result, expected as Result)).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(SHIPPED)(
    "$name: rungs sum to 1, P(break) never falls, nodes sum to 1, nothing is NaN",
    ({ name }) => {
      const theCase = shippedCase(name);
      fc.assert(
        fc.property(anyInputs(theCase), (inputs) => {
          const result = attempt(theCase, inputs);
          if (result instanceof ImpossibleEvidence) {
            expect(result.conflict.length).toBeGreaterThan(0);
            return;
          }
          let before = 0;
          for (const { id } of theCase.horizons) {
            const at = result.horizons[id];
            if (!at) throw new Error(`no horizon ${id}`);
            expect(Object.values(at.rungs).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
            expect(at.break).toBeGreaterThanOrEqual(before - 1e-15);
            before = at.break;
            for (const { p } of Object.values(at.nodes)) {
              expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
              expect(p.every((v) => v >= -1e-15)).toBe(true);
            }
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  test("the order of factors, mechanisms and indicators, and every id, are arbitrary", () => {
    const theCase = shippedCase("russia-iran-syria");
    fc.assert(
      fc.property(anyInputs(theCase), fc.integer(), (inputs, seed) => {
        const here = attempt(theCase, inputs);
        const other = attempt(shuffled(theCase, seed), inputs);
        const [named, asked, back] = renamed(theCase, inputs);
        const third = attempt(named, asked);
        if (here instanceof ImpossibleEvidence) {
          expect(other).toBeInstanceOf(ImpossibleEvidence);
          expect(third).toBeInstanceOf(ImpossibleEvidence);
        } else {
          expect(largestGap(here, other as Result)).toBeLessThan(1e-12);
          expect(largestGap(here, back(third as Result))).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("settings of a later phase leave earlier answers untouched", () => {
    const theCase = shippedCase("russia-iran-syria");
    const base = evaluate(theCase, {});
    for (const { id } of theCase.factors)
      for (const level of LEVELS) {
        const moved = evaluate(theCase, { set: { [id]: { long: level } } });
        expect(moved.horizons["now"]).toEqual(base.horizons["now"]);
        expect(moved.horizons["short"]).toEqual(base.horizons["short"]);
      }
  });

  test("in the shipped case a stressor's weight never lowers the risk, and weight 0 takes its level out of it", () => {
    const theCase = shippedCase("russia-iran-syria");
    for (const { id, group } of theCase.factors) {
      const at0 = LEVELS.map((level) => evaluate(theCase, { set: { [id]: level }, weights: { [id]: 0 } }));
      for (const other of at0)
        for (const { id: h } of theCase.horizons)
          expect(
            Math.abs((other.horizons[h]?.break ?? NaN) - (at0[0]?.horizons[h]?.break ?? NaN)),
          ).toBeLessThan(1e-12);
      if (group !== "apart") continue;
      let before = -1;
      for (let w = 0; w <= 10; w += 0.5) {
        const chance = evaluate(theCase, { weights: { [id]: w } }).horizons["long"]?.break ?? NaN;
        expect(chance).toBeGreaterThanOrEqual(before - 1e-12);
        before = chance;
      }
    }
  });

  test("what is seen of one sign twice counts together, however small the likelihoods", () => {
    const theCase = shippedCase("russia-iran-syria");
    const seen = evaluate(theCase, { observe: { guardsKilled: true } });
    const twice = evaluate(theCase, {
      observe: { guardsKilled: true },
      likelihood: { guardsKilled: [5e-324, 1] },
    });
    expect(largestGap(seen, twice)).toBeLessThan(1e-15);
    const soft = evaluate(theCase, { likelihood: { guardsKilled: [3e-300, 1e-300] } });
    expect(largestGap(soft, evaluate(theCase, { likelihood: { guardsKilled: [3, 1] } }))).toBeLessThan(1e-12);
  });

  test("impossible evidence names a smallest conflict", () => {
    const theCase = shippedCase("russia-iran-syria");
    const inputs: Inputs = {
      observe: { guardsKilled: true, recrimination: "VH", armsContinue: true },
      assume: { recrimination: { now: "VL" }, passivity: "M" },
    };
    const error = attempt(theCase, inputs);
    expect(error).toBeInstanceOf(ImpossibleEvidence);
    expect((error as ImpossibleEvidence).conflict.map(({ field }) => field)).toEqual([
      "observe.recrimination = VH",
      "assume.recrimination = VL",
    ]);
    expect((error as ImpossibleEvidence).words).toBe(
      "“Public recrimination” seen as very high and “Public recrimination” assumed very low cannot hold together; remove one of them.",
    );
    expect((error as ImpossibleEvidence).message).toBe(
      "observe.recrimination = VH and assume.recrimination = VL cannot hold together; remove one of them.",
    );
    expect(
      attempt(theCase, { observe: { recrimination: "VL" }, assume: { recrimination: "VL" } }),
    ).not.toBeInstanceOf(ImpossibleEvidence);
  });
});
