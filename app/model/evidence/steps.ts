import type { EvidenceItem } from "../case/evidence-types.ts";
import { logOf } from "../case/settings.ts";
import type { Case, Inputs } from "../case/types.ts";
import { withEvidence } from "./weigh.ts";

/** The inputs after each item that counts, those before it counted too. */
export interface EvidenceStep {
  readonly item: EvidenceItem;
  readonly inputs: Inputs;
}

/**
 * How a log adds up, item by item in its order. Only the order of the steps depends on it: the last one is the same
 * for every order.
 * @param settings those of the scenario, without evidence of the log
 */
export function evidenceSteps(
  theCase: Case,
  settings: Inputs,
  items: readonly EvidenceItem[] = logOf(theCase),
): EvidenceStep[] {
  const counted = items.filter(({ counts }) => counts);
  return counted.map((item, i) => ({
    item,
    inputs: withEvidence(theCase, settings, counted.slice(0, i + 1)),
  }));
}
