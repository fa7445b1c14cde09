import type { HorizonResult } from "../answer/result.ts";
import type { Case } from "../case/types.ts";
import { largestRemainder, wholePercent } from "./numbers.ts";
import { bandOf } from "./scale.ts";

/**
 * The multiple of 5 nearest to what is shown for a probability among those under the same estimative word, so that
 * rounding never changes the word; 0 and 100 stand for "below 5" and "above 95".
 */
export function fiveOf(p: number): number {
  const shown = wholePercent(p);
  const word = bandOf(shown);
  const fives = Array.from({ length: 19 }, (_, i) => 5 * (i + 1)).filter((five) => bandOf(five) === word);
  if (fives.length === 0) return shown < 50 ? 0 : 100;
  return fives.reduce((best, five) => (Math.abs(five - shown) < Math.abs(best - shown) ? five : best));
}

/** "35%", "<5%", ">95%". */
export function fiveLabel(p: number): string {
  const five = fiveOf(p);
  return five === 0 ? "<5%" : five === 100 ? ">95%" : `${five}%`;
}

/** Percentages of all rungs in fives: as `rungPercents`, the parts and the whole add up. */
export function rungFives(theCase: Case, at: Pick<HorizonResult, "rungs" | "break">): Record<string, number> {
  const broke = fiveOf(at.break) / 5;
  const part = (happened: boolean, total: number) => {
    const rungs = theCase.outcome.rungs.filter((rung) => rung.happened === happened);
    const whole = largestRemainder(
      rungs.map(({ id }) => (at.rungs[id] ?? 0) * 20),
      total,
    );
    return rungs.map(({ id }, i) => [id, whole[i]! * 5] as const);
  };
  return Object.fromEntries([...part(true, broke), ...part(false, 20 - broke)]);
}
