import type { Cell, CellStyle, SheetChart, WriteSheet } from "hucre/xlsx";
import { legal } from "../xml.ts";
import { INK2, INK3, LINE } from "../palette.ts";

/** A formula with the value it has now: readers that do not compute show that. */
export interface Formula {
  readonly formula: string;
  readonly value: number | string;
}
export type Content = string | number | Formula | null;

const SHARE = "0.0000";
/** Where no more is known than what is shown. */
const PERCENT = "0%";
const FONT = { name: "Calibri", size: 11 } as const;
const STYLES = {
  title: { font: { ...FONT, bold: true, size: 14 } },
  head: {
    font: { ...FONT, bold: true, color: { rgb: INK2 } },
    border: { bottom: { style: "thin", color: { rgb: LINE } } },
    alignment: { wrapText: true, vertical: "bottom" },
  },
  headNumbers: {
    font: { ...FONT, bold: true, color: { rgb: INK2 } },
    border: { bottom: { style: "thin", color: { rgb: LINE } } },
    alignment: { horizontal: "right", wrapText: true, vertical: "bottom" },
  },
  headWords: {
    font: { ...FONT, bold: true, color: { rgb: INK2 } },
    border: { bottom: { style: "thin", color: { rgb: LINE } } },
    alignment: { horizontal: "left", wrapText: true, vertical: "bottom", indent: 1 },
  },
  marking: { font: { ...FONT, bold: true } },
  note: { font: { ...FONT, color: { rgb: INK3 } } },
  share: { font: FONT, numFmt: SHARE, alignment: { vertical: "top" } },
  count: { font: FONT, alignment: { vertical: "top" } },
  percent: { font: FONT, numFmt: PERCENT, alignment: { vertical: "top" } },
  total: {
    font: { ...FONT, bold: true },
    numFmt: SHARE,
    border: { top: { style: "thin", color: { rgb: INK2 } } },
  },
  /** "<1%" in a column of numbers. */
  bound: { font: FONT, alignment: { horizontal: "right", vertical: "top" } },
  plain: { font: FONT },
  words: { font: FONT, alignment: { horizontal: "left", indent: 1 } },
  label: { font: FONT, alignment: { wrapText: true, vertical: "top" } },
  wrap: { font: FONT, alignment: { horizontal: "left", wrapText: true, vertical: "top", indent: 1 } },
} as const satisfies Record<string, CellStyle>;
export type Style = keyof typeof STYLES;

/** "A", "Z", "AA": the name of a column, counted from 0. */
export function columnName(column: number): string {
  return (
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26))
  );
}
/** "B7", both counted from 0. */
export const ref = (row: number, column: number) => `${columnName(column)}${row + 1}`;
/** "B7:B12" */
export const span = (row: number, column: number, lastRow: number, lastColumn = column) =>
  `${ref(row, column)}:${ref(lastRow, lastColumn)}`;

/** One sheet being filled: cells by place, marked at its head and its foot. */
export class Grid {
  readonly name: string;
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #charts: SheetChart[] = [];
  readonly #values = new Map<string, string | number>();
  /** The first free row. */
  row = 0;

  constructor(name: string, marking: string | null, title: string) {
    this.name = name;
    if (marking !== null) this.add([marking], "marking");
    this.add([title], "title");
    this.row++;
  }

  put(row: number, column: number, content: Content, style: Style = "plain"): void {
    if (content === null) return;
    const look = { style: STYLES[style] };
    const key = `${row},${column}`;
    if (typeof content === "object") {
      const { formula, value } = content;
      this.#cells.set(key, { type: "formula", value: null, formula, formulaResult: value, ...look });
      this.#values.set(ref(row, column), value);
    } else {
      // Whatever it begins with, a text is stored as a text.
      const value = typeof content === "string" ? legal(content).slice(0, 32_000) : content;
      this.#cells.set(key, { type: typeof value === "string" ? "string" : "number", value, ...look });
      this.#values.set(ref(row, column), value);
    }
    this.row = Math.max(this.row, row + 1);
  }

  /** A row of cells below all others. @returns its number */
  add(contents: readonly Content[], style?: Style, first?: Style): number {
    const { row } = this;
    contents.forEach((content, column) =>
      this.put(row, column, content, column === 0 ? (first ?? style) : style),
    );
    this.row = row + 1;
    return row;
  }

  /** Reference to cells of this sheet from another, or from a chart. */
  range(cells: string): string {
    return `'${this.name}'!${cells.replace(/[A-Z]+|\d+/g, "$$$&")}`;
  }

  valueAt(cell: string): string | number | undefined {
    return this.#values.get(cell);
  }

  /** As it is read on screen. */
  table(): ({ readonly text: string; readonly formula?: string; readonly number: boolean } | undefined)[][] {
    const rows: ReturnType<Grid["table"]> = Array.from({ length: this.row }, () => []);
    for (const [key, { formula, formulaResult, value, style }] of this.#cells) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      const shown = formula === undefined ? value : formulaResult;
      const number = typeof shown === "number";
      const text =
        !number || (style?.numFmt !== SHARE && style?.numFmt !== PERCENT)
          ? String(shown ?? "")
          : style.numFmt === SHARE
            ? shown.toFixed(4)
            : `${Math.round(100 * shown)}%`;
      const cells = rows[row];
      if (cells)
        cells[column] = { text, number, ...(formula === undefined ? {} : { formula: `=${formula}` }) };
    }
    // Nothing is left out between cells: a table has no holes.
    return rows.map((row) => Array.from(row));
  }

  chart(chart: SheetChart): void {
    this.#charts.push(chart);
  }

  /** @param widths of the columns, in characters */
  done(marking: string | null, widths: readonly number[]): WriteSheet {
    if (marking !== null) {
      this.row += 1;
      this.add([marking], "marking");
    }
    const heights = new Map<number, { height: number }>();
    for (const [key, { value, style }] of this.#cells) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      if (!style?.alignment?.wrapText) continue;
      const height = 15 * linesIn(String(value), widths[column] ?? 10);
      if (height > (heights.get(row)?.height ?? 15)) heights.set(row, { height });
    }
    const last = Math.max(...[...this.#cells.keys()].map((key) => Number(key.split(",")[0])));
    return {
      name: this.name,
      rows: Array.from({ length: last + 1 }, () => []),
      cells: this.#cells,
      rowDefs: heights,
      columns: widths.map((width) => ({ width })),
      view: { showGridLines: false },
      pageSetup: {
        paperSize: "a4",
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: this.#charts.length > 0 ? 1 : 0,
      },
      headerFooter: furniture(marking, this.name),
      ...(this.#charts.length > 0 ? { charts: this.#charts } : {}),
    };
  }
}

/** Share of a column's characters that text of letters fills: some are wider than digits. */
const FILLED = 0.9;

/** Lines of a text that is wrapped between words, in a column of so many characters. */
function linesIn(text: string, wide: number): number {
  let [lines, at] = [1, 0];
  for (const { length } of text.split(" ")) {
    const on = at === 0 ? length : at + 1 + length;
    if (at > 0 && on > wide * FILLED) [lines, at] = [lines + 1, length];
    else at = on;
  }
  return lines;
}

/** The marking at the head and the foot of every printed page; "&" begins a code there. */
function furniture(marking: string | null, name: string): NonNullable<WriteSheet["headerFooter"]> {
  const plain = (text: string) => legal(text).replaceAll("&", "&&");
  const line = marking === null ? "" : `&C&"-,Bold"${plain(marking)}`;
  return { oddHeader: `${line}&R${plain(name)}`, oddFooter: `${line}&RPage &P of &N` };
}
