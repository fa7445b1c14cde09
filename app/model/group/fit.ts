import { smallest } from "./nelder-mead.ts";
import { betaCdf, inverse, normalCdf, normalQuantile } from "./special.ts";

export type Family = "beta" | "normal" | "lognormal";

/** What a person said of a quantity: P(below values[i]) = chances[i], both rising, inside limits. */
export interface Quantiles {
  readonly values: readonly number[];
  readonly chances: readonly number[];
  readonly limits: readonly [low: number, high: number];
}

/** A distribution through what was said. */
export interface Fit {
  readonly family: Family;
  /** Shapes of the beta on the limits; mean and deviation of the normal, or of ln(x − low). */
  readonly parameters: readonly [number, number];
  /** Sum of squared misses on the cumulative distribution. */
  readonly misfit: number;
}

/**
 * A family fitted by least squares on the cumulative distribution, as SHELF does (Oakley and O'Hagan).
 * Null where it cannot be: fewer than two points, values not rising, or not inside the limits.
 */
export function fit(said: Quantiles, family: Family): Fit | null {
  const { values, chances, limits } = said;
  const [low, high] = limits;
  const usable =
    values.length >= 2 &&
    values.length === chances.length &&
    values.every((v, i) => v > low && v < high && (i === 0 || v > values[i - 1]!)) &&
    chances.every((p, i) => p > 0 && p < 1 && (i === 0 || p > chances[i - 1]!));
  if (!usable) return null;
  const misfitOf = (parameters: readonly [number, number]) =>
    values.reduce((sum, v, i) => sum + (cdf({ family, parameters }, limits, v) - chances[i]!) ** 2, 0);
  const parametersOf = ([a, b]: readonly number[]): [number, number] =>
    family === "beta" ? [Math.exp(a!), Math.exp(b!)] : [a!, Math.exp(b!)];
  // Numbers are brought to a common scale first, so that steps mean the same whatever the unit.
  const scale = family === "normal" ? values.at(-1)! - values[0]! : 1;
  const scaled = ([a, b]: readonly number[]) =>
    parametersOf(family === "normal" ? [a! * scale, b!] : [a!, b!]);
  const first = startOf(said, family);
  const found = smallest(
    (x) => misfitOf(scaled(x)),
    family === "normal" ? [first[0] / scale, first[1]] : first,
  );
  const parameters = scaled(found);
  return { family, parameters, misfit: misfitOf(parameters) };
}

/** The family that misses least; on a tie the earlier one. */
export function bestFit(
  said: Quantiles,
  families: readonly Family[] = ["beta", "normal", "lognormal"],
): Fit | null {
  const fits = families.flatMap((family) => fit(said, family) ?? []);
  return fits.reduce<Fit | null>((best, one) => (best && best.misfit <= one.misfit ? best : one), null);
}

/** P(X ≤ x). */
export function cdf(
  { family, parameters: [a, b] }: Pick<Fit, "family" | "parameters">,
  [low, high]: Quantiles["limits"],
  x: number,
): number {
  switch (family) {
    case "beta":
      return betaCdf((x - low) / (high - low), a, b);
    case "normal":
      return normalCdf((x - a) / b);
    case "lognormal":
      return x > low ? normalCdf((Math.log(x - low) - a) / b) : 0;
  }
}

/** The value below which a share p in (0, 1) lies. */
export function quantileOf(
  one: Pick<Fit, "family" | "parameters">,
  limits: Quantiles["limits"],
  p: number,
): number {
  const {
    family,
    parameters: [a, b],
  } = one;
  if (family === "normal") return a + b * normalQuantile(p);
  if (family === "lognormal") return limits[0] + Math.exp(a + b * normalQuantile(p));
  return inverse((x) => cdf(one, limits, x), p, ...limits);
}

/** The value below which a share p of a linear pool lies. @param weights sum to 1 */
export function pooledQuantile(
  fits: readonly Pick<Fit, "family" | "parameters">[],
  limits: Quantiles["limits"],
  p: number,
  weights: readonly number[] = fits.map(() => 1 / fits.length),
): number {
  const ends = fits.map((one) => quantileOf(one, limits, p));
  const pool = (x: number) => fits.reduce((sum, one, i) => sum + weights[i]! * cdf(one, limits, x), 0);
  return inverse(pool, p, Math.min(...ends), Math.max(...ends));
}

/** Dots that stand for equal chances: quantiles at (i − ½) / n, ascending. */
export const quantileDots = (quantile: (p: number) => number, n = 20): number[] =>
  Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));

/** A start through the outermost two points, where a normal would pass exactly. */
function startOf({ values, chances, limits: [low, high] }: Quantiles, family: Family): [number, number] {
  const z = chances.map(normalQuantile);
  const t = values.map((v) => (family === "lognormal" ? Math.log(v - low) : v));
  const last = values.length - 1;
  const sd = (t[last]! - t[0]!) / (z[last]! - z[0]!);
  const mean = t[0]! - z[0]! * sd;
  if (family !== "beta") return [mean, Math.log(sd)];
  const m = Math.min(0.95, Math.max(0.05, (mean - low) / (high - low)));
  const v = Math.min((sd / (high - low)) ** 2, m * (1 - m) * 0.9);
  const size = (m * (1 - m)) / v - 1;
  return [Math.log(m * size), Math.log((1 - m) * size)];
}
