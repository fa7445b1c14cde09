import { type Affine, piecesOf } from "./affine.ts";
import { evaluator, type Mean } from "./mean.ts";
import { NestedRule } from "./nested.ts";
import { addRow, type Lattice, PAD_AT_END, PAD_PER_SMOOTHING, smoothed, tabulated } from "./smooth.ts";
import { shareOut, truncatedNormalRowOf } from "./states.ts";
import { averagedSteepRow, isSteep, steepLattice, widthsOf } from "./steep.ts";

/**
 * How a column is taken over the intervals of its parents' states: at their middles; at five equidistant points of
 * each, both ends included, as AgenaRisk does; or over all of them, uniformly.
 */
export type Integration = "midpoint" | "agena5" | "exact";
export const INTEGRATIONS: readonly Integration[] = ["midpoint", "agena5", "exact"];

/** One parent: which of its m equal intervals of [0, 1] the columns run over. */
export interface Axis {
  readonly states: number;
  readonly levels: readonly number[];
}

/** A mean that is no number at some place of its parents. */
export class NoValue extends Error {
  readonly places: Float64Array;
  constructor(places: Float64Array) {
    super("mean without a value");
    this.places = places.slice();
  }
}

/** The child: a normal of this spread (a standard deviation, not a variance) cut into so many states. */
export interface Child {
  readonly spread: number;
  readonly states: number;
}

/** Places of the parents at which a table reads the mean, roughly: callers refuse what would take too long. */
export function workOf(mean: Mean, axes: readonly Axis[], integration: Integration): number {
  const columns = countOf(axes);
  const affine = piecesOf(mean, axes.length)?.pieces.length === 1;
  if (integration === "midpoint" || affine) return columns;
  return columns * (integration === "agena5" ? 5 : 8) ** axes.length;
}

/**
 * The columns of a table, one after another: row-major over the axes' levels with the last axis fastest, the child's
 * state fastest of all. Each sums to 1. `mean` reads the axes by their indices. Throws NoValue.
 *
 * `exact` is within 1e-7 where the mean is affine in the parents. Elsewhere it is within 1e-6 for up to three parents
 * when the mean moves by less than ten spreads across one state; kinks of `min` and `max` are followed, those of a
 * formula with products or powers of parents inside are not, and cost accuracy.
 */
export function columnsOf(
  mean: Mean,
  child: Child,
  axes: readonly Axis[],
  integration: Integration,
): Float64Array {
  const pieces = piecesOf(mean, axes.length);
  const affine = pieces?.pieces.length === 1 ? pieces.pieces[0]! : undefined;
  const smooth = integration !== "midpoint" && affine && smoothColumns(affine, child, axes, integration);
  if (smooth) return smooth;
  const value = checked(evaluator(mean));
  if (integration === "midpoint") return columnsAtMiddles(value, child, axes);
  if (integration === "agena5") return columnsAtFive(value, child, axes);
  const rule = new NestedRule(pieces, child, axes);
  const table = new Table(child, axes);
  table.eachColumn((box, at) => {
    rule.over(box, (x, share) => table.add(value(x), share, at));
  });
  return table.finished();
}

/** Where within each parent's interval AgenaRisk reads it, 0 and 1 being its ends. */
const FIVE = [0, 0.25, 0.5, 0.75, 1];

function checked(value: (x: Float64Array) => number): (x: Float64Array) => number {
  return (x) => {
    const mean = value(x);
    if (!Number.isFinite(mean)) throw new NoValue(x);
    return mean;
  };
}

const countOf = (axes: readonly Axis[]) => axes.reduce((product, axis) => product * axis.levels.length, 1);

/** A table being filled with shares of rows, each looked up by its mean. */
class Table {
  readonly #child: Child;
  readonly #axes: readonly Axis[];
  readonly #lattice: Lattice | undefined;
  readonly #row: Float64Array;
  readonly #out: Float64Array;

  constructor(child: Child, axes: readonly Axis[]) {
    this.#child = child;
    this.#axes = axes;
    this.#lattice = isSteep(child) ? undefined : tabulated(child.spread, child.states, -0.25, 1.25, 0);
    this.#row = new Float64Array(child.states);
    this.#out = new Float64Array(countOf(axes) * child.states);
  }

  /** Calls back for every column with its parents' intervals and where in the table it begins. */
  eachColumn(visit: (box: readonly (readonly [number, number])[], at: number) => void): void {
    const box: [number, number][] = this.#axes.map(() => [0, 0]);
    let at = 0;
    const turn = (d: number): void => {
      if (d === this.#axes.length) {
        visit(box, at);
        at += this.#child.states;
        return;
      }
      const { states, levels } = this.#axes[d]!;
      for (const level of levels) {
        box[d] = [level / states, (level + 1) / states];
        turn(d + 1);
      }
    };
    turn(0);
  }

  add(mean: number, share: number, at: number): void {
    if (this.#lattice && addRow(this.#lattice, mean, share, this.#out, at)) return;
    truncatedNormalRowOf(mean, this.#child.spread, this.#child.states, this.#row, 0);
    for (let k = 0; k < this.#row.length; k++) this.#out[at + k]! += share * this.#row[k]!;
  }

  finished(): Float64Array {
    for (let at = 0; at < this.#out.length; at += this.#child.states)
      tidy(this.#out, at, at + this.#child.states);
    return this.#out;
  }
}

/** Interpolation may leave a trace below 0; a column is without, and sums to 1. */
function tidy(out: Float64Array, at: number, end: number): void {
  let total = 0;
  for (let k = at; k < end; k++) {
    if (out[k]! < 0) out[k] = 0;
    total += out[k]!;
  }
  shareOut(out, at, end, total);
}

/** Every combination of five points per parent, each with its own row. */
function columnsAtFive(
  value: (x: Float64Array) => number,
  child: Child,
  axes: readonly Axis[],
): Float64Array {
  const table = new Table(child, axes);
  const x = new Float64Array(axes.length);
  const share = 1 / FIVE.length ** axes.length;
  table.eachColumn((box, at) => {
    const step = (d: number): void => {
      if (d === box.length) {
        table.add(value(x), share, at);
        return;
      }
      const [low, high] = box[d]!;
      for (const point of FIVE) {
        x[d] = low + (high - low) * point;
        step(d + 1);
      }
    };
    step(0);
  });
  return table.finished();
}

/** One row per column is not worth a lattice, and is then exact. */
function columnsAtMiddles(
  value: (x: Float64Array) => number,
  child: Child,
  axes: readonly Axis[],
): Float64Array {
  const out = new Float64Array(countOf(axes) * child.states);
  const x = new Float64Array(axes.length);
  let at = 0;
  const turn = (d: number): void => {
    if (d === axes.length) {
      truncatedNormalRowOf(value(x), child.spread, child.states, out, at);
      at += child.states;
      return;
    }
    const { states, levels } = axes[d]!;
    for (const level of levels) {
      x[d] = (level + 0.5) / states;
      turn(d + 1);
    }
  };
  turn(0);
  return out;
}

/**
 * Columns of an affine mean: a parent's state only shifts it, so that every column is one function of the mean at the
 * intervals' middles: the row, smoothed once per parent. Undefined where a lattice does not serve.
 */
function smoothColumns(
  affine: Affine,
  child: Child,
  axes: readonly Axis[],
  integration: "agena5" | "exact",
): Float64Array | undefined {
  const middles = middlesOf(affine, axes);
  const widths = widthsOf(affine, axes).filter((width) => width > 0);
  if (widths.length === 0 || !middles.every(Number.isFinite)) return undefined;
  const reach = widths.reduce((sum, width) => sum + width / 2, 0);
  const low = middles.reduce((least, middle) => Math.min(least, middle)) - reach;
  const high = middles.reduce((most, middle) => Math.max(most, middle)) + reach;

  let lattice: Lattice | undefined;
  if (!isSteep(child)) lattice = tabulated(child.spread, child.states, low, high, widths.length);
  else if (integration === "exact") {
    const widest = widths.splice(widths.indexOf(Math.max(...widths)), 1)[0]!;
    if (widths.length === 0) return steepColumns(middles, widest, child);
    lattice = steepLattice(child, widest, [low, high], PAD_PER_SMOOTHING * widths.length + PAD_AT_END);
  }
  if (!lattice) return undefined;
  for (const width of widths)
    lattice = smoothed(lattice, width, integration === "exact" ? "box" : "five points");

  const out = new Float64Array(middles.length * child.states);
  for (let column = 0, at = 0; column < middles.length; column++, at += child.states) {
    addRow(lattice, middles[column]!, 1, out, at);
    tidy(out, at, at + child.states);
  }
  return out;
}

/** Columns of a steep child with one parent that counts, without a lattice. */
function steepColumns(middles: Float64Array, width: number, child: Child): Float64Array {
  const out = new Float64Array(middles.length * child.states);
  middles.forEach((middle, column) => {
    const at = column * child.states;
    averagedSteepRow(middle, width, child, out.subarray(at, at + child.states));
    tidy(out, at, at + child.states);
  });
  return out;
}

/** The mean at the middles of the parents' intervals, column by column. */
function middlesOf(affine: Affine, axes: readonly Axis[]): Float64Array {
  let middles = Float64Array.of(affine.constant);
  axes.forEach(({ states, levels }, d) => {
    const next = new Float64Array(middles.length * levels.length);
    let to = 0;
    for (const middle of middles)
      for (const level of levels) next[to++] = middle + (affine.slopes[d]! * (level + 0.5)) / states;
    middles = next;
  });
  return middles;
}
