import { chooseBends, clearSweep } from "./corridors.ts";
import type { Bend, Corridor, Stand } from "./corridors.ts";
import type { Cubic } from "./curve.ts";
import type { Geometry, PlacedBox } from "./geometry.ts";
import { OUTCOME } from "./links.ts";
import { strokeWidth } from "./strength.ts";
import type { MapArrow } from "./structure.ts";

/** What is drawn as one line into its target: an arrow, or several thin ones that share a corridor. */
export interface Thread {
  readonly arrows: readonly MapArrow[];
  readonly from: readonly PlacedBox[];
  readonly to: PlacedBox;
  readonly points: number | null;
  readonly width: number;
  /** "across" runs from column to column; the others join boxes of one column. */
  readonly way: "across" | "down" | "around";
  readonly bends: readonly Bend[];
}

/** A sweep must stay this far from boxes before it may leave out a bend: ports move it a little afterwards. */
const MARGIN = 6;
const MOST_TRIALS = 2;
/** Lanes this near to each other are one corridor shared. */
const NEAR = 30;

/**
 * Threads for all arrows, with the columns they pass. Bends that one longer sweep can do without are dropped; an
 * arrow that ran into a box before (`failures`) is given more room, and after that keeps every bend, which is always
 * clear of boxes. Arrows of fewer points than `mergeBelow` may merge.
 */
export function spin(
  geometry: Geometry,
  corridors: readonly (readonly Corridor[])[],
  arrows: readonly MapArrow[],
  failures: ReadonlyMap<string, number>,
  mergeBelow: number,
): readonly Thread[] {
  const boxes = new Map(geometry.boxes.map((box) => [box.id, box]));
  const alone = arrows.flatMap((arrow) => {
    const [from, to] = [boxes.get(arrow.from), boxes.get(arrow.to)];
    if (!from || !to) return [];
    const width = strokeWidth(arrow.points);
    const way = from.column < to.column ? "across" : blocked(geometry, from, to) ? "around" : "down";
    return [
      { arrows: [arrow], from: [from], to, points: arrow.points, width, way, bends: [] } satisfies Thread,
    ];
  });
  const bend = (thread: Thread, company: (bend: Bend) => boolean): Thread => {
    const [from] = thread.from;
    if (thread.way !== "across" || !from) return thread;
    const toY = thread.to.id === OUTCOME ? null : thread.to.y;
    return {
      ...thread,
      bends: chooseBends(geometry, corridors, from, thread.to, toY, thread.width, company),
    };
  };
  // Twice: first each for itself, then with a liking for corridors that others of its kind take to the same target.
  const first = alone.map((thread) => bend(thread, () => false));
  const kinds = first.map((thread) => kindOf(geometry, thread, mergeBelow));
  const single = first.map((thread, i) =>
    kinds[i] === null
      ? thread
      : bend(thread, (at) => first.some((other, j) => j !== i && kinds[j] === kinds[i] && passes(other, at))),
  );
  return merge(geometry, single, mergeBelow).map((thread) => {
    const trials = Math.max(...thread.arrows.map((arrow) => failures.get(arrow.key) ?? 0));
    return trials > MOST_TRIALS
      ? thread
      : { ...thread, bends: relax(geometry, thread, MARGIN * (1 + trials)) };
  });
}

const passes = ({ bends }: Thread, { column, corridor, y }: Bend): boolean =>
  bends.some((bend) => bend.column === column && bend.corridor === corridor && Math.abs(bend.y - y) < NEAR);

/** Whether a third box stands between two boxes of one column. */
function blocked(geometry: Geometry, from: PlacedBox, to: PlacedBox): boolean {
  return geometry.boxes.some((box) => box.column === from.column && (box.y - from.y) * (box.y - to.y) < 0);
}

/** What arrows must share to be drawn as one: target, sign, end; null for those that stand alone. */
function kindOf(geometry: Geometry, thread: Thread, below: number): string | null {
  const [arrow] = thread.arrows;
  const thin = arrow && !arrow.shape && Math.abs(thread.points ?? 0) < below;
  if (!thin || thread.bends.length === 0 || direct(geometry, thread)) return null;
  const sign = thread.points === null ? "?" : thread.points >= 0 ? "+" : "-";
  return `${thread.to.id} ${arrow.raises ? "raises" : "weakens"} ${sign}`;
}

/** Joins thin arrows of one kind that pass the same corridors at nearly the same heights. */
function merge(geometry: Geometry, threads: readonly Thread[], below: number): readonly Thread[] {
  const bundles: { kind: string | null; members: Thread[] }[] = [];
  for (const thread of threads) {
    const kind = kindOf(geometry, thread, below);
    const company = bundles.find(
      ({ kind: other, members: [first] }) => kind !== null && kind === other && first && alike(first, thread),
    );
    if (company) company.members.push(thread);
    else bundles.push({ kind, members: [thread] });
  }
  return bundles.flatMap(({ members }) => {
    const [first] = members;
    if (!first || members.length === 1) return members;
    const points = first.points === null ? null : members.reduce((sum, one) => sum + (one.points ?? 0), 0);
    const meanY = (i: number) =>
      members.reduce((sum, one) => sum + (one.bends[i]?.y ?? 0), 0) / members.length;
    return [
      {
        ...first,
        arrows: members.flatMap(({ arrows }) => arrows),
        from: members.flatMap(({ from }) => from),
        points,
        width: strokeWidth(points),
        bends: first.bends.map((bend, i) => ({ ...bend, y: meanY(i) })),
      },
    ];
  });
}

const alike = (one: Thread, other: Thread): boolean =>
  one.bends.length === other.bends.length &&
  one.bends.every((bend, i) => passes({ ...other, bends: other.bends.slice(i, i + 1) }, bend));

/** One sweep from box to box, where nothing stands in its way. */
function direct(geometry: Geometry, { from: [from], to, width }: Thread, margin = MARGIN): Cubic | null {
  if (!from) return null;
  const end = to.id === OUTCOME ? from.y : to.y;
  return clearSweep(leaving(from), arriving(to, end), geometry.boxes, margin + width / 2);
}

const leaving = (box: PlacedBox): Stand => ({ at: { x: box.x + box.width, y: box.y }, column: box.column });
const arriving = (box: PlacedBox, y: number): Stand => ({ at: { x: box.x, y }, column: box.column });

/** The bends that are still needed when the stretches between them are swept as far as boxes allow. */
function relax(geometry: Geometry, thread: Thread, margin: number): readonly Bend[] {
  const [from] = thread.from;
  if (!from || thread.bends.length === 0) return [];
  if (thread.arrows.length === 1 && direct(geometry, thread, margin)) return [];
  const { columns, boxes } = geometry;
  const edge = (bend: Bend, side: "left" | "right"): Stand => {
    const { x, width } = columns[bend.column] ?? { x: 0, width: 0 };
    return { at: { x: side === "left" ? x : x + width, y: bend.y }, column: bend.column };
  };
  // Tributaries meet at the first bend of their trunk, which therefore stays; so does the bend that says at which
  // height an arrow enters the card.
  const kept = [...thread.bends];
  for (let i = kept.length - 1; i >= (thread.arrows.length > 1 ? 1 : 0); i--) {
    const [before, after] = [kept[i - 1], kept[i + 1]];
    const start = before ? edge(before, "right") : leaving(from);
    if (!after && thread.to.id === OUTCOME) continue;
    const end = after ? edge(after, "left") : arriving(thread.to, thread.to.y);
    if (clearSweep(start, end, boxes, margin + thread.width / 2)) kept.splice(i, 1);
  }
  return kept;
}
