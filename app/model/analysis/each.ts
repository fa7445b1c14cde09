import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import type { Result } from "../answer/result.ts";
import type { Case, Inputs } from "../case/types.ts";
import { forEach, type Work } from "./work.ts";

/** The exact answer to each of several inputs, one a step; null where what was seen cannot be. */
export const eachWork = (theCase: Case, list: readonly Inputs[]): Work<(Result | null)[]> =>
  forEach(list, (inputs) => resultOf(theCase, inputs));

function resultOf(theCase: Case, inputs: Inputs): Result | null {
  try {
    return evaluate(theCase, inputs);
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return null;
    throw error;
  }
}
