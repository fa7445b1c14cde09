import type { Case, Inputs } from "../../../app/model/case/types.ts";
import { levelAt, weightOf } from "../../../app/model/case/edits.ts";

/** The one factor whose weight or state differs between two sets of inputs; null where there are several or none. */
export function movedFactor(theCase: Case, before: Inputs, after: Inputs): string | null {
  const moved = theCase.factors.filter(
    ({ id }) =>
      weightOf(theCase, before, id) !== weightOf(theCase, after, id) ||
      theCase.horizons.some((h) => levelAt(theCase, before, id, h.id) !== levelAt(theCase, after, id, h.id)),
  );
  return moved.length === 1 ? (moved[0]?.id ?? null) : null;
}
