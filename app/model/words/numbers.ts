import type { HorizonResult } from "../answer/result.ts";
import type { Case } from "../case/types.ts";
import { bandOf } from "./scale.ts";

/** The whole percentage shown for a probability; 0 and 100 are kept for "below 1" and "above 99". */
export function wholePercent(p: number): number {
  return p < 0.01 ? 0 : p > 0.99 ? 100 : Math.min(99, Math.max(1, Math.round(p * 100)));
}

/** "33%", "<1%", ">99%": never 0 % or 100 %. */
export function percentLabel(p: number): string {
  const whole = wholePercent(p);
  return whole === 0 ? "<1%" : whole === 100 ? ">99%" : `${whole}%`;
}

/**
 * The border of a word, as a share, for an answer that comes to it from below (`more`) or above (`less`): where the
 * number shown takes the word. 55% is still a roughly even chance, so likely begins at 55.5%.
 */
export function shownBorder(index: number, side: "more" | "less"): number {
  const whole = Array.from({ length: 99 }, (_, i) => i + 1).filter((n) => bandOf(n) === index);
  const [first = 1, last = 99] = [whole[0], whole.at(-1)];
  if (side === "more") return first === 1 ? 0.01 : (first - 0.5) / 100;
  return last === 99 ? 0.99 : (last + 0.5) / 100;
}

/** Index of the word of the number shown for a probability, as `bandOf`. */
export const shownBand = (p: number): number => bandOf(wholePercent(p));

/** Points with a sign and a real minus; nothing that rounds to 0 gets a sign of its own. */
export function pointsLabel(points: number): string {
  return points === 0 ? "±0" : points > 0 ? `+${points}` : `−${-points}`;
}

/**
 * Whole numbers nearest to `values` that sum to `total` (largest remainder; on a tie the earlier one gets more).
 * @param values any signs, in the unit of `total`
 */
export function largestRemainder(values: readonly number[], total: number): number[] {
  const floors = values.map(Math.floor);
  let missing = total - floors.reduce((sum, n) => sum + n, 0);
  const order = values
    .map((value, i) => ({ i, rest: value - floors[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .map(({ i }) => i);
  const shown = [...floors];
  // More than one round only where the values do not sum to the total themselves.
  for (let k = 0; missing !== 0 && Number.isFinite(missing) && order.length > 0; k++) {
    const step = Math.sign(missing);
    const i = step > 0 ? order[k % order.length]! : order[order.length - 1 - (k % order.length)]!;
    shown[i]! += step;
    missing -= step;
  }
  return shown;
}

/**
 * Whole percentages of all rungs at a horizon, in two steps: first break against no break, then the rungs inside
 * each, so that both the parts and the whole add up on screen.
 */
export function rungPercents(
  theCase: Case,
  at: Pick<HorizonResult, "rungs" | "break">,
): Record<string, number> {
  const happened = theCase.outcome.rungs.filter((rung) => rung.happened);
  const others = theCase.outcome.rungs.filter((rung) => !rung.happened);
  const broke = Math.round(at.break * 100);
  const share = (rungs: typeof happened, total: number) => {
    const whole = largestRemainder(
      rungs.map(({ id }) => at.rungs[id]! * 100),
      total,
    );
    return rungs.map(({ id }, i) => [id, whole[i]!] as const);
  };
  return Object.fromEntries([...share(happened, broke), ...share(others, 100 - broke)]);
}

/** The number that a cell of a table says, as `pointsLabel` writes it or plain; null where it is none. */
export function signedNumber(text: string): number | null {
  const [, sign, digits] = /^([+−±]?)(\d{1,6}(?:\.\d{1,2})?)$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits) * (sign === "−" ? -1 : 1);
}
