import type { Happening } from "../case/evidence-types.ts";
import { eventSetOf, type SetId } from "../case/evidence-set.ts";
import { namesOf, OUTCOME } from "../case/names.ts";
import { type Case, type DateConflict, type Hedge, LEVELS, type TourStep } from "../case/types.ts";

/** What is told with an argument and never computed with: its tour, what happened next, how the text speaks. */
export type ToldEdit =
  | { readonly edit: "setTour"; readonly tour: readonly TourStep[] }
  /** In the place of the event with its id, else at the end. */
  | { readonly edit: "putEvent"; readonly event: Happening }
  | { readonly edit: "removeEvent"; readonly event: string }
  | { readonly edit: "setHedges"; readonly hedges: readonly Hedge[] }
  | { readonly edit: "setDateConflicts"; readonly conflicts: readonly DateConflict[] };

export const TOLD: Readonly<Record<ToldEdit["edit"], true>> = {
  setTour: true,
  putEvent: true,
  removeEvent: true,
  setHedges: true,
  setDateConflicts: true,
};

/** A tour is the argument in one minute. */
export const MOST_STEPS = 12;

/** The events of record as the case has them; none where it says nothing of that. */
export const eventsOf = (theCase: Case): readonly Happening[] => eventSetOf(theCase)?.events ?? [];

/** Where they are kept, and where a first one goes: a case that never had any is taken for a historical one. */
const setOf = (theCase: Case): SetId => eventSetOf(theCase)?.id ?? (theCase.next ? "next" : "events");

/** The next free number behind a letter, as events are numbered: "E01", "E02" … */
function nextNumber(letter: string, list: readonly { readonly id: string }[]): string {
  const taken = new Set(list.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = `${letter}${String(n).padStart(2, "0")}`;
    if (!taken.has(id)) return id;
  }
}

export const freshEventId = (theCase: Case): string => nextNumber("E", eventsOf(theCase));
export const freshConflictId = (theCase: Case): string => nextNumber("X", theCase.dateConflicts);

/** A list with one of its items put elsewhere. @param to its place afterwards, from 0; the nearest there is */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined) return list;
  return list.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(list.length - 1, to)), 0, item);
}

/** The case as the edit would leave it, or why it cannot. */
export function toldDraft(theCase: Case, edit: ToldEdit): Case | string {
  switch (edit.edit) {
    case "setTour":
      return withTour(theCase, edit.tour);
    case "putEvent":
      return withEvent(theCase, edit.event);
    case "removeEvent":
      return withoutEvent(theCase, edit.event);
    case "setHedges":
      return { ...theCase, hedges: edit.hedges };
    case "setDateConflicts":
      return { ...theCase, dateConflicts: edit.conflicts };
    default:
      return edit satisfies never;
  }
}

/** What a file names that the case does not have is kept; an author names only what it has. */
function withTour(theCase: Case, tour: readonly TourStep[]): Case | string {
  if (tour.length > Math.max(MOST_STEPS, theCase.tour.length))
    return `A tour has up to ${MOST_STEPS} steps, not ${tour.length}; take one away first.`;
  const { kinds } = namesOf(theCase);
  const before = new Set(theCase.tour.flatMap(({ lights }) => lights));
  const isKnown = (id: string) => id === OUTCOME || kinds.has(id) || before.has(id);
  for (const [i, { lights }] of tour.entries()) {
    const unknown = lights.find((id) => !isKnown(id));
    if (unknown !== undefined)
      return `Step ${i + 1} of the tour shows "${unknown}", which the case does not have; choose one of its parts.`;
  }
  return { ...theCase, tour };
}

function withEvent(theCase: Case, event: Happening): Case | string {
  const events = eventsOf(theCase);
  const before = events.find(({ id }) => id === event.id);
  return (
    eventProblem(theCase, event, before) ??
    put(theCase, before ? events.map((one) => (one === before ? event : one)) : [...events, event])
  );
}

/** What an event says of a part must be something that can be read: a level, or that it rose or fell. */
function eventProblem(theCase: Case, event: Happening, before: Happening | undefined): string | null {
  const { kinds } = namesOf(theCase);
  const isNew = (map: "about" | "observe", key: string) =>
    !(before && Object.hasOwn(before[map], key) && before[map][key] === event[map][key]);
  for (const [id, says] of Object.entries(event.about)) {
    if (!isNew("about", id)) continue;
    const kind = kinds.get(id);
    if (kind !== "factor" && kind !== "mechanism")
      return `The event speaks of "${id}", which is no factor or mechanism of the case; choose one that is.`;
    if (says !== "+" && says !== "-" && !LEVELS.some((level) => level === says))
      return `The event must say of "${id}" a level, that it rose (+) or that it fell (-).`;
  }
  for (const [id, seen] of Object.entries(event.observe)) {
    if (!isNew("observe", id)) continue;
    if (kinds.get(id) !== "indicator")
      return `The event speaks of "${id}", which is no sign of the case; choose one that is.`;
    if (typeof seen !== "boolean")
      return `The event must say of the sign "${id}" whether it was seen or not.`;
  }
  return null;
}

/** A verdict that named the event as the break names none. */
function withoutEvent(theCase: Case, id: string): Case | string {
  const events = eventsOf(theCase);
  if (!events.some((one) => one.id === id)) return `The case has no event "${id}".`;
  const next = put(
    theCase,
    events.filter((one) => one.id !== id),
  );
  if (theCase.verdict?.event !== id) return next;
  const { event: _gone, ...verdict } = theCase.verdict;
  return { ...next, verdict };
}

function put(theCase: Case, events: readonly Happening[]): Case {
  if (setOf(theCase) === "next") return { ...theCase, next: { note: "", ...theCase.next, events } };
  if (events.length > 0) return { ...theCase, events };
  const { events: _none, ...rest } = theCase;
  return rest;
}
