/** Tables as text files that spreadsheets open: RFC 4180, lines ended by CR LF. */

export type Cell = string | number;

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a reader has to know to use the numbers, name and value; stands below them. */
export type Metadata = readonly (readonly [string, Cell])[];

/**
 * A spreadsheet takes a cell that begins like this for a formula and runs it; an apostrophe in front makes it text.
 * Numbers are written as numbers, so −3 stays one.
 */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly Cell[]) => cells.map(cell).join(",") + "\r\n";

/**
 * The table, an empty line, and the metadata in two columns.
 * `bom`: starts with a byte order mark, which old spreadsheets want before they believe in UTF-8.
 */
export function toCsv({ columns, rows }: CsvTable, metadata: Metadata = [], { bom = false } = {}): string {
  const below = metadata.length ? "\r\n" + metadata.map(line).join("") : "";
  return (bom ? "\ufeff" : "") + line(columns) + rows.map(line).join("") + below;
}
