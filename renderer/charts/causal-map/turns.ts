import type { Point } from "./curve.ts";

/** A stretch of an arrow inside one gap between columns. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
}

const TRACKS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const;
const CROSSING = 10;
const TOUCHING = 6;
const OFF_MIDDLE = 1;
const BESIDE = 5;
const ROUNDS = 4;

/**
 * Where each stretch makes its turn, as a share of the gap's width, so that steep stretches stand side by side
 * and cross as little as they can. Each is seen as level, upright, level; gentle ones keep to the middle.
 */
export function chooseTurns(stretches: readonly Stretch[]): readonly number[] {
  const turns = stretches.map(() => 0.5);
  const steep = stretches.flatMap((stretch, i) => (isSteep(stretch) ? [i] : []));
  const costOf = (i: number): number => {
    const one = upright(stretches[i], turns[i]);
    let cost = OFF_MIDDLE * Math.abs((turns[i] ?? 0.5) - 0.5);
    stretches.forEach((stretch, j) => {
      if (j !== i) cost += clash(one, upright(stretch, turns[j]));
    });
    return cost;
  };
  for (let round = 0; round < ROUNDS; round++) {
    let better = false;
    for (const i of steep) {
      const start = turns[i] ?? 0.5;
      let [best, lowest] = [start, costOf(i)];
      for (const track of TRACKS) {
        turns[i] = keepClear(track, stretches[i]);
        const cost = costOf(i);
        if (cost < lowest - 1e-9) [best, lowest] = [turns[i], cost];
      }
      turns[i] = best;
      better ||= best !== start;
    }
    if (!better) break;
  }
  return turns;
}

/** A thick arrow turns so far inside the gap that its upright does not lean on the boxes beside it. */
function keepClear(track: number, stretch: Stretch | undefined): number {
  if (!stretch) return track;
  const across = Math.max(1, stretch.to.x - stretch.from.x);
  const least = Math.min(0.5, (stretch.width / 2 + BESIDE) / across);
  return Math.min(1 - least, Math.max(least, track));
}

const isSteep = ({ from, to }: Stretch): boolean => Math.abs(to.y - from.y) > 0.5 * Math.abs(to.x - from.x);

interface Upright {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
}

function upright(stretch: Stretch | undefined, turn = 0.5): Upright {
  const { from, to, width } = stretch ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 }, width: 0 };
  const x = from.x + (to.x - from.x) * turn;
  return { x, low: Math.min(from.y, to.y), high: Math.max(from.y, to.y), from, to, width };
}

/** What two stretches cost each other: crossings, and uprights that stand too close. */
function clash(a: Upright, b: Upright): number {
  const crossings = cuts(a, b) + cuts(b, a);
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  const needed = (a.width + b.width) / 2 + 3;
  const missing = shared > 6 ? Math.max(0, needed - Math.abs(a.x - b.x)) / needed : 0;
  return CROSSING * crossings + TOUCHING * missing;
}

/** How often the upright of one crosses the level parts of the other. */
function cuts(a: Upright, b: Upright): number {
  const inside = (y: number) => y > a.low + 0.5 && y < a.high - 0.5;
  const first = a.x > b.from.x && a.x < b.x && inside(b.from.y);
  const second = a.x > b.x && a.x < b.to.x && inside(b.to.y);
  return (first ? 1 : 0) + (second ? 1 : 0);
}
