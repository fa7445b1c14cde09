import { OUTCOME } from "../case/names.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Place } from "../case/types.ts";
import { causesOfOutcome } from "./arrows.ts";
import { searchRows } from "./search.ts";

export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Every arrow of the map: from each cause to what it moves, and into the outcome. */
export const arrowsOf = ({ mechanisms, outcome }: Case): Ends[] => [
  ...mechanisms.flatMap((one) => causesOf(one).map((from) => ({ from, to: one.id }))),
  ...causesOfOutcome(outcome).map((from) => ({ from, to: OUTCOME })),
];

/** Column 0 holds the factors, the last one the outcome; rows count factor boxes and may be halves. */
export interface Slot {
  readonly column: number;
  readonly row: number;
}

/**
 * A slot for every box that is drawn. The case's own slots are kept (the overview's where it has any, else the full
 * map's); boxes without one are placed by search, and so is a box whose own slot would send an arrow backwards.
 * Columns left empty are closed up. The same case, the same slots.
 */
export function placeBoxes(
  c: Case,
  mode: "overview" | "full",
  ids: readonly string[],
  arrows: readonly Ends[],
): ReadonlyMap<string, Slot> {
  const drawn = new Set(ids);
  const described = [...c.factors, ...c.mechanisms].filter(({ id }) => drawn.has(id));
  const ownOverview = mode === "overview" && described.some((one) => one.overview);
  const pinned = new Map<string, Place>();
  for (const one of described) {
    const place = ownOverview ? one.overview : one.place;
    if (place && usable(place)) pinned.set(one.id, place);
  }
  const factors = new Set(c.factors.map(({ id }) => id));
  for (const [id, { column }] of pinned) if ((column === 0) !== factors.has(id)) pinned.delete(id);
  const columns = columnsOf(ids, factors, arrows, pinned);
  const rows = searchRows(
    ids
      .filter((id) => id !== OUTCOME)
      .map((id) => ({
        id,
        column: columns.get(id) ?? 0,
        rank: rankOf(c, id),
        pinned: pinned.get(id)?.row ?? null,
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

/**
 * A pinned box keeps its column, any other stands one to the right of the furthest box that feeds it. One that its
 * causes have overtaken is no longer pinned: a new arrow moves what it must and leaves the rest where it was put.
 */
function columnsOf(
  ids: readonly string[],
  factors: ReadonlySet<string>,
  arrows: readonly Ends[],
  pinned: Map<string, Place>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const columnOf = (id: string): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    found.set(id, 0); // A case has no loops; one that had would end here instead of running on.
    const parents = factors.has(id)
      ? []
      : arrows.filter((arrow) => arrow.to === id).map((arrow) => columnOf(arrow.from));
    const own = pinned.get(id)?.column;
    if (own !== undefined && parents.some((column) => own < column)) pinned.delete(id);
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
