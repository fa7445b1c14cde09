import { causesOf } from "../case/structure.ts";
import { LEVELS, type Mechanism, type Rule } from "../case/types.ts";
import { STATES } from "../ranked/row.ts";
import { MechanismTable } from "../ranked/table.ts";

/** The table behind a mechanism, at the article's weights. */
export interface TableBehind {
  /** The order of the table's axes; the last one fastest. */
  readonly causes: readonly string[];
  /** Five shares that sum to 1. @param levels the level of each cause, 0..4; the middle where none is given */
  readonly at: (levels: Readonly<Record<string, number>>) => readonly number[];
  /** Whether the row was set by hand. */
  readonly isByHand: (row: number) => boolean;
  /** The number of that row. */
  readonly rowOf: (levels: Readonly<Record<string, number>>) => number;
}

const MIDDLE = 2;

export function tableBehind(mechanism: Mechanism): TableBehind {
  const made = new MechanismTable(mechanism);
  const table = made.table(() => 1);
  const rowWith: TableBehind["rowOf"] = (levels) => rowOf(made.parents.map((id) => levels[id] ?? MIDDLE));
  return {
    causes: made.parents,
    rowOf: rowWith,
    isByHand: (row) => (mechanism.table?.[row] ?? null) !== null,
    at: (levels) => {
      const row = rowWith(levels);
      return [...table.subarray(row * STATES, (row + 1) * STATES)];
    },
  };
}

/** The levels of so many causes in one row, the last cause fastest. */
export const levelsOf = (row: number, causes: number): number[] =>
  Array.from({ length: causes }, (_, axis) => Math.floor(row / STATES ** (causes - 1 - axis)) % STATES);

/** The row for these levels of the causes, the last cause fastest. */
export const rowOf = (levels: readonly number[]): number =>
  levels.reduce((row, level) => row * STATES + level, 0);

/** A mechanism's rows set by hand with one more set, or given back to the rule (`p` null): for `setTable`. */
export function withRow(
  { rule, table }: Pick<Mechanism, "rule" | "table">,
  row: number,
  p: readonly number[] | null,
): readonly (readonly number[] | null)[] | null {
  const rows = table ?? new Array<null>(LEVELS.length ** causesOf({ rule }).length).fill(null);
  const next = rows.with(row, p);
  return next.every((one) => one === null) ? null : next;
}

/**
 * Rows set by hand once the rule is another: in the order of its causes where they are the same ones, and none where
 * they are not, for nobody said what should stand there then.
 */
export function tableUnder(
  { rule: before, table }: Pick<Mechanism, "rule" | "table">,
  rule: Rule,
): Mechanism["table"] {
  if (table === undefined) return undefined;
  const [old, now] = [causesOf({ rule: before }), causesOf({ rule })];
  if (old.length !== now.length || !old.every((id) => now.includes(id))) return undefined;
  if (old.every((id, i) => id === now[i])) return table;
  return table.map((_, row) => {
    const levels = levelsOf(row, now.length);
    return table[rowOf(old.map((id) => levels[now.indexOf(id)]!))] ?? null;
  });
}
