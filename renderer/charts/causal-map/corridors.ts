import { samples, sweep, touches } from "./curve.ts";
import type { Cubic, Point } from "./curve.ts";
import { rectOf } from "./geometry.ts";
import type { Geometry, PlacedBox } from "./geometry.ts";

/** Free room between two boxes of a column (or beyond the first or last), through which arrows may pass. */
export interface Corridor {
  readonly low: number;
  readonly high: number;
}

/** Where an arrow passes a column that is neither its start nor its end. */
export interface Bend {
  readonly column: number;
  readonly corridor: number;
  readonly y: number;
}

/** Air between an arrow and a box it passes. */
const AIR = 10;
/** Lower ones are no way through. */
const LOWEST = 12;
/** In a corridor lower than this an arrow wants the middle. */
const NARROW = 80;
const TURN = 6;
/** What an arrow pays to run beside others that have the same target. */
const COMPANY = 60;

/** All corridors, by column. */
export function corridorsOf({ columns, boxes, top, bottom }: Geometry): readonly (readonly Corridor[])[] {
  return columns.map((_, column) => {
    const inside = boxes.filter((box) => box.column === column).sort((a, b) => a.y - b.y);
    const edges = [top, ...inside.flatMap((box) => [box.y - box.height / 2, box.y + box.height / 2]), bottom];
    return Array.from({ length: inside.length + 1 }, (_gap, i) => ({
      low: edges[2 * i] ?? top,
      high: edges[2 * i + 1] ?? bottom,
    })).filter(({ low, high }) => high - low > LOWEST);
  });
}

interface Step {
  readonly bend: Bend;
  readonly cost: number;
  readonly before: Step | null;
}

/**
 * The cheapest way through the columns between two boxes: short, level, gentle, in the middle of narrow corridors.
 * Into the outcome card any height will do (`toY` null). Corridors where `company` runs are liked. Empty if the columns are neighbours or a column has no room.
 */
export function chooseBends(
  geometry: Geometry,
  corridors: readonly (readonly Corridor[])[],
  from: PlacedBox,
  to: PlacedBox,
  toY: number | null,
  width: number,
  company: (bend: Bend) => boolean,
): readonly Bend[] {
  const between = corridors.slice(from.column + 1, to.column);
  const wishes = [from.y, toY ?? from.y, ...between.flat().filter(isNarrow).map(middleOf)];
  let steps: Step[] = [];
  for (const [i, choices] of between.entries()) {
    const column = from.column + 1 + i;
    const gap = gapBefore(geometry, column);
    const share = (i + 1) / (between.length + 1);
    const level = from.y + ((toY ?? from.y) - from.y) * share;
    const next: Step[] = [];
    choices.forEach((corridor, index) => {
      for (const y of heights(corridor, [...wishes, level], width)) {
        const bend = { column, corridor: index, y };
        const taste = isNarrow(corridor) ? 0.3 * Math.abs(y - middleOf(corridor)) : 0;
        const liking = company(bend) ? COMPANY : 0;
        const best = cheapest(i === 0 ? [null] : steps, (step) =>
          bendCost((step?.bend.y ?? from.y) - y, gap),
        );
        if (best) next.push({ bend, cost: best.cost + taste - liking, before: best.step });
      }
    });
    if (next.length === 0) return [];
    steps = next;
  }
  const last = cheapest(steps, (step) =>
    toY === null || !step ? 0 : bendCost(step.bend.y - toY, gapBefore(geometry, to.column)),
  );
  const bends: Bend[] = [];
  for (let step = last?.step ?? null; step; step = step.before) bends.unshift(step.bend);
  return bends;
}

const isNarrow = ({ low, high }: Corridor): boolean => high - low < NARROW;
const middleOf = ({ low, high }: Corridor): number => (low + high) / 2;
const bendCost = (rise: number, across: number): number =>
  Math.abs(rise) + (rise * rise) / (2 * across) + (Math.abs(rise) > 1 ? TURN : 0);

function gapBefore({ columns }: Geometry, column: number): number {
  const [left, right] = [columns[column - 1], columns[column]];
  return left && right ? Math.max(8, right.x - left.x - left.width) : 8;
}

function cheapest(
  steps: readonly (Step | null)[],
  cost: (step: Step | null) => number,
): { step: Step | null; cost: number } | null {
  let best: { step: Step | null; cost: number } | null = null;
  for (const step of steps) {
    const total = (step?.cost ?? 0) + cost(step);
    if (!best || total < best.cost) best = { step, cost: total };
  }
  return best;
}

function heights({ low, high }: Corridor, wishes: readonly number[], width: number): readonly number[] {
  const inset = Math.min(AIR + width / 2, (high - low) / 2);
  return [
    ...new Set(wishes.map((y) => Math.round(Math.min(Math.max(y, low + inset), high - inset) * 2) / 2)),
  ];
}

/** Shapes of a long sweep, the most even first: some boxes are passed by turning earlier or later. */
const SHAPES = [
  [0.5, 0.5],
  [0.42, 0.58],
  [0.58, 0.42],
  [0.3, 0.6],
  [0.6, 0.3],
  [0.2, 0.75],
  [0.75, 0.2],
  [0.9, 0.12],
  [0.12, 0.9],
] as const;

/** A point on an arrow's way and the column at whose edge it stands. */
export interface Stand {
  readonly at: Point;
  readonly column: number;
}

/** One sweep between two points that keeps `margin` px away from all boxes in the columns between them, or null. */
export function clearSweep(
  from: Stand,
  to: Stand,
  boxes: readonly PlacedBox[],
  margin: number,
): Cubic | null {
  const others = boxes.filter(({ column }) => column > from.column && column < to.column);
  if (others.length === 0) return sweep(from.at, to.at);
  for (const [early, late] of SHAPES) {
    const cubic = sweep(from.at, to.at, early, late);
    const points = samples([cubic], 40);
    if (!others.some((box) => touches(points, rectOf(box), margin))) return cubic;
  }
  return null;
}
