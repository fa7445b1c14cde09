import type { Result } from "../answer/result.ts";
import { phaseHazard, viewShare } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";

/**
 * P(break) at every horizon seen from another view. A view changes the hazard alone, and the levels of `event.of` in
 * each phase are in the result: nothing has to be propagated again.
 * @param result of `evaluate` under any view
 */
export function breakFromView(theCase: Case, result: Result, view: Inputs["view"]): Record<string, number> {
  let survival = 1;
  return Object.fromEntries(
    theCase.horizons.map(({ id, years }) => {
      const hazard = phaseHazard(theCase, viewShare(view), years);
      const levels = result.horizons[id]!.nodes[theCase.outcome.event.of]!.p;
      survival *= 1 - levels.reduce((chance, p, k) => chance + p * hazard[k]!, 0);
      return [id, 1 - survival];
    }),
  );
}
