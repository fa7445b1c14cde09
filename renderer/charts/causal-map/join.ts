import { keyOf, OUTCOME } from "./links.ts";
import type { MapArrow } from "./structure.ts";

/** A joined arrow into the outcome worth less than this in the shown reading is left out, unless its box would lead nowhere. */
export const LEAST_JOINED = 2;

const worth = (arrow: MapArrow): number => (arrow.shape ? -1 : Math.abs(arrow.points ?? 0));

export interface Joined {
  /** Every pair of boxes that some chain joins: what places boxes, since it does not change with the points. */
  readonly every: readonly MapArrow[];
  /** What is drawn. */
  readonly drawn: readonly MapArrow[];
}

/**
 * Arrows between boxes that are on the map. A chain through hidden boxes becomes one arrow: it raises if an even
 * number of its links weaken, and it shows the influence of the link by which it leaves the first visible box
 * (cutting that link cuts the chain). Of several ways between the same two boxes the strongest is drawn.
 */
export function joinHidden(arrows: readonly MapArrow[], hidden: ReadonlySet<string>): Joined {
  if (hidden.size === 0) return { every: arrows, drawn: arrows };
  const strongest = new Map<string, MapArrow>();
  for (const first of arrows) {
    if (hidden.has(first.from)) continue;
    for (const arrow of chains(first, arrows, hidden)) {
      const rival = strongest.get(arrow.key);
      if (!rival || worth(arrow) > worth(rival)) strongest.set(arrow.key, arrow);
    }
  }
  const every = [...strongest.values()];
  return { every, drawn: every.filter((arrow) => keep(arrow, every)) };
}

/** Every way on from the first link to a box that is on the map; hidden boxes form no loop, so this ends. */
function chains(
  first: MapArrow,
  arrows: readonly MapArrow[],
  hidden: ReadonlySet<string>,
): readonly MapArrow[] {
  if (!hidden.has(first.to)) return [first];
  return arrows
    .filter((next) => next.from === first.to)
    .flatMap((next) =>
      chains(
        {
          ...first,
          to: next.to,
          key: keyOf(first.from, next.to),
          raises: first.raises === next.raises,
          shape: first.shape || next.shape,
          points: first.shape || next.shape ? null : first.points,
          joined: true,
        },
        arrows,
        hidden,
      ),
    );
}

/**
 * Left out: weak joined arrows into the outcome and arrows that only shape the rung, where their box has another way
 * on. Joined arrows into a mechanism stay: they are what feeds it.
 */
function keep(arrow: MapArrow, all: readonly MapArrow[]): boolean {
  const sure = (other: MapArrow) =>
    !other.shape && (!other.joined || other.to !== OUTCOME || worth(other) >= LEAST_JOINED);
  if (sure(arrow)) return true;
  const ways = all.filter((other) => other.from === arrow.from);
  if (ways.some(sure)) return false;
  return ways.reduce((best, other) => (worth(other) > worth(best) ? other : best)) === arrow;
}
