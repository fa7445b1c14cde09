import type { Entries, Field } from "./read.ts";
import { at, isEntries, mustBe } from "./read.ts";
import { Refused } from "./problem.ts";

/** One step from a file version to the next. `change` gets the whole file and returns the whole file. */
export interface Migration {
  readonly from: number;
  readonly change: (file: Entries) => Entries;
}

/** Every step there has been, oldest first. A new file version is one line here. */
export const migrations: readonly Migration[] = [
  // 2 reads `table` of a mechanism, and four more kinds of rules. Before, any key of that name was somebody else's.
  { from: 1, change: (file) => withMechanisms(file, (own) => withKeyRenamed(own, "table", "tableBefore2")) },
  // 3 reads rules in parts. No older file that could be opened has one.
  { from: 2, change: (file) => file },
];

function withMechanisms(file: Entries, each: (mechanism: Entries) => Entries): Entries {
  const all = file["mechanisms"];
  if (!Array.isArray(all)) return file;
  return { ...file, mechanisms: all.map((one: unknown) => (isEntries(one) ? each(one) : one)) };
}

function withKeyRenamed(own: Entries, from: string, to: string): Entries {
  if (!Object.hasOwn(own, from)) return own;
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key === from ? to : key, value]));
}

/**
 * The oldest version that holds all that is in a case: what a file is written in, so that an older program can open
 * whatever it can understand.
 */
export function versionNeeded(theCase: object): number {
  const mechanisms = (theCase as { readonly mechanisms?: readonly VersionedMechanism[] }).mechanisms ?? [];
  const needs = ({ rule, table }: VersionedMechanism) => {
    if (rule?.kind === "partitioned") return 3;
    return table !== undefined || (rule?.kind !== "sum" && rule?.kind !== "anyOf") ? 2 : 1;
  };
  return mechanisms.reduce((most, one) => Math.max(most, needs(one)), 1);
}

interface VersionedMechanism {
  readonly rule?: { readonly kind?: unknown };
  readonly table?: unknown;
}

/**
 * The version that a list of steps leads to: 1 without any.
 * @throws Error where a step is missing or doubled: older files would be misread in silence.
 */
export function latestVersion(steps: readonly Migration[]): number {
  steps.forEach(({ from }, i) => {
    if (from !== i + 1) throw new Error(`The migration from version ${i + 1} is missing: found ${from}.`);
  });
  return steps.length + 1;
}

/** The version this program writes. */
export const VERSION = latestVersion(migrations);

/**
 * The file in the newest version.
 * @throws Refused where it says it is newer than that.
 */
export function migrate(file: Entries, steps: readonly Migration[] = migrations): Entries {
  const latest = latestVersion(steps);
  const version = readVersion(at({ path: "", value: file }, "version"));
  if (version > latest) throw new Refused({ kind: "newer", version, latest });
  return steps
    .slice(version - 1)
    .reduce((older, { from, change }) => ({ ...change(older), version: from + 1 }), file);
}

function readVersion(field: Field): number {
  const { value } = field;
  return typeof value === "number" && Number.isInteger(value) && value >= 1
    ? value
    : mustBe(field, "a whole number from 1");
}
