import { describe, expect, test } from "vitest";
import { eventReading } from "../answer/event.ts";
import { modelOf } from "../answer/model.ts";
import { rootPrior, settle } from "../answer/settle.ts";
import type { Inputs } from "../case/types.ts";
import { CHECKED, shippedCase } from "../shipped.test-help.ts";
import { attribution, strainAttribution } from "./attribution.ts";
import { gaussLegendre } from "./gauss.ts";
import { pointsInPhase, pointsOfMany } from "./manyFactors.ts";
import { strainReading } from "./strain.ts";
import { complete } from "./work.ts";

test("a Gauss–Legendre sum of n points is exact for every power up to 2n − 1, and for none beyond", () => {
  for (const n of [1, 2, 5, 12, 30]) {
    const { points, weights } = gaussLegendre(n);
    const sum = (power: number) => points.reduce((all, x, i) => all + weights[i]! * x ** power, 0);
    for (let power = 0; power < 2 * n; power++) expect(sum(power)).toBeCloseTo(1 / (power + 1), 13);
    if (n <= 5) expect(Math.abs(sum(2 * n) - 1 / (2 * n + 1))).toBeGreaterThan(1e-9);
  }
});

// Cases that all coalitions can be gone through for tell how near the way without them comes.
describe.each(CHECKED.map(({ name }) => name))("%s", (name) => {
  const theCase = shippedCase(name);
  const model = modelOf(theCase);
  const lowest = theCase.horizons.map(({ id }) => theCase.factors.map(({ levels }) => rootPrior(0, levels[id]!.spread))); // prettier-ignore
  const [factor] = theCase.factors.map(({ id }) => id);
  const mechanism = theCase.mechanisms[0]!.id;
  const questions: Inputs[] = [{}, { weights: { [factor!]: 9 }, assume: { [mechanism]: "H" } }];

  test.each(questions)("the first phase is exact, later ones are near, everything sums: %j", (inputs) => {
    const exact = attribution(theCase, inputs);
    expect(exact.orders).toBeUndefined();
    const found = complete(pointsOfMany(model, settle(theCase, inputs), lowest));
    theCase.horizons.forEach(({ id }, h) => {
      const [ours, theirs] = [found.horizons[id]!, exact.horizons[id]!];
      expect(ours.start).toBeCloseTo(theirs.start, 12);
      expect(ours.answer).toBeCloseTo(theirs.answer, 12);
      expect(Object.values(ours.points).reduce((a, b) => a + b, ours.start)).toBeCloseTo(ours.answer, 12);
      for (const { id: one } of theCase.factors)
        expect(Math.abs(ours.points[one]! - theirs.points[one]!)).toBeLessThan(h === 0 ? 1e-12 : 0.01);
    });
  });

  test("what one phase is made of, the event or open strain, is exact", () => {
    const settled = settle(theCase, {});
    const event = pointsInPhase(model, settled, 0, eventReading(model, settled.hazard[0]!), lowest);
    const exact = attribution(theCase, {}).horizons[theCase.horizons[0]!.id]!;
    theCase.factors.forEach(({ id }, f) => expect(event.points[f]).toBeCloseTo(exact.points[id]!, 12));
    const reading = strainReading(model, settled);
    const strain = strainAttribution(theCase, {});
    if (!reading || !strain) throw new Error("No rung of open strain.");
    const found = pointsInPhase(model, settled, 0, reading, lowest);
    expect([found.start, found.answer]).toEqual([expect.closeTo(strain.start, 12), expect.closeTo(strain.answer, 12)]); // prettier-ignore
    theCase.factors.forEach(({ id }, f) => expect(found.points[f]).toBeCloseTo(strain.points[id]!, 12));
  });
});
