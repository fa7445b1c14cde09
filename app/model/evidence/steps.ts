import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import { logOf } from "../case/settings.ts";
import type { Case, Inputs } from "../case/types.ts";
import { withEvidence } from "./weigh.ts";

/** Chance of a break by horizon. */
export type Breaks = Readonly<Record<string, number>>;

export interface EvidenceSteps {
  /** With nothing of the log counted. */
  readonly start: Breaks | null;
  /** After each item that counts, those before it counted too, in the log's order; null where they cannot all be. */
  readonly steps: readonly { readonly item: string; readonly after: Breaks | null }[];
}

/** @param settings those of the scenario, without evidence of the log */
export function evidenceSteps(theCase: Case, settings: Inputs): EvidenceSteps {
  const counted = logOf(theCase).filter(({ counts }) => counts);
  return {
    start: breaksOf(theCase, settings),
    steps: counted.map((item, i) => ({
      item: item.id,
      after: breaksOf(theCase, withEvidence(theCase, settings, counted.slice(0, i + 1))),
    })),
  };
}

function breaksOf(theCase: Case, inputs: Inputs): Breaks | null {
  try {
    const { horizons } = evaluate(theCase, inputs);
    return Object.fromEntries(Object.entries(horizons).map(([id, at]) => [id, at.break]));
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return null;
    throw error;
  }
}
