import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import type { EvidenceItem } from "../case/evidence-types.ts";
import { settingsOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";
import { hearings, withEvidence } from "./weigh.ts";

export interface Conflict {
  readonly sentence: string;
  /** Items that count and cannot all be true; none where the settings alone are at odds. */
  readonly items: readonly EvidenceItem[];
}

/** Which items of the log make a scenario impossible; null where it is possible. */
export function conflictIn(theCase: Case, scenario: string): Conflict | null {
  try {
    evaluate(theCase, withEvidence(theCase, settingsOf(theCase, scenario)));
    return null;
  } catch (error) {
    if (!(error instanceof ImpossibleEvidence)) throw error;
    const seen = error.conflict.filter(({ field }) => !field.startsWith("assume."));
    const voices = hearings(theCase)
      .filter(({ indicator }) => seen.some(({ id }) => id === indicator))
      // Only what is certain can make a side impossible.
      .flatMap(({ heard }) => heard.filter(({ kept }) => kept === 1));
    return { sentence: error.words, items: [...new Set(voices.map(({ item }) => item))] };
  }
}
