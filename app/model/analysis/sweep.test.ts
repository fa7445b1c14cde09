import fc from "fast-check";
import { expect, test } from "vitest";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { withWeight } from "./breaks.ts";
import { breaksOf, smallCaseAndInputs } from "./cases.test-help.ts";
import { HALF_STEPS, sweep } from "./sweep.ts";
import { tornado } from "./tornado.ts";

test("every entry is a full evaluation with that weight alone changed", () => {
  fc.assert(
    fc.property(smallCaseAndInputs, fc.nat(), fc.nat({ max: 20 }), ([c, inputs], f, step) => {
      const factor = c.factors[f % c.factors.length]!;
      const full = breaksOf(c, withWeight(inputs, factor.id, HALF_STEPS[step]!));
      const { horizons } = sweep(c, inputs);
      c.horizons.forEach(({ id }, h) => {
        const found = horizons[id]?.[factor.id]?.[step];
        if (full === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(full[h]!, 9);
      });
    }),
    { numRuns: 40 },
  );
});

test("agrees with the tornado at both ends of the plausible ranges", () => {
  const theCase = shippedCase("russia-iran-syria");
  const [swept, ends] = [sweep(theCase, {}), tornado(theCase, {})];
  for (const { id } of theCase.horizons)
    for (const factor of theCase.factors) {
      const { min, max } = ends.horizons[id]!.weights[factor.id]!;
      for (const [weight, chance] of [min, max])
        expect(swept.horizons[id]![factor.id]![weight * 2]).toBeCloseTo(chance!, 12);
    }
});

test("refuses what cannot be seen", () => {
  const theCase = shippedCase("russia-iran-syria");
  const impossible = { observe: { passivity: "VH" as const }, assume: { passivity: "VL" as const } };
  expect(() => sweep(theCase, impossible)).toThrow(ImpossibleEvidence);
});
