import type { Case, Place } from "../../../app/model/case/types.ts";
import { argumentLinks, OUTCOME } from "../../charts/causal-map/links.ts";
import type { Slot } from "../../../app/model/author/layout.ts";

/** Rows count boxes; boxes stand at whole and half ones. */
export const ROW_STEP = 0.5;

/**
 * Where every box stands once one of them is put elsewhere. Factors keep to the first column; a mechanism stays to the
 * right of the factors, and where no arrow has to run backwards. The other boxes stay as they are drawn.
 * @param slots where they are drawn now
 */
export function movedPlaces(
  theCase: Case,
  slots: ReadonlyMap<string, Slot>,
  id: string,
  to: Slot,
): Readonly<Record<string, Place>> {
  const row = Math.round(to.row / ROW_STEP) * ROW_STEP;
  const known = [...theCase.factors, ...theCase.mechanisms];
  const places = [...slots].flatMap(([one, slot]): [string, Place][] => {
    const part = known.find((other) => other.id === one);
    if (!part) return [];
    const pinned = part.place?.pinned === true || part.overview?.pinned === true;
    return [[one, { column: slot.column, row: slot.row, ...(pinned ? { pinned } : {}) }]];
  });
  const column = Math.round(to.column);
  return {
    ...Object.fromEntries(places),
    [id]: { column: within(theCase, slots, id, column), row, pinned: true },
  };
}

/** The nearest column that a box may stand in. */
function within(theCase: Case, slots: ReadonlyMap<string, Slot>, id: string, column: number): number {
  if (theCase.factors.some((factor) => factor.id === id)) return 0;
  const links = argumentLinks(theCase);
  const columnOf = (one: string) => slots.get(one)?.column;
  const columns = (ids: readonly string[]) =>
    ids.flatMap((one) => (one === OUTCOME ? [] : (columnOf(one) ?? [])));
  const causes = columns(links.filter((link) => link.to === id).map((link) => link.from));
  const effects = columns(links.filter((link) => link.from === id).map((link) => link.to));
  // The card of outcomes stands to the right of all: a box may go where it is now, and the card makes room.
  const last = columnOf(OUTCOME) ?? Math.max(...[...slots.values()].map((slot) => slot.column));
  const [least, most] = [Math.max(1, ...causes), Math.min(last, ...effects)];
  return Math.min(Math.max(column, least), Math.max(least, most));
}
