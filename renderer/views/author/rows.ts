import { MechanismTable } from "../../../app/model/ranked/table.ts";
import { meanOf, truncatedNormalRow } from "../../../app/model/ranked/row.ts";
import { type Mechanism, LEVELS } from "../../../app/model/case/types.ts";

/** The table behind a mechanism, with the article's weights. */
export interface Rows {
  /** Its causes, in the order of the table's axes. */
  readonly parents: readonly string[];
  /** Five shares that sum to 1. @param levels the level of each cause, 0..4; the middle where none is given */
  readonly at: (levels: Readonly<Record<string, number>>) => readonly number[];
  /** The number of that row. */
  readonly rowOf: (levels: Readonly<Record<string, number>>) => number;
}

const MIDDLE = 2;

export function rowsOf(mechanism: Mechanism): Rows {
  const made = new MechanismTable(mechanism);
  const table = made.table(() => 1);
  const n = LEVELS.length;
  const rowOf: Rows["rowOf"] = (levels) =>
    made.parents.reduce((row, id) => row * n + (levels[id] ?? MIDDLE), 0);
  return {
    parents: made.parents,
    rowOf,
    at: (levels) => {
      const row = rowOf(levels);
      return [...table.subarray(row * n, row * n + n)];
    },
  };
}

/** How likely each level is of something whose middle and spread are known on the unit scale. */
export function rowOf(middle: number, spread: number): readonly number[] {
  const row = new Float64Array(LEVELS.length);
  truncatedNormalRow(middle, spread, row, 0);
  return [...row];
}

/** The middle of a distribution over the five levels, 0..100. */
export const middleOf = (p: readonly number[]): number => Math.round(meanOf(p) * 100);

/** The level that a middle from 0 to 100 lies in. */
export const levelOf = (middle: number): number => Math.min(4, Math.floor(middle / 20));
