import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOf } from "../answer/model.ts";
import { anyInputs, smallCase } from "../answer/random.test-help.ts";
import { rootPrior, settle } from "../answer/settle.ts";
import { breaksAlong, breaksUnder } from "./breaks.ts";
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

test("along a way of changed levels the chances are the very ones of each stop by itself, seen and unseen in turn", () => {
  const way = smallCase.chain((c) =>
    fc.tuple(
      fc.constant(c),
      anyInputs(c),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.boolean()), { minLength: 2, maxLength: 12 }),
    ),
  );
  let seen = 0;
  fc.assert(
    fc.property(way, ([c, inputs, stops]) => {
      const [model, settled] = [modelOf(c), settle(c, inputs)];
      const along = breaksAlong(model, settled);
      let { priors } = settled;
      for (const [which, level, isSeen] of stops) {
        const f = which % c.factors.length;
        const h = which % priors.length;
        priors = priors.map((phase, at) => (at === h ? phase.with(f, rootPrior(level, 0.2)) : phase));
        const here = { ...settled, priors, evidence: isSeen ? settled.evidence : [] };
        if (here.evidence.length > 0) seen++;
        expect(along(priors, here.evidence.length > 0)).toEqual(breaksUnder(model, here));
      }
    }),
    { numRuns: 150 },
  );
  expect(seen).toBeGreaterThan(20);
});
