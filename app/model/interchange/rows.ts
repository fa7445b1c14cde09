import { ROW_TOLERANCE } from "../network/network.ts";
import { shown } from "../case/problem.ts";
import type { Family, Table } from "./draft.ts";
import { refuse } from "./refusal.ts";

/**
 * Divides each row by its sum, in place. A row that already adds up to 1 within the rounding of such a division is
 * left alone, so that a table written and read again is the same to the last bit.
 *
 * @returns the largest distance of a row's sum from 1 among those that were divided; 0 when none was.
 * @throws Refused naming the row when a sum is further from 1 than ROW_TOLERANCE.
 */
export function normaliseRows(table: Table, family: Family, tablePlace: string): number {
  const { p } = table;
  const n = family.states.length;
  const rounding = n * Number.EPSILON;
  let furthest = 0;
  for (let row = 0, at = 0; row < family.rows; row++, at += n) {
    let sum = 0;
    for (let k = at; k < at + n; k++) sum += p[k]!;
    const off = Math.abs(sum - 1);
    if (off <= rounding) continue;
    if (!(off <= ROW_TOLERANCE)) {
      const which =
        family.axes.length > 0
          ? `The row ${rowName(family, row)} of ${family.name}`
          : `The table of ${family.name}`;
      refuse(
        `${which} at ${table.rowPlace?.(row) ?? tablePlace} adds up to ${sum} and not to 1; correct its entries.`,
      );
    }
    for (let k = at; k < at + n; k++) p[k]! /= sum;
    furthest = Math.max(furthest, off);
  }
  return furthest;
}

/** A row as its parents' states in brackets: ("yes", "no"); the middle of a long list is left out. */
function rowName(family: Family, row: number): string {
  const names: string[] = [];
  let rest = row;
  for (const states of family.axes.toReversed()) {
    names.unshift(shown(states[rest % states.length]));
    rest = Math.floor(rest / states.length);
  }
  return `(${(names.length > 6 ? [...names.slice(0, 3), "…", ...names.slice(-2)] : names).join(", ")})`;
}
