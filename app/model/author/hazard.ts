import { evaluate } from "../answer/evaluate.ts";
import type { Case } from "../case/types.ts";

/** "Out of 100 such partnerships, `of100` end within `years` years." */
export interface PlainRate {
  readonly of100: number;
  readonly years: number;
}

/** How much one level multiplies the odds of an end in a year, where nobody says otherwise. */
export const USUAL_RATIO = 2.5;

/** Why plain words give no rate, as a sentence; undefined where they do. */
export function faultOfPlain({ of100, years }: PlainRate): string | undefined {
  if (!(years > 0 && years < Infinity)) return `The years must be a number above 0, not ${years}.`;
  if (!(of100 > 0 && of100 < 100))
    return `Out of 100 the number must lie between 0 and 100, not ${of100}: nothing is certain never to end, or to end.`;
  const yearly = yearlyRate({ of100, years });
  return yearly > 0 && yearly < 1
    ? undefined
    : `${of100} out of 100 within ${years} years is too fast or too slow for a yearly rate; take other years.`;
}

/** The same chance every year that comes to the words: 1 − (1 − n/100)^(1/years). */
export const yearlyRate = ({ of100, years }: PlainRate): number =>
  -Math.expm1(Math.log1p(-of100 / 100) / years);

/** The words for a yearly rate: how many of 100 have ended after so many years. */
export const plainRate = (yearly: number, years: number): PlainRate => ({
  of100: -100 * Math.expm1(years * Math.log1p(-yearly)),
  years,
});

/** Σ p · rate: what a table of rates comes to in a year where the levels stand like p. */
export const meanRate = (rates: readonly number[], p: readonly number[]): number =>
  rates.reduce((sum, rate, k) => sum + rate * p[k]!, 0);

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * A yearly rate spread over the levels: each level multiplies the odds by `ratio` > 1, so that the rates rise, and
 * their mean over p is the rate. All lie strictly between 0 and 1.
 * @param p the levels of what the event hangs on, as the case has them (sums to 1)
 */
export function spreadRate(yearly: number, p: readonly number[], ratio = USUAL_RATIO): number[] {
  const middle = (p.length - 1) / 2;
  const at = (shift: number) => p.map((_, k) => logistic(shift + (k - middle) * Math.log(ratio)));
  // The mean rises with the shift, and 40 either way is beyond anything that stays inside 0..1.
  let [low, high] = [-40, 40];
  for (let i = 0; i < 200; i++) {
    const shift = (low + high) / 2;
    if (meanRate(at(shift), p) < yearly) low = shift;
    else high = shift;
  }
  return at((low + high) / 2);
}

/** The levels of what the event hangs on, as in the article: the mean over the phases by their years. */
export function baselineOf(theCase: Case): number[] {
  const { horizons, levels, outcome } = theCase;
  const result = evaluate(theCase, {});
  const years = horizons.reduce((sum, horizon) => sum + horizon.years, 0);
  return levels.map((_, k) =>
    horizons.reduce(
      (sum, { id, years: own }) => sum + (result.horizons[id]!.nodes[outcome.event.of]!.p[k]! * own) / years,
      0,
    ),
  );
}

/** How steeply a table of rates rises: the mean factor of the odds from one level to the next. */
export function ratioOf(rates: readonly number[]): number {
  const odds = (rate: number) => rate / (1 - rate);
  return (odds(rates.at(-1)!) / odds(rates[0]!)) ** (1 / (rates.length - 1));
}
