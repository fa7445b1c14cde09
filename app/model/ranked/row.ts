import { erfc } from "./erfc.ts";

/** Number of levels, and the middle of each on the unit scale. */
export const STATES = 5;
export const MIDDLES: readonly number[] = [0.1, 0.3, 0.5, 0.7, 0.9];
const BORDERS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Below this much mass on [0, 1] the whole row goes to one end. */
export const NO_MASS = 1e-12;
/** Entries below this are 0: "impossible" has one meaning everywhere. */
export const IMPOSSIBLE = 1e-15;

/** Upper-tail areas at the six borders, reused by every row: the kernel allocates nothing. */
const areas = new Float64Array(6);

/** Eight-point Gauss–Legendre on (−1, 1). */
const GAUSS: readonly (readonly [node: number, weight: number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
];

/** ∫ of the standard normal density over [a, b] by quadrature: no cancellation where the interval is narrow. */
export function narrowMass(a: number, b: number): number {
  const middle = (a + b) / 2;
  const half = (b - a) / 2;
  let sum = 0;
  for (const [node, weight] of GAUSS) {
    const low = middle - half * node;
    const high = middle + half * node;
    sum += weight * (Math.exp((-low * low) / 2) + Math.exp((-high * high) / 2));
  }
  return (half * sum) / Math.sqrt(2 * Math.PI);
}

/**
 * Writes P(level) of a normal (mean, spread) truncated to [0, 1] and cut at .2 .4 .6 .8 into
 * `out[at .. at + 4]`. `spread` is a standard deviation > 0; `mean` may lie anywhere.
 * The masses are taken in the tail where they lie, so that none is a difference of two numbers near 1.
 */
export function truncatedNormalRow(mean: number, spread: number, out: Float64Array, at: number): void {
  const scale = 1 / (spread * Math.SQRT2);
  const narrow = 0.2 / spread < 0.25;
  let total = 0;
  for (let k = 0; k < 6; k++) areas[k] = narrow ? 0 : erfc(Math.abs(BORDERS[k]! - mean) * scale) / 2;
  for (let k = 0; k < STATES; k++) {
    const a = BORDERS[k]! - mean;
    const b = BORDERS[k + 1]! - mean;
    const mass = narrow
      ? narrowMass(a / spread, b / spread)
      : a >= 0
        ? areas[k]! - areas[k + 1]!
        : b <= 0
          ? areas[k + 1]! - areas[k]!
          : 1 - areas[k]! - areas[k + 1]!;
    out[at + k] = mass;
    total += mass;
  }
  if (!(total >= NO_MASS)) {
    out.fill(0, at, at + STATES);
    out[mean < 0.5 ? at : at + STATES - 1] = 1;
    return;
  }
  let kept = 0;
  for (let k = at; k < at + STATES; k++) {
    const p = out[k]! / total;
    out[k] = p < IMPOSSIBLE ? 0 : p;
    kept += out[k]!;
  }
  for (let k = at; k < at + STATES; k++) out[k] = out[k]! / kept;
}

/** A row per mean, one after another. */
export function truncatedNormalRows(means: Float64Array, spread: number, out: Float64Array): void {
  for (let row = 0; row < means.length; row++) truncatedNormalRow(means[row]!, spread, out, row * STATES);
}

/** All mass on one level: what `assume` and a certain setting mean. */
export function certainRow(level: number): Float64Array {
  const row = new Float64Array(STATES);
  row[level] = 1;
  return row;
}

/** Σ p · middle over the five levels. */
export function meanOf(p: ArrayLike<number>, at = 0): number {
  let mean = 0;
  for (let k = 0; k < STATES; k++) mean += p[at + k]! * MIDDLES[k]!;
  return mean;
}
