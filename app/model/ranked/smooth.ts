import { erfc } from "./erfc.ts";
import { narrow, rowOfAreas } from "./states.ts";

/** Lattice points per spread: with four-point interpolation a table entry is then good to about 3e-8. */
const PER_SPREAD = 48;
const FEWEST_PER_UNIT = 240;
/** A finer lattice than this is made only when the spread would get fewer than 16 points. */
const MOST_PER_UNIT = 20_000;
/** More lattice points than this are not worth their memory. */
const MOST_POINTS = 2_000_000;

/** Points the prefix integral and the interpolation need beyond the range, for each smoothing and at the end. */
export const PAD_PER_SMOOTHING = 4;
export const PAD_AT_END = 4;

/** P(state) as a function of the mean of the normal, on a lattice: `by[k][i]` is state k's at (first + i) / perUnit. */
export interface Lattice {
  readonly perUnit: number;
  readonly by: readonly Float64Array[];
  readonly first: number;
  /** Points from `valid[0]` to `valid[1]`, counted as indices into `by[k]`, hold values. */
  readonly valid: readonly [number, number];
}

/** Lattice points per unit for a spread: a multiple of 2 × states, so that borders and middles of states lie on it. */
function pointsPerUnit(spread: number, states: number): number {
  const wanted = Math.max(FEWEST_PER_UNIT, Math.min(PER_SPREAD / spread, MOST_PER_UNIT), 16 / spread);
  return Math.ceil(wanted / (2 * states)) * 2 * states;
}

/**
 * P(state) tabulated over means from `low` to `high`, with room for `smoothings`; undefined where that would take
 * too many points. The normal's areas are taken once per lattice difference, not once per state and mean.
 */
export function tabulated(
  spread: number,
  states: number,
  low: number,
  high: number,
  smoothings: number,
): Lattice | undefined {
  const perUnit = pointsPerUnit(spread, states);
  const pad = PAD_PER_SMOOTHING * smoothings + PAD_AT_END;
  const first = Math.floor(low * perUnit) - pad;
  const last = Math.ceil(high * perUnit) + pad;
  const points = last - first + 1;
  if (!(points * states <= MOST_POINTS)) return undefined;

  const farthest = Math.max(Math.abs(first), Math.abs(last), perUnit - first, last);
  const tails = new Float64Array(narrow(spread, states) ? 0 : farthest + 1);
  const scale = 1 / (perUnit * spread * Math.SQRT2);
  for (let i = 0; i < tails.length; i++) tails[i] = erfc(i * scale) / 2;

  const by = Array.from({ length: states }, () => new Float64Array(points));
  const areas = new Float64Array(states + 1);
  const row = new Float64Array(states);
  for (let i = 0; i < points; i++) {
    const at = first + i;
    for (let k = 0; k <= states; k++) areas[k] = tails[Math.abs((k * perUnit) / states - at)] ?? 0;
    rowOfAreas(at / perUnit, spread, states, areas, row, 0);
    for (let k = 0; k < states; k++) by[k]![i] = row[k]!;
  }
  return { perUnit, by, first, valid: [0, points - 1] };
}

/** Lagrange weights of the points −1, 0, 1, 2 for a place t in 0..1 between the middle two. */
function lagrange(t: number): readonly [number, number, number, number] {
  return [
    (-t * (t - 1) * (t - 2)) / 6,
    ((t + 1) * (t - 1) * (t - 2)) / 2,
    (-(t + 1) * t * (t - 2)) / 2,
    ((t + 1) * t * (t - 1)) / 6,
  ];
}

/** Each point's value becomes the weighted sum of the values that stand `offsets` (in points, any real) away. */
function filtered(
  from: Float64Array,
  offsets: readonly number[],
  weights: readonly number[],
  [start, end]: readonly [number, number],
): Float64Array {
  const to = new Float64Array(from.length);
  for (const [j, offset] of offsets.entries()) {
    const cell = Math.floor(offset);
    const [a, b, c, d] = lagrange(offset - cell).map((one) => one * weights[j]!) as [
      number,
      number,
      number,
      number,
    ];
    for (let i = start, at = start + cell; i <= end; i++, at++)
      to[i]! += a * from[at - 1]! + b * from[at]! + c * from[at + 1]! + d * from[at + 2]!;
  }
  return to;
}

/** ∫ from the first valid point to each, in lattice steps; cubic through four points in every cell. */
function prefix(from: Float64Array, [start, end]: readonly [number, number]): Float64Array {
  const to = new Float64Array(from.length);
  for (let i = start + 1; i < end - 1; i++)
    to[i + 1] = to[i]! + (13 * (from[i]! + from[i + 1]!) - from[i - 1]! - from[i + 2]!) / 24;
  return to;
}

/**
 * The lattice averaged around each point: over a box of `width` (a length on the unit scale), or over five equidistant
 * points from one end of it to the other.
 */
export function smoothed(lattice: Lattice, width: number, over: "box" | "five points"): Lattice {
  const reach = (width * lattice.perUnit) / 2;
  // Narrower than this, the average differs from the middle by less than 1e-10.
  if (reach < 5e-4) return lattice;
  const [start, end] = lattice.valid;
  const valid = [start + Math.ceil(reach) + 2, end - Math.ceil(reach) - 3] as const;
  const by = lattice.by.map((one) =>
    over === "box"
      ? filtered(prefix(one, lattice.valid), [reach, -reach], [1 / (2 * reach), -1 / (2 * reach)], valid)
      : filtered(
          one,
          [-1, -0.5, 0, 0.5, 1].map((part) => part * reach),
          new Array<number>(5).fill(0.2),
          valid,
        ),
  );
  return { ...lattice, by, valid };
}

/** Adds `weight` times the interpolated row at `mean` to `out`; false, and nothing added, outside the lattice. */
export function addRow(
  lattice: Lattice,
  mean: number,
  weight: number,
  out: Float64Array,
  at: number,
): boolean {
  const position = mean * lattice.perUnit - lattice.first;
  const cell = Math.floor(position);
  if (!(cell > lattice.valid[0] && cell + 2 <= lattice.valid[1])) return false;
  // Written out: this is the innermost loop of every integration.
  const t = position - cell;
  const a = (weight * (-t * (t - 1) * (t - 2))) / 6;
  const b = (weight * ((t + 1) * (t - 1) * (t - 2))) / 2;
  const c = (weight * (-(t + 1) * t * (t - 2))) / 2;
  const d = (weight * ((t + 1) * t * (t - 1))) / 6;
  const by = lattice.by;
  for (let k = 0; k < by.length; k++) {
    const values = by[k]!;
    out[at + k]! += a * values[cell - 1]! + b * values[cell]! + c * values[cell + 1]! + d * values[cell + 2]!;
  }
  return true;
}
