import type { Case, Place } from "../../../app/model/case/types.ts";
import { OUTCOME } from "./links.ts";
import { searchRows } from "../../../app/model/author/search.ts";
import type { MapStructure, Mode } from "./structure.ts";

/** Column 0 holds the factors, the last one the outcome; rows count factor boxes and may be halves. */
export interface Slot {
  readonly column: number;
  readonly row: number;
}

/**
 * A slot for every box. The case's own slots are kept (the overview's where it has any, else the full map's);
 * boxes without one are placed by search. Slots that would send an arrow backwards are not kept: then the search
 * places every mechanism. Columns left empty are closed up.
 */
export function placeBoxes(
  c: Case,
  mode: Mode,
  { boxes, every: arrows }: MapStructure,
): ReadonlyMap<string, Slot> {
  const described = [...c.factors, ...c.mechanisms].filter(({ id }) => boxes.some((box) => box.id === id));
  const ownOverview = mode === "overview" && described.some((one) => one.overview);
  const pinned = new Map<string, Place>();
  for (const one of described) {
    const place = ownOverview ? one.overview : one.place;
    if (place && usable(place)) pinned.set(one.id, place);
  }
  const factors = new Set(c.factors.map(({ id }) => id));
  const backward = arrows.some(({ from, to }) => {
    const [a, b] = [pinned.get(from), pinned.get(to)];
    return (b && factors.has(to)) || (b && b.column < (a?.column ?? (factors.has(from) ? 0 : b.column)));
  });
  const misplaced = described.some(({ id }) => {
    const place = pinned.get(id);
    return place && (place.column === 0) !== factors.has(id);
  });
  if (backward || misplaced) pinned.clear();

  const columns = columnsOf(
    boxes.map(({ id }) => id),
    factors,
    arrows,
    pinned,
  );
  const rows = searchRows(
    boxes
      .filter(({ id }) => id !== OUTCOME)
      .map((box) => ({
        id: box.id,
        column: columns.get(box.id) ?? 0,
        rank: rankOf(c, box.id),
        pinned: pinned.get(box.id)?.row ?? null,
      })),
    arrows,
  );
  const last = Math.max(...columns.values());
  const middle = ((c.factors.length || 1) - 1) / 2;
  return new Map(
    [...columns].map(([id, column]) => [
      id,
      { column: id === OUTCOME ? last : column, row: rows.get(id) ?? middle },
    ]),
  );
}

const usable = ({ column, row }: Place): boolean =>
  Number.isInteger(column) && column >= 0 && Number.isFinite(row) && Math.abs(row) < 1000;

/** Pull apart above, what comes with time between, what holds together below. */
function rankOf(c: Case, id: string): number {
  const group = c.factors.find((factor) => factor.id === id)?.group;
  return group === "together" ? 2 : group === "timing" ? 1 : 0;
}

/** A pinned box keeps its column, any other stands one to the right of the furthest box that feeds it. */
function columnsOf(
  ids: readonly string[],
  factors: ReadonlySet<string>,
  arrows: MapStructure["every"],
  pinned: ReadonlyMap<string, Place>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const columnOf = (id: string): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    found.set(id, 0); // A case has no loops; one that had would end here instead of running on.
    const parents = arrows.filter((arrow) => arrow.to === id).map((arrow) => columnOf(arrow.from));
    const free = factors.has(id) ? 0 : 1 + Math.max(0, ...parents);
    const column = pinned.get(id)?.column ?? free;
    found.set(id, column);
    return column;
  };
  for (const id of ids) if (id !== OUTCOME) columnOf(id);
  found.set(OUTCOME, 1 + Math.max(0, ...found.values()));
  const used = [...new Set(found.values())].sort((a, b) => a - b);
  return new Map(ids.map((id) => [id, used.indexOf(found.get(id) ?? 0)]));
}
