import { shown } from "../case/problem.ts";
import { ROW_TOLERANCE } from "../network/network.ts";
import type { Family, Table } from "./draft.ts";
import { refuse } from "./refusal.ts";

interface Values {
  /** Where the entry begins, as a position in the text. */
  readonly at: number;
  readonly values: readonly number[];
}

/** What a probability block of a BIF file says, as it stands there. */
export interface BifEntries {
  readonly parents: readonly string[];
  readonly place: string;
  readonly rows: (Values & { readonly states: readonly string[] })[];
  readonly tables: Values[];
  readonly defaults: Values[];
  readonly placeOf: (at: number) => string;
}

/**
 * The table of a probability block: its rows in any order, `default` for those that are not listed, or a whole `table`.
 *
 * @param notes receives the reading that was chosen where a whole table can be read two ways.
 */
export function bifTable(entries: BifEntries, family: Family, notes: string[]): Table {
  const { rows, tables, defaults, placeOf } = entries;
  if (tables.length + (rows.length + defaults.length > 0 ? 1 : 0) > 1 || defaults.length > 1)
    refuse(
      `The block of ${family.name} at ${entries.place} gives its table more than once; keep one "table", or rows with one "default".`,
    );
  const whole = tables[0];
  return whole
    ? { p: wholeTable(whole, entries, family, notes) }
    : tableOfRows(rows, defaults[0], family, entries.place, placeOf);
}

function tableOfRows(
  rows: BifEntries["rows"],
  otherwise: Values | undefined,
  family: Family,
  place: string,
  placeOf: (at: number) => string,
): Table {
  const n = family.states.length;
  const p = new Float64Array(family.rows * n);
  const from = new Float64Array(family.rows).fill(-1);
  const indexOf = family.axes.map((states) => new Map(states.map((state, k) => [state, k])));
  for (const row of rows) {
    const where = () => placeOf(row.at);
    if (row.states.length !== indexOf.length)
      refuse(
        `The row of ${family.name} at ${where()} names ${row.states.length} states and there are ${indexOf.length} parents; name one state per parent.`,
      );
    const r = row.states.reduce((index, state, axis) => {
      const k =
        indexOf[axis]!.get(state) ??
        refuse(
          `The row of ${family.name} at ${where()} names ${shown(state)}, which is no state of parent ${axis + 1}; correct the name.`,
        );
      return index * family.axes[axis]!.length + k;
    }, 0);
    if (from[r]! >= 0)
      refuse(
        `The row of ${family.name} at ${where()} stands already at ${placeOf(from[r]!)}; keep one of the two.`,
      );
    checkCount(row, n, family, where());
    from[r] = row.at;
    p.set(row.values, r * n);
  }
  if (otherwise) checkCount(otherwise, n, family, placeOf(otherwise.at));
  let missing = 0;
  for (let r = 0; r < family.rows; r++) {
    if (from[r]! >= 0) continue;
    if (!otherwise) missing++;
    else {
      from[r] = otherwise.at;
      for (let k = 0; k < n; k++) p[r * n + k] = otherwise.values[k]!;
    }
  }
  if (missing > 0)
    refuse(
      `The table of ${family.name} at ${place} lacks ${missing} of its ${family.rows} rows; add them, or a "default".`,
    );
  return { p, rowPlace: (r) => placeOf(from[r]!) };
}

function checkCount(entry: Values, n: number, family: Family, where: string): void {
  if (entry.values.length !== n)
    refuse(
      `The entry of ${family.name} at ${where} has ${entry.values.length} numbers and needs ${n}; write one number per state.`,
    );
}

/**
 * A whole table counts as the format has it: the last parent fastest, the variable itself slowest. Some programs
 * write the variable fastest; that reading is taken where it alone adds up.
 */
function wholeTable(
  { at, values }: Values,
  entries: BifEntries,
  family: Family,
  notes: string[],
): Float64Array {
  const n = family.states.length;
  const size = family.rows * n;
  const where = entries.placeOf(at);
  if (values.length > size)
    refuse(
      `The table of ${family.name} at ${where} has ${values.length} entries and needs ${size}; remove the surplus ones.`,
    );
  const fast = Float64Array.from(values);
  if (values.length < size)
    refuse(
      `The table of ${family.name} at ${where} has ${values.length} of the ${size} entries it needs; add the missing ones.`,
    );
  if (family.rows === 1 || n === 1) return fast;
  const slow = Float64Array.from(
    { length: size },
    (_, i) => fast[(i % n) * family.rows + Math.floor(i / n)]!,
  );
  if (!addsUp(fast, n)) return slow;
  if (!addsUp(slow, n)) {
    notes.push(
      `The table of ${family.name} was read with the variable's own states running fastest, since only so do its rows add up to 1.`,
    );
    return fast;
  }
  if (slow.some((value, i) => value !== fast[i]))
    notes.push(
      `The table of ${family.name} could be read two ways; it was read with the last parent's states running fastest.`,
    );
  return slow;
}

function addsUp(table: Float64Array, n: number): boolean {
  for (let at = 0; at < table.length; at += n) {
    let sum = 0;
    for (let k = at; k < at + n; k++) sum += table[k]!;
    if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) return false;
  }
  return true;
}
