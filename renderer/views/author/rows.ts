import { rowOf as rowAt } from "../../../app/model/author/tables.ts";
import { MechanismTable } from "../../../app/model/ranked/table.ts";
import { meanOf } from "../../../app/model/ranked/row.ts";
import { LEVELS, type Mechanism } from "../../../app/model/case/types.ts";

/** The table behind a mechanism, with the article's weights. */
export interface Rows {
  /** Its causes, in the order of the table's axes. */
  readonly parents: readonly string[];
  /** Five shares that sum to 1. @param levels the level of each cause, 0..4; the middle where none is given */
  readonly at: (levels: Readonly<Record<string, number>>) => readonly number[];
  /** Whether the row was set by hand. */
  readonly isFixed: (row: number) => boolean;
  /** The number of that row. */
  readonly rowOf: (levels: Readonly<Record<string, number>>) => number;
}

const MIDDLE = 2;

export function rowsOf(mechanism: Mechanism): Rows {
  const made = new MechanismTable(mechanism);
  const table = made.table(() => 1);
  const n = LEVELS.length;
  const rowOf: Rows["rowOf"] = (levels) => rowAt(made.parents.map((id) => levels[id] ?? MIDDLE));
  return {
    parents: made.parents,
    rowOf,
    isFixed: (row) => (mechanism.table?.[row] ?? null) !== null,
    at: (levels) => {
      const row = rowOf(levels);
      return [...table.subarray(row * n, row * n + n)];
    },
  };
}

/** The middle of a distribution over the five levels, 0..100. */
export const middleOf = (p: readonly number[]): number => Math.round(meanOf(p) * 100);

/** The level that a middle from 0 to 100 lies in. */
export const levelOf = (middle: number): number => Math.min(4, Math.floor(middle / 20));

/** Five shares with one of them changed, the others in proportion, so that they still sum to 1. */
export function withShare(p: readonly number[], k: number, share: number): readonly number[] {
  const rest = p.reduce((sum, one, i) => (i === k ? sum : sum + one), 0);
  const left = 1 - share;
  return p.map((one, i) => (i === k ? share : rest > 0 ? (one / rest) * left : left / (p.length - 1)));
}
