import { at, entries, type Field, keep, number, oneOf } from "./read.ts";
import { given, list, text } from "./text.ts";

/** Kinds of steps, for filtering. `folded` stands for many that are no longer kept one by one. */
export const STEP_KINDS = ["settings", "evidence", "judgement", "case", "undo", "redo", "folded"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step of the audit trail: what was done, when, and what stood there before and after, in words. */
export interface TrailEntry {
  /** ISO time by the clock of the machine it was done on; clocks differ, so order is that of the list. */
  readonly time: string;
  readonly kind: StepKind;
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** Name of the scenario it was done in. */
  readonly scenario?: string;
  /** Folded: how many steps this line stands for. */
  readonly count?: number;
}

/** Steps kept one by one. */
export const MOST_ENTRIES = 1000;

/** How many steps a trail stands for. */
export const stepsIn = (trail: readonly TrailEntry[]): number =>
  trail.reduce((sum, { count = 1 }) => sum + count, 0);

/** A trail of bounded length: the oldest steps become one line that says how many they were and from when to when. */
export function folded(trail: readonly TrailEntry[], most = MOST_ENTRIES): readonly TrailEntry[] {
  if (trail.length <= most) return trail;
  const old = trail.slice(0, trail.length - most + 1);
  const count = stepsIn(old);
  const [first, last] = [old[0]!, old.at(-1)!];
  // A line folded before keeps its first day.
  const from = first.kind === "folded" ? (first.before ?? first.time) : first.time;
  return [
    {
      time: last.time,
      kind: "folded",
      label: `${count} earlier steps, kept as this line`,
      before: from,
      after: last.time,
      count,
    },
    ...trail.slice(old.length),
  ];
}

const natural = (field: Field) =>
  number(field, "a whole number above 0", (x) => Number.isSafeInteger(x) && x > 0);

/** @throws Refused */
export const readTrail = (field: Field): TrailEntry[] =>
  list(field, (entry) =>
    keep<TrailEntry>(entries(entry, ["before", "after", "scenario", "count"]), {
      time: text(at(entry, "time")),
      kind: oneOf(at(entry, "kind"), STEP_KINDS),
      label: text(at(entry, "label")),
      ...given<Pick<TrailEntry, "before" | "after" | "scenario" | "count">>(entry, {
        before: text,
        after: text,
        scenario: text,
        count: natural,
      }),
    }),
  );
