import type { Affine, Pieces } from "./affine.ts";
import type { Axis, Child } from "./integrate.ts";
import { gaussLegendre } from "./quadrature.ts";

/** The range of one parent's values. */
type Interval = readonly [low: number, high: number];
/** Takes the mean's places one after another, each with its share of the whole; shares sum to 1. */
export type Visit = (x: Float64Array, share: number) => void;

/** Spreads one panel may span, and most panels per stretch: more would be slow, and fewer inexact. */
const PANEL = 4;
const MOST_PANELS = 8;

/**
 * Uniform integration over a box of parents' values as nested Gauss–Legendre rules. Where the mean is pieced together
 * from affine functions, each one-dimensional stretch is cut where the pieces meet, so that every rule sees a smooth
 * function; rules have as many nodes as the spread asks for.
 */
export class NestedRule {
  readonly #slopes: readonly number[];
  readonly #switches: readonly Affine[];
  readonly #spread: number;
  /** Nodes of every rule, and how many more where kinks are not followed: fewer when four or more multiply. */
  readonly #fewest: number;
  readonly #forTraces: number;

  constructor(pieces: Pieces | undefined, child: Child, axes: readonly Axis[]) {
    this.#switches = pieces?.switches ?? [];
    this.#spread = child.spread;
    this.#fewest = axes.length <= 3 ? 3 : 2;
    this.#forTraces = axes.length <= 3 ? 5 : 1;
    this.#slopes = axes.map((_, d) =>
      pieces ? Math.max(...pieces.pieces.map((piece) => Math.abs(piece.slopes[d]!))) : 1,
    );
  }

  /** Visits the nodes of the box; `x` is the same array every time. */
  over(box: readonly Interval[], visit: Visit): void {
    const x = new Float64Array(box.length);
    const meeting = this.#switches.filter((one) => changesSign(one, box));
    // Kinks are followed in the two inner dimensions only; further out their traces are smooth enough for more nodes.
    const unfollowed = meeting.length > 0 ? this.#forTraces : 0;
    const step = (d: number, share: number): void => {
      if (d < 0) {
        visit(x, share);
        return;
      }
      const [low, high] = box[d]!;
      const cuts = [low, ...cutsAlong(d, x, box, meeting), high];
      for (let i = 0; i + 1 < cuts.length; i++) {
        const from = cuts[i]!;
        const length = cuts[i + 1]! - from;
        if (!(length > 1e-13)) continue;
        const spreads = (length * this.#slopes[d]!) / this.#spread;
        const panels = Math.min(MOST_PANELS, Math.max(1, Math.ceil(spreads / PANEL)));
        const rule = gaussLegendre(
          Math.min(12, this.#fewest + (d > 1 ? unfollowed : 0) + Math.ceil((1.5 * spreads) / panels)),
        );
        const part = length / panels;
        for (let panel = 0; panel < panels; panel++)
          for (let j = 0; j < rule.nodes.length; j++) {
            x[d] = from + part * (panel + rule.nodes[j]!);
            step(d - 1, (share * rule.weights[j]! * part) / (high - low));
          }
      }
    };
    step(box.length - 1, 1);
  }
}

function changesSign(one: Affine, box: readonly Interval[]): boolean {
  let low = one.constant;
  let high = one.constant;
  for (const [d, slope] of one.slopes.entries()) {
    low += slope * box[d]![slope > 0 ? 0 : 1];
    high += slope * box[d]![slope > 0 ? 1 : 0];
  }
  return low < -1e-13 && high > 1e-13;
}

/** The switch as a function of parents 0..d only, those above d standing at x. */
function heldAbove(one: Affine, d: number, x: Float64Array): { rest: number; slopes: readonly number[] } {
  let rest = one.constant;
  for (let j = d + 1; j < one.slopes.length; j++) rest += one.slopes[j]! * x[j]!;
  return { rest, slopes: one.slopes };
}

/**
 * Where along parent d what is left after integrating the parents below it stops being smooth: the switches' zeros
 * with those parents at ends of their intervals, and, for d = 1, where two switches are zero at once. For d > 1 only
 * switches that read none of the parents below: more would multiply the work for the sixth decimal.
 */
function cutsAlong(
  d: number,
  x: Float64Array,
  box: readonly Interval[],
  switches: readonly Affine[],
): number[] {
  if (switches.length === 0) return [];
  const cuts: number[] = [];
  const [low, high] = box[d]!;
  const keep = (at: number) => {
    if (at > low && at < high) cuts.push(at);
  };
  const held = switches.map((one) => heldAbove(one, d, x));
  for (const { rest, slopes } of held) {
    if (slopes[d] === 0) continue;
    if (d > 1 && slopes.some((slope, j) => j < d && slope !== 0)) continue;
    let rests = [rest];
    for (let j = 0; j < d; j++)
      if (slopes[j] !== 0) rests = rests.flatMap((sum) => box[j]!.map((end) => sum + slopes[j]! * end));
    for (const sum of rests) keep(-sum / slopes[d]!);
  }
  if (d === 1 && box.length <= 3)
    for (const [i, a] of held.entries())
      for (const b of held.slice(i + 1)) {
        const across = a.slopes[1]! * b.slopes[0]! - b.slopes[1]! * a.slopes[0]!;
        if (across !== 0) keep((b.rest * a.slopes[0]! - a.rest * b.slopes[0]!) / across);
      }
  return cuts.sort((a, b) => a - b);
}
