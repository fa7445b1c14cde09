import { evaluate } from "../../../app/model/answer/evaluate.ts";
import { effectiveInputs } from "../../../app/model/evidence/weigh.ts";
import type { Case } from "../../../app/model/case/types.ts";

/** Every scenario's answer in full precision, by its id; one sentence where it has none. */
export function answersOf(theCase: Case, view: number): Record<string, unknown> {
  return Object.fromEntries(
    theCase.scenarios.map(({ id }) => {
      try {
        return [id, evaluate(theCase, { ...effectiveInputs(theCase, id), view }).horizons];
      } catch (error) {
        return [id, error instanceof Error ? error.message : String(error)];
      }
    }),
  );
}

export const answersText = (theCase: Case, view: number): string =>
  `${JSON.stringify({ view, scenarios: answersOf(theCase, view) }, null, 2)}\n`;
