import { namesRung } from "../case/statement.ts";
import type { Case, Outcome } from "../case/types.ts";
import { withArrows } from "./arrows.ts";
import { withStatements } from "./remove.ts";

/** Fewest and most rungs an author may set. */
export const RUNGS = { least: 3, most: 6 } as const;

/** The case with another outcome. A verdict or a statement that named a rung that is gone names it no more. */
export function withOutcome(theCase: Case, outcome: Outcome): Case {
  const now = new Set(outcome.rungs.map(({ id }) => id));
  const before = new Set(theCase.outcome.rungs.map(({ id }) => id));
  const isGone = (id: string) => before.has(id) && !now.has(id);
  const { verdict, statements } = theCase;
  const told = <T extends { readonly rung?: string | null }>(one: T): T => {
    if (typeof one.rung !== "string" || !isGone(one.rung)) return one;
    const { rung: _gone, ...rest } = one;
    return rest as T;
  };
  return withArrows(theCase, {
    ...theCase,
    outcome,
    ...(verdict && {
      verdict: {
        ...told(verdict),
        byHorizon: Object.fromEntries(Object.entries(verdict.byHorizon).map(([h, at]) => [h, told(at)])),
      },
    }),
    ...withStatements(statements?.filter((one) => !namesRung(one, isGone))),
  });
}
