import { LEVELS } from "../../../app/model/case/types.ts";
import type { Case, Level } from "../../../app/model/case/types.ts";
import type { HorizonResult } from "../../../app/model/answer/result.ts";
import { capitalised } from "../../../app/model/words/text.ts";

/** A state as shown: its step 0..4 and the case's word for it. */
export interface State {
  readonly step: number;
  readonly word: string;
}

/** The level whose fifth of the unit scale holds a mean. */
export const levelOfMean = (mean: number): Level =>
  LEVELS[Math.min(4, Math.max(0, Math.floor(mean * 5)))] ?? "M";

/**
 * States of all factors and mechanisms at one horizon: a factor's set level (`levels`), a mechanism's level by its
 * mean. A factor without a given level shows the case's own.
 */
export function statesOf(
  c: Case,
  horizon: string,
  result: HorizonResult | undefined,
  levels: Readonly<Record<string, Level>>,
): ReadonlyMap<string, State> {
  const words = new Map(c.levels.map(({ id, label }) => [id, capitalised(label)]));
  const state = (level: Level): State => ({ step: LEVELS.indexOf(level), word: words.get(level) ?? level });
  return new Map([
    ...c.factors.map(
      (factor) => [factor.id, state(levels[factor.id] ?? factor.levels[horizon]?.level ?? "M")] as const,
    ),
    ...c.mechanisms.map(({ id }) => [id, state(levelOfMean(result?.nodes[id]?.mean ?? 0.5))] as const),
  ]);
}
