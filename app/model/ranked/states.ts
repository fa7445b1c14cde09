import { erfc } from "./erfc.ts";
import { IMPOSSIBLE, narrowMass, NO_MASS } from "./row.ts";

/** The borders of m equal intervals, and room for the areas beyond them, by m: the kernel allocates nothing. */
const bordersBy: Float64Array[] = [];
const areasBy: Float64Array[] = [];
const bordersOf = (states: number) =>
  (bordersBy[states] ??= Float64Array.from({ length: states + 1 }, (_, k) => k / states));

/** Whether states are so narrow beside the spread that their masses need quadrature; tail areas are not read then. */
export function narrow(spread: number, states: number): boolean {
  return 1 / (states * spread) < 0.25;
}

/**
 * Writes P(state) of a normal (mean, spread) truncated to [0, 1] and cut into `states` ≥ 2 equal intervals into
 * `out[at .. at + states - 1]`: what `truncatedNormalRow` spells out for the five levels, where it is hot.
 * `spread` is a standard deviation > 0, not a variance; `mean` may lie anywhere and be infinite.
 */
export function truncatedNormalRowOf(
  mean: number,
  spread: number,
  states: number,
  out: Float64Array,
  at: number,
): void {
  const areas = (areasBy[states] ??= new Float64Array(states + 1));
  if (!narrow(spread, states)) {
    const borders = bordersOf(states);
    const scale = 1 / (spread * Math.SQRT2);
    for (let k = 0; k <= states; k++) areas[k] = erfc(Math.abs(borders[k]! - mean) * scale) / 2;
  }
  rowOfAreas(mean, spread, states, areas, out, at);
}

/**
 * The same row where the upper-tail areas beyond |border − mean| of the states + 1 borders are known already.
 * The masses are taken in the tail where they lie, so that none is a difference of two numbers near 1.
 */
export function rowOfAreas(
  mean: number,
  spread: number,
  states: number,
  areas: Float64Array,
  out: Float64Array,
  at: number,
): void {
  const borders = bordersOf(states);
  const byQuadrature = narrow(spread, states);
  const end = at + states;
  let total = 0;
  for (let k = 0; k < states; k++) {
    const a = borders[k]! - mean;
    const b = borders[k + 1]! - mean;
    const mass = byQuadrature
      ? narrowMass(a / spread, b / spread)
      : a >= 0
        ? areas[k]! - areas[k + 1]!
        : b <= 0
          ? areas[k + 1]! - areas[k]!
          : 1 - areas[k]! - areas[k + 1]!;
    out[at + k] = mass;
    total += mass;
  }
  if (total >= NO_MASS) shareOut(out, at, end, total);
  else {
    out.fill(0, at, end);
    out[mean < 0.5 ? at : end - 1] = 1;
  }
}

/** Divides `out[at .. end - 1]` by its total, sets what is then impossible to exactly 0, and normalises again. */
export function shareOut(out: Float64Array, at: number, end: number, total: number): void {
  let kept = 0;
  for (let k = at; k < end; k++) {
    const p = out[k]! / total;
    out[k] = p < IMPOSSIBLE ? 0 : p;
    kept += out[k]!;
  }
  for (let k = at; k < end; k++) out[k] = out[k]! / kept;
}
