import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import { renamed, shuffled } from "../answer/random.test-help.ts";
import { type Case, type Inputs, LEVELS } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { strainRung } from "./strain.ts";
import { breaksOf, farthest, numbersIn, smallCaseAndInputs } from "./cases.test-help.ts";
import { tornado } from "./tornado.ts";
import { twoWay } from "./twoway.ts";

const theCase = shippedCase("russia-iran-syria");
const putLevel = (inputs: Inputs, id: string, level: (typeof LEVELS)[number]): Inputs => ({
  ...inputs,
  set: { ...inputs.set, [id]: level },
});
const putWeight = (inputs: Inputs, id: string, weight: number): Inputs => ({
  ...inputs,
  weights: { ...inputs.weights, [id]: weight },
});
const isNear = (found: number | null | undefined, expected: number | null | undefined): void => {
  if (expected === null) expect(found).toBeNull();
  else expect(Math.abs((found ?? NaN) - (expected ?? NaN))).toBeLessThan(1e-12);
};

describe("tornado", () => {
  test("every entry is a full evaluation at that input, null where the evidence cannot be", () => {
    fc.assert(
      fc.property(smallCaseAndInputs, ([c, inputs]) => {
        const { horizons, strainNow } = tornado(c, inputs);
        const check = (
          changed: Inputs,
          pick: (at: (typeof horizons)[string]) => number | null | undefined,
        ) => {
          const breaks = breaksOf(c, changed);
          c.horizons.forEach(({ id }, h) => {
            const at = horizons[id];
            isNear(at && pick(at), breaks?.[h] ?? null);
          });
          const strain =
            breaks && evaluate(c, changed).horizons[c.horizons[0]?.id ?? ""]?.rungs[strainRung(c) ?? ""];
          isNear(strainNow && pick(strainNow), strain);
        };
        for (const { id, weight } of c.factors) {
          for (const level of LEVELS) check(putLevel(inputs, id, level), ({ levels }) => levels[id]?.[level]);
          check(putWeight(inputs, id, weight.min), ({ weights }) => weights[id]?.min[1]);
          check(putWeight(inputs, id, weight.max), ({ weights }) => weights[id]?.max[1]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("the ends are the case's range wherever the weight stands; open strain is absent where there is none", () => {
    const [factor] = theCase.factors;
    const at = tornado(theCase, { weights: { [factor?.id ?? ""]: 9 } }).horizons["long"];
    expect(at?.weights[factor?.id ?? ""]?.min[0]).toBe(factor?.weight.min);
    expect(at?.weights[factor?.id ?? ""]?.max[0]).toBe(factor?.weight.max);
    const plain: Case = { ...theCase, outcome: { ...theCase.outcome, notHappened: [{ rung: "managed" }] } };
    expect(tornado(plain, {})).not.toHaveProperty("strainNow");
  });

  test("follows renamed and shuffled parts; impossible evidence is refused", () => {
    const [named, inputs] = renamed(theCase, { weights: { strikes: 7 } });
    const here = numbersIn(tornado(theCase, { weights: { strikes: 7 } }));
    expect(farthest(numbersIn(tornado(named, inputs)), here)).toBeLessThan(1e-12);
    const mixed = tornado(shuffled(theCase, 5), { weights: { strikes: 7 } });
    expect(farthest(numbersIn(mixed), here)).toBeLessThan(1e-12);
    const impossible: Inputs = { observe: { losses: "VL" }, assume: { losses: "VH" } };
    expect(() => tornado(theCase, impossible)).toThrow(ImpossibleEvidence);
  });
});

describe("two-way map", () => {
  test("every cell is a full evaluation at both inputs, rows the first factor's", () => {
    fc.assert(
      fc.property(
        smallCaseAndInputs,
        fc.constantFrom("level" as const, "weight" as const),
        ([c, inputs], input) => {
          const found = twoWay(c, inputs, ["b", "a"], input);
          const axis = input === "level" ? LEVELS : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
          const put = (to: Inputs, id: string, value: (typeof axis)[number]) =>
            typeof value === "number" ? putWeight(to, id, value) : putLevel(to, id, value);
          for (const { rows, columns } of Object.values(found.horizons))
            expect([rows, columns]).toEqual([axis, axis]);
          axis.forEach((row, i) => {
            axis.forEach((column, j) => {
              const breaks = breaksOf(c, put(put(inputs, "b", row), "a", column));
              c.horizons.forEach(({ id }, h) => {
                isNear(found.horizons[id]?.break[i]?.[j], breaks?.[h] ?? null);
              });
            });
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  test("the same factor twice, and a factor that there is not, are refused in a sentence", () => {
    expect(() => twoWay(theCase, {}, ["strikes", "strikes"], "level")).toThrow(/two different factors/);
    expect(() => twoWay(theCase, {}, ["strikes", "losses"], "level")).toThrow(/no factor "losses"; choose/);
  });
});
