import type { Corridor } from "./corridors.ts";
import { samples, sweep } from "./curve.ts";
import type { Geometry, PlacedBox } from "./geometry.ts";
import { OUTCOME } from "./links.ts";
import { spread } from "./spread.ts";
import type { Wish } from "./spread.ts";
import type { Thread } from "./threads.ts";

/** Air between two arrows in one corridor, and between an arrow and the box beside it. */
const BETWEEN = 7;
const BESIDE = 6;
/** Lanes of one thread that nearly line up are made to. */
const JOG = 14;
/** A sweep that rises less than this while it passes a column is a neighbour to the lanes there. */
const LEVEL = 26;
const FIXED = 1000;

/** Who passes a corridor: a bend that can still move (`place`), or a sweep that cannot. */
interface User extends Wish {
  /** Sorts users so that they do not cross: the heights they come from and go to. */
  readonly order: number;
  readonly place: ((y: number) => void) | null;
}

/**
 * Threads with the heights of their bends settled: those that share a corridor lie side by side, in an order that
 * does not cross, and keep clear of longer sweeps that pass there too.
 */
export function allotLanes(
  geometry: Geometry,
  threads: readonly Thread[],
  corridors: readonly (readonly Corridor[])[],
): readonly Thread[] {
  const settled = threads.map((thread) => ({ ...thread, bends: [...thread.bends] }));
  corridors.forEach((choices, column) => {
    choices.forEach((corridor, index) => {
      const users = settled.flatMap((thread): readonly User[] => {
        const at = thread.bends.findIndex((bend) => bend.column === column && bend.corridor === index);
        const bend = thread.bends[at];
        if (!bend) return passing(geometry, thread, column, corridor);
        const before = at > 0 ? thread.bends[at - 1] : undefined;
        const lined = before && before.column === column - 1 && Math.abs(before.y - bend.y) < JOG;
        const want = lined ? before.y : bend.y;
        const next = thread.bends[at + 1]?.y ?? (thread.to.id === OUTCOME ? want : thread.to.y);
        const order = (before?.y ?? averageY(thread.from)) + next;
        const place = (y: number) => void (thread.bends[at] = { ...bend, y });
        return [{ want, size: thread.width + BETWEEN, order, place }];
      });
      users.sort((a, b) => a.order - b.order);
      const ys = spread(users, corridor.low + BESIDE - BETWEEN / 2, corridor.high - BESIDE + BETWEEN / 2);
      users.forEach(({ place, want }, i) => place?.(ys[i] ?? want));
    });
  });
  return settled;
}

/** A thread that sweeps through a corridor of a column without a bend there, nearly level. */
function passing({ columns }: Geometry, thread: Thread, column: number, corridor: Corridor): readonly User[] {
  const [from] = thread.from;
  const place = columns[column];
  if (!from || !place || thread.bends.length > 0 || from.column >= column || thread.to.column <= column)
    return [];
  const end = thread.to.id === OUTCOME ? from.y : thread.to.y;
  const curve = sweep({ x: from.x + from.width, y: from.y }, { x: thread.to.x, y: end });
  const ys = samples([curve], 24)
    .filter(({ x }) => x > place.x && x < place.x + place.width)
    .map(({ y }) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (ys.length === 0 || bottom - top > LEVEL || top < corridor.low || bottom > corridor.high) return [];
  const size = bottom - top + thread.width + BETWEEN;
  return [{ want: (top + bottom) / 2, size, weight: FIXED, order: from.y + end, place: null }];
}

const averageY = (boxes: readonly PlacedBox[]): number =>
  boxes.reduce((sum, box) => sum + box.y, 0) / Math.max(1, boxes.length);
