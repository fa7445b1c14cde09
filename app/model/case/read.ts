import { Refused, shown } from "./problem.ts";

/** A value of the file and where it stands, e.g. `factors[3] "aims".weight.min`. */
export interface Field {
  readonly path: string;
  readonly value: unknown;
}

export type Entries = Readonly<Record<string, unknown>>;

/** Letters, digits, `_` and `-`, beginning with a letter or `_`. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

/** @param says completes a sentence that starts with the path. */
export function refuse(field: Field, says: string): never {
  throw new Refused({ kind: "field", path: field.path, says });
}

/** Refuses with "must be …, not …". */
export function mustBe(field: Field, what: string): never {
  if (field.value === undefined) return refuse(field, `is missing; it must be ${what}`);
  return refuse(field, `must be ${what}, not ${shown(field.value)}`);
}

export function isEntries(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Null and undefined are how other programs write "nothing said". */
export const isNothing = (value: unknown) => value === null || value === undefined;

/**
 * The object's own entries.
 * @param optional names that are left out where nothing is said.
 */
export function entries(field: Field, optional: readonly string[] = []): Entries {
  const own = isEntries(field.value) ? field.value : mustBe(field, "an object");
  const empty = Object.keys(own).filter((key) => optional.includes(key) && isNothing(own[key]));
  if (empty.length === 0) return own;
  return Object.fromEntries(Object.entries(own).filter(([key]) => !empty.includes(key)));
}

/** One part of an object; its value is undefined where there is no such part, or no object to have it. */
export function at(field: Field, key: string): Field {
  const own = field.value === undefined ? {} : entries(field);
  const step = IDENTIFIER.test(key) ? `.${key}` : `[${shown(key)}]`;
  return {
    path: field.path === "" ? step.replace(/^\./, "") : field.path + step,
    value: Object.hasOwn(own, key) ? own[key] : undefined,
  };
}

/** Every part of an object, in its order. */
export function parts(field: Field): (Field & { readonly key: string })[] {
  return Object.keys(entries(field)).map((key) => ({ key, ...at(field, key) }));
}

/** The items of a list; an item with an id carries it in its path. */
export function items(field: Field): Field[] {
  if (!Array.isArray(field.value)) return mustBe(field, "a list");
  return (field.value as unknown[]).map((value, i) => {
    const id = isEntries(value) && Object.hasOwn(value, "id") ? value["id"] : undefined;
    const name = typeof id === "string" && IDENTIFIER.test(id) ? ` "${id}"` : "";
    return { path: `${field.path}[${i}]${name}`, value };
  });
}

export function someItems(field: Field, what: string): Field[] {
  const all = items(field);
  return all.length > 0 ? all : mustBe(field, `a list of at least one ${what}`);
}

/** A finite number for which `holds`; `what` says which numbers those are. */
export function number(field: Field, what = "a number", holds: (x: number) => boolean = () => true): number {
  const { value } = field;
  return typeof value === "number" && Number.isFinite(value) && holds(value) ? value : mustBe(field, what);
}

export const share = (field: Field) => number(field, "a number from 0 to 1", (x) => x >= 0 && x <= 1);
export const points = (field: Field) => number(field, "a number from 0 to 10", (x) => x >= 0 && x <= 10);
export const above0 = (field: Field) => number(field, "a number above 0", (x) => x > 0);

/** A list of exactly `length` numbers, each read by `each`. */
export function numbers(field: Field, length: number, each: (item: Field) => number): number[] {
  const all = Array.isArray(field.value) ? items(field) : [];
  return all.length === length ? all.map(each) : mustBe(field, `a list of ${length} numbers`);
}

export function oneOf<T extends string>(field: Field, allowed: readonly T[]): T {
  const what =
    allowed.length === 1 ? shown(allowed[0]) : `one of ${allowed.map((word) => word || '""').join(", ")}`;
  return allowed.find((word) => word === field.value) ?? mustBe(field, what);
}

/** The id of a part: an identifier, and no name that every JavaScript object already answers to. */
export function id(field: Field): string {
  const { value } = field;
  if (typeof value !== "string" || !IDENTIFIER.test(value))
    return mustBe(field, "an id of up to 100 letters, digits, _ and - that begins with a letter or _");
  if (value in {}) return refuse(field, `must be another word, because "${value}" is reserved`);
  return value;
}

/** A file's own object with what was read of it put in: unknown keys stay, and so does the order of keys. */
export function keep<T extends object>(own: Entries, known: T): T {
  return { ...own, ...known };
}
