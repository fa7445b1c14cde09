import type { Entries, Field } from "./read.ts";
import { at, mustBe } from "./read.ts";
import { Refused } from "./problem.ts";

/** One step from a file version to the next. `change` gets the whole file and returns the whole file. */
export interface Migration {
  readonly from: number;
  readonly change: (file: Entries) => Entries;
}

/** Every step there has been, oldest first. A new file version is one line here. */
export const migrations: readonly Migration[] = [];

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
