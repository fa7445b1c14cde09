import type { Place } from "./types.ts";
import { at, entries, type Field, isNothing, items, keep, mustBe, number, oneOf } from "./read.ts";

/* Readers for what only people read. Missing parts have a default; a wrong type is still refused. */

const missing = (field: Field) => isNothing(field.value);

/** A text, or `otherwise` where none is given. */
export function text(field: Field, otherwise = ""): string {
  if (missing(field)) return otherwise;
  return typeof field.value === "string" ? field.value : mustBe(field, "text");
}

export function flag(field: Field, otherwise = false): boolean {
  if (missing(field)) return otherwise;
  return typeof field.value === "boolean" ? field.value : mustBe(field, "true or false");
}

export function choice<T extends string>(field: Field, allowed: readonly T[], otherwise: T): T {
  return missing(field) ? otherwise : oneOf(field, allowed);
}

/** A list read item by item; none where none is given. */
export function list<T>(field: Field, each: (item: Field) => T): T[] {
  return missing(field) ? [] : items(field).map(each);
}

export const texts = (field: Field) => list(field, (item) => text(item));

/** The parts of an object that are given, read by their readers; the others are left out. */
export function given<T extends object>(
  field: Field,
  readers: { readonly [K in keyof T]-?: (part: Field) => NonNullable<T[K]> },
): T {
  const read: Partial<T> = {};
  for (const key in readers) {
    const part = at(field, key);
    if (!missing(part)) read[key] = readers[key](part);
  }
  return read as T;
}

/** Slots far outside any sheet are refused: they would only blow up a drawing. */
const slot = (field: Field) => number(field, "a number from -1000 to 1000", (x) => Math.abs(x) <= 1000);

export function place(field: Field): Place {
  return keep<Place>(entries(field, ["pinned"]), {
    column: slot(at(field, "column")),
    row: slot(at(field, "row")),
    ...given<{ pinned?: boolean }>(field, { pinned: flag }),
  });
}

/** The two optional places of a part on the map. */
export const places = (field: Field) =>
  given<{ place?: Place; overview?: Place }>(field, { place, overview: place });
