import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOf } from "../answer/model.ts";
import { anyInputs, smallCase } from "../answer/random.test-help.ts";
import { settle } from "../answer/settle.ts";
import { breaksUnder } from "./breaks.ts";
import { breaksOf, farthest } from "./cases.test-help.ts";

test("the quick chances of a break are those of a full evaluation, whatever was seen, and so is that it cannot be", () => {
  const seen = smallCase.chain((c) => fc.tuple(fc.constant(c), anyInputs(c)));
  let withEvidence = 0;
  fc.assert(
    fc.property(seen, ([c, inputs]) => {
      const settled = settle(c, inputs);
      if (settled.evidence.length > 1) withEvidence++;
      const [quick, full] = [breaksUnder(modelOf(c), settled), breaksOf(c, inputs)];
      if (full === null) expect(quick).toBeNull();
      else expect(farthest(quick ?? [], full)).toBeLessThan(1e-12);
    }),
    { numRuns: 150 },
  );
  expect(withEvidence).toBeGreaterThan(10);
});
