import { breaksUnder, withLevel } from "../analysis/breaks.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";

/** A number per factor asked about. */
export type ByFactor = Readonly<Record<string, number>>;

/** The weight of each asked factor that says what the model says: the factor's own default, 5 in every shipped case. */
export const asModelled = (theCase: Case, factors: readonly string[]): ByFactor =>
  Object.fromEntries(
    factors.map((id) => [id, theCase.factors.find((one) => one.id === id)?.weight.default ?? 5]),
  );

/**
 * How far each factor alone swings the answer: |P(break, very high) − P(break, very low)| at the last horizon, the
 * level set at every horizon, all else as given; 0 where what was seen cannot be at one of the ends.
 */
export function swings(theCase: Case, factors: readonly string[], inputs: Inputs = {}): ByFactor {
  const model = modelOf(theCase);
  const last = (changed: Inputs) => breaksUnder(model, settle(theCase, changed))?.at(-1) ?? null;
  return Object.fromEntries(
    factors.map((id) => {
      const [high, low] = [last(withLevel(inputs, id, "VH")), last(withLevel(inputs, id, "VL"))];
      return [id, high === null || low === null ? 0 : Math.abs(high - low)];
    }),
  );
}

/** Below this a factor does not swing the answer: what is left is rounding. */
const STILL = 1e-12;

/**
 * A person's points as weights of the model: w = d × (share of points) ÷ (model's share of swing), over the asked
 * factors, clipped to 0..10; a factor without swing gets d, and so does every factor when no points were given. Here d
 * is the weight that says what the model says (`asModelled`): with 5, as in the shipped cases, it is the rule of
 * MODEL.md §4, "Ballots"; a push counts a weight against its default, so that in any case who shares out as the model
 * swings leaves it as it is.
 * @param points ≥ 0 by factor; the factors asked about are its keys
 * @param swing by factor, from `swings`
 */
export function ballotWeights(points: ByFactor, swing: ByFactor, modelled: ByFactor): Record<string, number> {
  const asked = Object.keys(points);
  const sum = (of: ByFactor) => asked.reduce((total, id) => total + (of[id] ?? 0), 0);
  const [given, swung] = [sum(points), sum(swing)];
  return Object.fromEntries(
    asked.map((id) => {
      const own = swing[id] ?? 0;
      const share = points[id]! / given;
      const neutral = modelled[id] ?? 5;
      const weight = given > 0 && own > STILL ? (neutral * share * swung) / own : neutral;
      return [id, Math.min(10, Math.max(0, weight))];
    }),
  );
}

/** What is put to the case for one person: the workshop's settings with the person's weights. */
export const withBallot = (inputs: Inputs, weights: ByFactor): Inputs => ({
  ...inputs,
  weights: { ...inputs.weights, ...weights },
});
