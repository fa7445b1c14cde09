import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { bruteForce } from "../answer/brute.test-help.ts";
import { renamed, shuffled } from "../answer/random.test-help.ts";
import type { Inputs } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { breaksOf, farthest, numbersIn, smallCaseAndInputs } from "./cases.test-help.ts";
import { signs } from "./signs.ts";

const theCase = shippedCase("russia-iran-syria");

describe("value of a sign", () => {
  test("after yes and no stands what evaluate says once the sign is observed; null where it cannot be", () => {
    fc.assert(
      fc.property(smallCaseAndInputs, ([c, inputs]) => {
        const found = signs(c, inputs);
        const open = c.indicators.filter(({ id }) => inputs.observe?.[id] === undefined).map(({ id }) => id);
        const answer = breaksOf(c, inputs) ?? [];
        for (const [h, { id: horizon }] of c.horizons.entries()) {
          const at = found.horizons[horizon] ?? {};
          expect(Object.keys(at)).toEqual(open);
          for (const [id, { yes, breakIfYes, breakIfNo, bits }] of Object.entries(at)) {
            for (const [state, b] of [
              [true, breakIfYes],
              [false, breakIfNo],
            ] as const) {
              const seen = breaksOf(c, { ...inputs, observe: { ...inputs.observe, [id]: state } });
              if (seen === null) expect(b).toBeNull();
              else expect(Math.abs((b ?? NaN) - (seen[h] ?? NaN))).toBeLessThan(1e-11);
            }
            expect(bits).toBeGreaterThanOrEqual(0);
            expect(bits).toBeLessThanOrEqual(1);
            if (breakIfYes === null || breakIfNo === null) expect(bits).toBe(0);
            if (h === 0) {
              const sum = yes * (breakIfYes ?? 0) + (1 - yes) * (breakIfNo ?? 0);
              expect(Math.abs(sum - (answer[0] ?? NaN))).toBeLessThan(1e-11);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("bits are the mutual information of the joint of sign and break, worked out cell by cell", () => {
    fc.assert(
      fc.property(smallCaseAndInputs, ([c, inputs]) => {
        const first = c.horizons[0]?.id ?? "";
        for (const { yes, breakIfYes, breakIfNo, bits } of Object.values(
          signs(c, inputs).horizons[first] ?? {},
        )) {
          if (breakIfYes === null || breakIfNo === null) continue;
          const joint = [
            [yes * breakIfYes, yes * (1 - breakIfYes)],
            [(1 - yes) * breakIfNo, (1 - yes) * (1 - breakIfNo)],
          ];
          const broke = yes * breakIfYes + (1 - yes) * breakIfNo;
          const expected = joint
            .flatMap((row, i) =>
              row.map((p, j) =>
                p > 0 ? p * Math.log2(p / ((i === 0 ? yes : 1 - yes) * (j === 0 ? broke : 1 - broke))) : 0,
              ),
            )
            .reduce((a, b) => a + b, 0);
          expect(Math.abs(bits - expected)).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("P(yes) with soft evidence on the sign itself is Bayes' rule on what the sign said before", () => {
    const sign = theCase.indicators[0]?.id ?? "";
    const before = signs(theCase, {}).horizons["now"]?.[sign]?.yes ?? NaN;
    const after = signs(theCase, { likelihood: { [sign]: [0.9, 0.3] } }).horizons["now"]?.[sign]?.yes ?? NaN;
    expect(after).toBeCloseTo((before * 0.9) / (before * 0.9 + (1 - before) * 0.3), 12);
  });

  test("P(yes) of a sign read from a level is that level's share of p, by brute force", () => {
    fc.assert(
      fc.property(smallCaseAndInputs, ([c, inputs]) => {
        const plain = { ...inputs, likelihood: {}, observe: {} };
        const [first] = c.horizons;
        const levels = bruteForce(c, plain)?.horizons[first?.id ?? ""]?.nodes["a"]?.p ?? [];
        const p = c.indicators.find(({ id }) => id === "sign")?.p ?? [];
        const yes = levels.reduce((sum, q, k) => sum + q * (p[k] ?? NaN), 0);
        const found = signs(c, plain).horizons[first?.id ?? ""]?.["sign"]?.yes ?? NaN;
        expect(Math.abs(found - yes)).toBeLessThan(1e-12);
      }),
      { numRuns: 20 },
    );
  });

  test("follows renamed and shuffled parts; impossible evidence is refused", () => {
    const seen: Inputs = { observe: { guardsKilled: true } };
    const [named, inputs] = renamed(theCase, seen);
    const here = numbersIn(signs(theCase, seen));
    expect(farthest(numbersIn(signs(named, inputs)), here)).toBeLessThan(1e-12);
    expect(farthest(numbersIn(signs(shuffled(theCase, 2), seen)), here)).toBeLessThan(1e-12);
    expect(() => signs(theCase, { observe: { losses: "VL" }, assume: { losses: "VH" } })).toThrow(
      ImpossibleEvidence,
    );
  });
});
