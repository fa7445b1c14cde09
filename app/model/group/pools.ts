import { quantile } from "../analysis/range.ts";
import { type Uniform, uniform } from "../random/generator.ts";
import { meanOf, medianOf, withinOdds } from "./spread.ts";
import { logistic, logit, normalCdf, normalQuantile } from "./special.ts";

/** How several people's chances of one event become one. */
export type Pool = "oddsMean" | "median" | "linear" | "trimmed" | "probit";

const evenly = (values: readonly number[]): readonly number[] => values.map(() => 1 / values.length);

/** Σ w p. @param weights sum to 1 */
export const linearPool = (chances: readonly number[], weights = evenly(chances)): number =>
  chances.reduce((sum, p, i) => sum + weights[i]! * p, 0);

/**
 * Geometric mean of odds: Π oᵢ^wᵢ. The headline: externally Bayesian, and it takes the small chances seriously.
 * @param weights sum to 1
 */
export const oddsMeanPool = (chances: readonly number[], weights = evenly(chances)): number =>
  logistic(meanLogit(chances, weights));

const meanLogit = (chances: readonly number[], weights: readonly number[]): number =>
  chances.reduce((sum, p, i) => sum + weights[i]! * logit(withinOdds(p)), 0);

/** Mean of what is left when this share of the answers is cut at each end (whole answers only). */
export function trimmedPool(chances: readonly number[], share = 0.2): number {
  const cut = Math.min(Math.floor(share * chances.length), Math.ceil(chances.length / 2) - 1);
  return meanOf(chances.toSorted((a, b) => a - b).slice(cut, chances.length - cut));
}

/** Φ of the mean of Φ⁻¹. */
export const probitPool = (chances: readonly number[]): number =>
  normalCdf(meanOf(chances.map((p) => normalQuantile(withinOdds(p)))));

/**
 * The geometric mean of odds moved away from even: logit = a · mean logit, a ≥ 1. For sensitivity only: people in one
 * room share what they know. Source: Satopää et al. 2014.
 */
export const extremisedPool = (chances: readonly number[], a: number): number =>
  logistic(a * meanLogit(chances, evenly(chances)));

export const POOLS: Readonly<Record<Pool, (chances: readonly number[]) => number>> = {
  oddsMean: (chances) => oddsMeanPool(chances),
  median: medianOf,
  linear: (chances) => linearPool(chances),
  trimmed: (chances) => trimmedPool(chances),
  probit: probitPool,
};

export const RESAMPLES = 2000;

/** The middle 80 % of a pool when the same number of people are drawn again from those who were there. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/**
 * Bootstrap band of a pool (Efron 1979): the 10 % and 90 % quantiles over resampled participants. It tells how much
 * depends on who came, nothing of what the model does not know. Null for a single answer.
 * @param seed any integer; the same seed draws the same people
 */
export function poolBand(
  chances: readonly number[],
  pool: Pool = "oddsMean",
  seed = 1,
  resamples = RESAMPLES,
): Band | null {
  const n = chances.length;
  if (n < 2) return null;
  const next = uniform(seed, n);
  const pooled = Float64Array.from({ length: resamples }, () => POOLS[pool](drawn(chances, next))).sort();
  return { low: quantile(pooled, 0.1), high: quantile(pooled, 0.9) };
}

const drawn = (values: readonly number[], next: Uniform): number[] =>
  values.map(() => values[Math.floor(next() * values.length)]!);

/** Everything that is said of one event's chances as several people gave them. */
export interface Pooled extends Readonly<Record<Pool, number>> {
  readonly n: number;
  readonly band: Band | null;
  /** By factor a. */
  readonly extremised: readonly { readonly a: number; readonly p: number }[];
}

/** @param chances one per person, at least one */
export function pooled(chances: readonly number[], pool: Pool = "oddsMean", seed = 1): Pooled {
  const of = (each: Pool) => POOLS[each](chances);
  return {
    n: chances.length,
    oddsMean: of("oddsMean"),
    median: of("median"),
    linear: of("linear"),
    trimmed: of("trimmed"),
    probit: of("probit"),
    band: poolBand(chances, pool, seed),
    extremised: [1.5, 2.5].map((a) => ({ a, p: extremisedPool(chances, a) })),
  };
}
