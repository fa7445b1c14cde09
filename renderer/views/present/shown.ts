import type { HorizonResult } from "../../../app/model/answer/result.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { largestRemainder, rungPercents, wholePercent } from "../../../app/model/words/numbers.ts";

/** A range wider than this makes single points a pretence: a room sees fives. */
const WIDE = 0.2;

export type Unit = 1 | 5;

export const unitFor = (range: { readonly low: number; readonly high: number } | null | undefined): Unit =>
  range && range.high - range.low > WIDE ? 5 : 1;

/** The whole percentage that a slide shows; never 0 or 100 for being rounded to fives. */
export function shownPercent(p: number, unit: Unit): number {
  const rounded = Math.round((p * 100) / unit) * unit;
  return unit === 1 || rounded <= 0 || rounded >= 100 ? wholePercent(p) : rounded;
}

/** "33%", "<1%", ">99%" of a percentage as it is shown. */
export const shownLabel = (percent: number): string =>
  percent <= 0 ? "<1%" : percent >= 100 ? ">99%" : `${percent}%`;

/** Percentages of all rungs at a horizon, so that the parts add up to the break as shown and all to 100. */
export function shownRungs(
  theCase: Case,
  at: Pick<HorizonResult, "rungs" | "break">,
  unit: Unit,
): Record<string, number> {
  const broke = shownPercent(at.break, unit);
  if (unit === 1 || broke % unit !== 0) return rungPercents(theCase, at);
  const shared = (happened: boolean, total: number) => {
    const rungs = theCase.outcome.rungs.filter((rung) => rung.happened === happened);
    const steps = largestRemainder(
      rungs.map(({ id }) => ((at.rungs[id] ?? 0) * 100) / unit),
      total / unit,
    );
    return rungs.map(({ id }, i) => [id, (steps[i] ?? 0) * unit] as const);
  };
  return Object.fromEntries([...shared(true, broke), ...shared(false, 100 - broke)]);
}
