import { gammaTail } from "./special.ts";

/** A quantity whose truth is known, as a person gave it: 5, 50 and 95 % quantiles. */
export interface SeedAnswer {
  readonly q05: number;
  readonly q50: number;
  readonly q95: number;
  readonly truth: number;
}

/** Chances of the four parts that three quantiles make. */
export const EXPECTED = [0.05, 0.45, 0.45, 0.05] as const;
/** Fewer seeds than this train people; they weigh nobody. */
export const SEEDS_NEEDED = 10;

/** How many truths fell below, between and above the quantiles; one on a border belongs below it. */
export function hits(answers: readonly SeedAnswer[]): [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { q05, q50, q95, truth } of answers)
    counts[truth <= q05 ? 0 : truth <= q50 ? 1 : truth <= q95 ? 2 : 3] += 1;
  return counts;
}

/** Relative information Σ s ln(s / p) of what was seen against what was to be expected. */
export const relativeInformation = (
  shares: readonly number[],
  expected: readonly number[] = EXPECTED,
): number => shares.reduce((sum, s, i) => (s > 0 ? sum + s * Math.log(s / expected[i]!) : sum), 0);

/**
 * Calibration score: P(χ² ≥ 2 N Σ s ln(s / p)) with one degree of freedom less than parts. 1 is perfect.
 * Source: Cooke's classical model 1991.
 * @param shares of the N truths in each part
 */
export function calibrationScore(
  shares: readonly number[],
  n: number,
  expected: readonly number[] = EXPECTED,
): number {
  return gammaTail((expected.length - 1) / 2, n * relativeInformation(shares, expected));
}

/** Share of the whole below which two quantiles count as this far apart. */
const NARROWEST = 1e-3;

/** Information of the quantiles against a flat line over all that anybody said, stretched by a tenth either side. */
export function informationScore(
  answers: readonly SeedAnswer[],
  others: readonly (readonly SeedAnswer[])[],
): number {
  const each = answers.map(({ q05, q50, q95, truth }, i) => {
    const said = [...others.map((one) => one[i]!), answers[i]!];
    const [low, high] = [
      Math.min(truth, ...said.map((a) => a.q05)),
      Math.max(truth, ...said.map((a) => a.q95)),
    ];
    const over = 0.1 * (high - low);
    const borders = [low - over, q05, q50, q95, high + over];
    const whole = borders[4]! - borders[0]!;
    // All said one number, and it is true: nobody told more than anybody else.
    if (!(whole > 0)) return 0;
    // Two quantiles on one number would be infinitely informative.
    const width = (k: number) => Math.max(borders[k + 1]! - borders[k]!, NARROWEST * whole);
    return EXPECTED.reduce((sum, p, k) => sum + p * Math.log((p * whole) / width(k)), 0);
  });
  return each.reduce((sum, x) => sum + x / each.length, 0);
}

/**
 * Everyone's weight in a pool by calibration × information, summing to 1; equal where all score 0.
 * Null below ten seeds: they tell people apart no better than chance.
 */
export function performanceWeights(people: readonly (readonly SeedAnswer[])[]): number[] | null {
  if (people.length === 0 || people.some((answers) => answers.length < SEEDS_NEEDED)) return null;
  const scores = people.map((answers, i) => {
    const n = answers.length;
    const shares = hits(answers).map((count) => count / n);
    return calibrationScore(shares, n) * informationScore(answers, people.toSpliced(i, 1));
  });
  const sum = scores.reduce((total, x) => total + x, 0);
  return scores.map((x) => (sum > 0 ? x / sum : 1 / people.length));
}
