import { causesOf } from "../case/structure.ts";
import { type Case, LEVELS, type Mechanism, type Rule } from "../case/types.ts";
import { meanOf, STATES } from "../ranked/row.ts";
import { MechanismTable } from "../ranked/table.ts";

export interface TableRow {
  /** The level of each cause, 0..4, in the order of the table's causes. */
  readonly levels: readonly number[];
  /** Five shares that sum to 1: as set by hand, else as the rule has it. */
  readonly p: readonly number[];
  /** Expected level on the unit scale. */
  readonly mean: number;
  /** What the rule alone says. */
  readonly rule: readonly number[];
  readonly byHand: boolean;
}

/** The table behind a part of the argument, at the article's weights. A factor has one row for each horizon's state. */
export interface TableBehind {
  readonly causes: readonly string[];
  /** The last cause fastest. */
  readonly rows: readonly TableRow[];
}

/** The table behind a mechanism; undefined where the case has no such mechanism. */
export function tableBehind({ mechanisms }: Case, id: string): TableBehind | undefined {
  const mechanism = mechanisms.find((one) => one.id === id);
  if (mechanism === undefined) return undefined;
  const { table: byHand, ...plain } = mechanism;
  const [own, rule] = [new MechanismTable(mechanism), new MechanismTable(plain)].map((one) =>
    one.table(() => 1),
  );
  const causes = causesOf(mechanism);
  const at = (table: Float64Array, row: number) =>
    Array.from(table.subarray(row * STATES, (row + 1) * STATES));
  return {
    causes,
    rows: Array.from({ length: STATES ** causes.length }, (_, row) => ({
      levels: levelsOf(row, causes.length),
      p: at(own!, row),
      mean: meanOf(own!, row * STATES),
      rule: at(rule!, row),
      byHand: (byHand?.[row] ?? null) !== null,
    })),
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

/** Shares that sum to 1 where the author's do not quite: each keeps its part. Undefined where all are 0 or one is below. */
export function normalised(p: readonly number[]): number[] | undefined {
  const total = p.reduce((sum, one) => sum + one, 0);
  return total > 0 && total < Infinity && p.every((one) => one >= 0)
    ? p.map((one) => one / total)
    : undefined;
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
