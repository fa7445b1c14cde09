import type { Affine } from "./affine.ts";
import { erfc } from "./erfc.ts";
import type { Child } from "./integrate.ts";
import type { Lattice } from "./smooth.ts";

/** Lattice points per unit for what one smoothing has left of a steep normal. */
const PER_UNIT = 20_000;

/**
 * Whether a spread is too small for a lattice of its rows. No mass that matters is then cut off at 0 and 1 other
 * than from the end states, so that a row is a difference of normal distribution functions.
 */
export function isSteep({ spread, states }: Child): boolean {
  return 16 / spread > PER_UNIT && spread <= 1 / (20 * states);
}

/** z Φ(z) + φ(z), the integral of the normal distribution function up to z. */
const integral = (z: number) =>
  (z * erfc(-z / Math.SQRT2)) / 2 + Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Writes the row averaged over means within width / 2 of `mean`; `width` > 0, the child steep. */
export function averagedSteepRow(mean: number, width: number, child: Child, out: Float64Array): void {
  const { spread, states } = child;
  let below = 0;
  for (let k = 0; k < states; k++) {
    const z = ((k + 1) / states - mean) / spread;
    const half = width / 2 / spread;
    const upTo = k === states - 1 ? 1 : (integral(z + half) - integral(z - half)) / (2 * half);
    out[k] = Math.max(0, upTo - below);
    below = upTo;
  }
}

/** The averaged rows on a lattice over means from `low` to `high`, padded by `pad` points. */
export function steepLattice(
  child: Child,
  width: number,
  [low, high]: readonly [number, number],
  pad: number,
): Lattice {
  const perUnit = Math.ceil(PER_UNIT / (2 * child.states)) * 2 * child.states;
  const first = Math.floor(low * perUnit) - pad;
  const points = Math.ceil(high * perUnit) + pad - first + 1;
  const by = Array.from({ length: child.states }, () => new Float64Array(points));
  const row = new Float64Array(child.states);
  for (let i = 0; i < points; i++) {
    averagedSteepRow((first + i) / perUnit, width, child, row);
    for (let k = 0; k < child.states; k++) by[k]![i] = row[k]!;
  }
  return { perUnit, by, first, valid: [0, points - 1] };
}

/** Lengths over which the mean moves as each parent crosses one of its intervals. */
export function widthsOf(affine: Affine, parents: readonly { readonly states: number }[]): number[] {
  return parents.map(({ states }, i) => Math.abs(affine.slopes[i]!) / states);
}
