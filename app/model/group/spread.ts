import { quantile } from "../analysis/range.ts";
import { bandOf, ICD203 } from "../words/scale.ts";
import { wholePercent } from "../words/numbers.ts";
import { ranksOf } from "./shares.ts";
import { logit } from "./special.ts";

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

export const medianOf = (values: readonly number[]): number => quantile(values.toSorted(ascending), 0.5);

const ascending = (a: number, b: number): number => a - b;

/** Standard deviation of a sample; 0 for one value. */
export function deviation(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
}

/** Variance of all there are (divided by n). */
export function variance(values: ArrayLike<number>): number {
  const mean = meanOf(Array.from(values));
  return meanOf(Array.from(values, (x) => (x - mean) ** 2));
}

/** A chance of 0 or 1 has no odds: answers count from one in a thousand on, so that nobody vetoes the rest. */
export const OUTERMOST = 0.001;
export const withinOdds = (p: number): number => Math.min(1 - OUTERMOST, Math.max(OUTERMOST, p));

/** How far a group's numbers lie apart. Needs at least one value; values in the unit they were given in. */
export interface Spread {
  readonly n: number;
  readonly low: number;
  readonly quartiles: readonly [number, number, number];
  readonly high: number;
  readonly iqr: number;
  /** Median of the distances to the median, not scaled. */
  readonly mad: number;
  readonly sd: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted(ascending);
  const [q1, q2, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  return {
    n: values.length,
    low: sorted[0]!,
    quartiles: [q1, q2, q3],
    high: sorted.at(-1)!,
    iqr: q3 - q1,
    mad: medianOf(values.map((x) => Math.abs(x - q2))),
    sd: deviation(values),
  };
}

/** Standard deviation of the log odds of chances. */
export const logOddsDeviation = (chances: readonly number[]): number =>
  deviation(chances.map((p) => logit(withinOdds(p))));

/** How many chances fall under each word of ICD 203, as shown; those off the scale go to its ends. */
export function wordCounts(chances: readonly number[]): number[] {
  const counts = ICD203.map(() => 0);
  for (const p of chances) counts[Math.min(ICD203.length - 1, Math.max(0, bandOf(wholePercent(p))))]! += 1;
  return counts;
}

/** Shannon's entropy of counts over that of equal counts, 0 (all alike) .. 1 (evenly spread over all the bins). */
export function normalisedEntropy(counts: readonly number[]): number {
  const sum = counts.reduce((total, c) => total + c, 0);
  const entropy = counts.reduce((total, c) => (c > 0 ? total - (c / sum) * Math.log(c / sum) : total), 0);
  return counts.length > 1 ? Math.max(0, entropy) / Math.log(counts.length) : 0;
}

/** Above it, a distribution has more than one summit, or a long tail: that of a uniform one. */
export const TWO_SUMMITS = 5 / 9;

/**
 * (g₁² + 1) / (g₂ + 3(n − 1)² / ((n − 2)(n − 3))) with skewness g₁ and excess kurtosis g₂ corrected for the sample's
 * size (SAS/STAT's bimodality coefficient). Null for fewer than four values, or where all are alike.
 */
export function bimodality(values: readonly number[]): number | null {
  const n = values.length;
  const mean = meanOf(values);
  const moment = (k: number) => meanOf(values.map((x) => (x - mean) ** k));
  const m2 = moment(2);
  if (n < 4 || !(m2 > 1e-24)) return null;
  const skew = (moment(3) / m2 ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(4) / m2 ** 2 - 3) + 6);
  return (skew ** 2 + 1) / (kurtosis + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}

/** Correlation of ranks, ties by their mean place; null where one side does not differ at all. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  const [a, b] = [ranksOf(x), ranksOf(y)];
  const middle = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  a.forEach((rank, i) => {
    xy += (rank - middle) * (b[i]! - middle);
    xx += (rank - middle) ** 2;
    yy += (b[i]! - middle) ** 2;
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}
