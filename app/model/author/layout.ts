import { OUTCOME } from "../case/names.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Place } from "../case/types.ts";
import { causesOfOutcome } from "./arrows.ts";
import { searchRows, type Seat } from "./search.ts";

export interface Ends {
  readonly from: string;
  readonly to: string;
}
export type Places = Readonly<Record<string, Place>>;

/** Every arrow of the map: from each cause to what it moves, and into the outcome. */
export const arrowsOf = ({ mechanisms, outcome }: Case): Ends[] => [
  ...mechanisms.flatMap((one) => causesOf(one).map((from) => ({ from, to: one.id }))),
  ...causesOfOutcome(outcome).map((from) => ({ from, to: OUTCOME })),
];

/**
 * A slot for every factor and mechanism and for the outcome, in whole columns from the left and half rows: factors
 * first, each mechanism right of all that moves it, the outcome last. Places that are pinned stay. No two boxes that
 * are not pinned share a slot, and no more arrows cross than in the order of the case. The same case, the same places.
 */
export function layoutOf(theCase: Case): Places {
  const { factors, mechanisms, outcome } = theCase;
  const arrows = arrowsOf(theCase);
  const pinned = new Map<string, Place>();
  for (const one of [...factors, ...mechanisms]) if (one.place?.pinned) pinned.set(one.id, one.place);
  if (outcome.place?.pinned) pinned.set(OUTCOME, outcome.place);
  const columns = columnsOf(theCase, pinned);
  const seats = [...factors, ...mechanisms].map(({ id }): Seat => ({
    id,
    column: columns.get(id)!,
    rank: rankOf(theCase, id),
    pinned: pinned.get(id)?.row ?? null,
  }));
  const found = placesOf(theCase, seats, columns, searchRows(seats, arrows), pinned);
  const naive = placesOf(theCase, seats, columns, new Map(), pinned);
  return crossings(found, arrows) <= crossings(naive, arrows) ? found : naive;
}

/** Pull apart above, what comes with time between, what holds together below. */
function rankOf({ factors }: Case, id: string): number {
  const group = factors.find((factor) => factor.id === id)?.group;
  return group === "together" ? 2 : group === "timing" ? 1 : 0;
}

function columnsOf(theCase: Case, pinned: ReadonlyMap<string, Place>): ReadonlyMap<string, number> {
  const found = new Map<string, number>(theCase.factors.map(({ id }) => [id, pinned.get(id)?.column ?? 0]));
  const open = [...theCase.mechanisms];
  while (open.length > 0) {
    const next = open.findIndex((one) => causesOf(one).every((id) => found.has(id)));
    const [one] = open.splice(Math.max(0, next), 1);
    const free = 1 + Math.max(0, ...causesOf(one!).map((id) => found.get(id) ?? 0));
    found.set(one!.id, pinned.get(one!.id)?.column ?? free);
  }
  return found.set(OUTCOME, pinned.get(OUTCOME)?.column ?? 1 + Math.max(0, ...found.values()));
}

/** Rows as wished, or one below the other; what would share a slot goes to the next free one. */
function placesOf(
  { factors }: Case,
  seats: readonly Seat[],
  columns: ReadonlyMap<string, number>,
  rows: ReadonlyMap<string, number>,
  pinned: ReadonlyMap<string, Place>,
): Places {
  const places: Record<string, Place> = Object.fromEntries(pinned);
  const isFree = (column: number, row: number) =>
    Object.values(places).every((one) => one.column !== column || Math.abs(one.row - row) >= 1);
  const put = (id: string, wished: number) => {
    if (pinned.has(id)) return;
    const column = columns.get(id)!;
    let row = wished;
    for (let away = 0.5; !isFree(column, row); away += 0.5)
      row = isFree(column, wished + away) || wished < away ? wished + away : wished - away;
    places[id] = { column, row };
  };
  const count = new Map<number, number>();
  for (const { id, column } of seats) {
    const n = count.get(column) ?? 0;
    count.set(column, n + 1);
    put(id, rows.get(id) ?? n);
  }
  put(OUTCOME, (factors.length - 1) / 2);
  return places;
}

/** How many pairs of arrows cross, drawn straight from slot to slot; arrows with a common end do not. */
export function crossings(places: Places, arrows: readonly Ends[]): number {
  const side = (a: Place, b: Place, p: Place) =>
    (p.row - a.row) * (b.column - a.column) - (b.row - a.row) * (p.column - a.column);
  let count = 0;
  arrows.forEach((one, i) => {
    for (const other of arrows.slice(i + 1)) {
      if (new Set([one.from, one.to, other.from, other.to]).size < 4) continue;
      const [a, b, c, d] = [one.from, one.to, other.from, other.to].map((id) => places[id]!);
      if (side(a!, b!, c!) * side(a!, b!, d!) < 0 && side(c!, d!, a!) * side(c!, d!, b!) < 0) count++;
    }
  });
  return count;
}
