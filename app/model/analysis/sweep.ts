import { evaluate } from "../answer/evaluate.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import { breaksUnder, withWeight } from "./breaks.ts";
import type { WeightSweep } from "./shapes.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/** The half points of the scale of weights. */
export const HALF_STEPS: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 2);

/**
 * P(break) with each factor's weight alone at 0, .5 … 10, all else as given. An entry is null where what was seen
 * cannot be under that weight.
 * @throws ImpossibleEvidence where the evidence cannot be as things are set
 */
export function sweep(theCase: Case, inputs: Inputs): WeightSweep {
  return complete(sweepWork(theCase, inputs));
}

/** The same, one factor a step. */
export function* sweepWork(theCase: Case, inputs: Inputs): Work<WeightSweep> {
  const model = modelOf(theCase);
  if (settle(theCase, inputs).evidence.length > 0) evaluate(theCase, inputs);
  const each = forEach(theCase.factors, ({ id }) => ({
    id,
    chances: HALF_STEPS.map((weight) => breaksUnder(model, settle(theCase, withWeight(inputs, id, weight)))),
  }));
  const found = yield* part(each, 0, 1);
  return {
    horizons: Object.fromEntries(
      theCase.horizons.map((horizon, h) => [
        horizon.id,
        Object.fromEntries(
          found.map(({ id, chances }) => [id, chances.map((breaks) => breaks?.[h] ?? null)]),
        ),
      ]),
    ),
  };
}
