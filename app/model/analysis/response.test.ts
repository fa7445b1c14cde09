import fc from "fast-check";
import { expect, test } from "vitest";
import { anyInputs } from "../answer/random.test-help.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import { LEVELS } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { blind, breaksOf } from "./cases.test-help.ts";
import { LevelResponse } from "./response.ts";

const theCase = shippedCase("soviet-egypt-1971");
const put = fc.record({
  factor: fc.integer({ min: 0, max: theCase.factors.length - 1 }),
  level: fc.integer({ min: 0, max: 4 }),
});

test.each([
  ["with nothing seen", false, 25],
  ["with evidence", true, 25],
] as const)("%s, what one more change answers is a full evaluation with it", (_, seen, numRuns) => {
  fc.assert(
    fc.property(
      anyInputs(theCase),
      fc.uniqueArray(put, { maxLength: 3, selector: ({ factor }) => factor }),
      put,
      fc.integer({ min: 1, max: theCase.horizons.length }),
      (any, puts, last, phases) => {
        const inputs = seen ? any : blind(any);
        const response = new LevelResponse(modelOf(theCase), settle(theCase, inputs), phases);
        const set = Object.fromEntries(
          [...puts, last].map(({ factor, level }) => [
            theCase.factors[factor]?.id ?? "",
            LEVELS[level] ?? "VL",
          ]),
        );
        const expected = breaksOf(theCase, { ...inputs, set: { ...inputs.set, ...set } })?.[phases - 1];
        const all = response.after(puts)(last.factor, last.level);
        expect(all?.length ?? phases).toBe(phases);
        const found = all === null ? null : all.at(-1);
        if (expected === undefined) expect(found).toBeNull();
        else expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(1e-12);
      },
    ),
    { numRuns },
  );
});
