import { evaluate } from "../answer/evaluate.ts";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import type { Result } from "../answer/result.ts";
import type { Case, Inputs } from "../case/types.ts";
import type { OutcomeMatrix, SignFactors } from "./shapes.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/**
 * By which factor each rung becomes more likely once a sign is seen: P(rung | inputs, sign) / P(rung | inputs), at
 * every horizon. Never a probability: Σ over the rungs of P(rung)·factor = 1. Null where the sign cannot be seen or
 * has been seen not to be; a rung without any chance keeps its factor of 1.
 * @throws ImpossibleEvidence where the inputs' own evidence cannot be
 */
export const outcomeMatrix = (theCase: Case, inputs: Inputs): OutcomeMatrix =>
  complete(matrixWork(theCase, inputs));

/** The same, one sign a step. */
export function* matrixWork(theCase: Case, inputs: Inputs): Work<OutcomeMatrix> {
  const base = evaluate(theCase, inputs);
  const each = forEach(theCase.indicators, ({ id }) => ({ id, after: onceSeen(theCase, inputs, id) }));
  const signs = yield* part(each, 0, 1);
  return {
    horizons: Object.fromEntries(
      theCase.horizons.map(({ id: horizon }) => [
        horizon,
        Object.fromEntries(signs.map(({ id, after }) => [id, after && factors(base, after, horizon)])),
      ]),
    ),
  };
}

function factors(base: Result, after: Result, horizon: string): SignFactors {
  const [before, now] = [base.horizons[horizon]!.rungs, after.horizons[horizon]!.rungs];
  return Object.fromEntries(
    Object.entries(before).map(([rung, p]) => [rung, p > 0 ? now[rung]! / p : 1] as const),
  );
}

function onceSeen(theCase: Case, inputs: Inputs, indicator: string): Result | null {
  if (inputs.observe?.[indicator] === false) return null;
  try {
    return evaluate(theCase, { ...inputs, observe: { ...inputs.observe, [indicator]: true } });
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return null;
    throw error;
  }
}

/** How well a sign tells the rungs apart: ln of the largest factor over the smallest; 0 tells nothing. */
export function diagnosticity(factors: SignFactors): number {
  const all = Object.values(factors);
  const [most, least] = [Math.max(...all), Math.min(...all)];
  return least > 0 ? Math.log(most / least) : Infinity;
}
