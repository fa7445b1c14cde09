import { layColumns, outcomeWidth, type RungName } from "./columns.ts";
import type { Column } from "./columns.ts";
import type { Rect } from "./curve.ts";
import { OUTCOME } from "./links.ts";
import type { Slot } from "../../../app/model/author/layout.ts";
import { spread } from "./spread.ts";
import type { MapBox, MapStructure } from "./structure.ts";
import { wrap } from "./text.ts";
import type { Type } from "./text.ts";

/** A box with its place in px; `y` is its middle. */
export interface PlacedBox extends MapBox {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Its outline, from the upper left corner. */
export const rectOf = ({ x, y, width, height }: PlacedBox): Rect => ({ x, y: y - height / 2, width, height });

export interface Geometry {
  /** Size of the drawing; larger than asked for where the boxes could not be read otherwise. */
  readonly width: number;
  readonly height: number;
  /** Between these two lines arrows may run. */
  readonly top: number;
  readonly bottom: number;
  readonly type: Type;
  /** Boxes are one line high: name and state side by side. */
  readonly compact: boolean;
  readonly columns: readonly Column[];
  readonly boxes: readonly PlacedBox[];
}

/** Room for the column captions. */
const CAPTION = 18;
const FOOT = 2;
const TALLEST = 46;
const LOWEST = 33;
const COMPACT = 24;
const BETWEEN = 6;
/** A column must leave this much room somewhere for arrows to pass; else they pass below all boxes. */
const PASSAGE = 14;
const UNDERPASS = 18;

/**
 * Px places of all boxes in a drawing of about `width` × `height`. Rows are spread evenly; boxes of one column that
 * would touch are moved apart. `words` are what else must fit: level names in the boxes, rung names on the card.
 */
export function placeGeometry(
  structure: MapStructure,
  slots: ReadonlyMap<string, Slot>,
  size: { readonly width: number; readonly height: number },
  words: { readonly levels: readonly string[]; readonly rungs: readonly RungName[] },
): Geometry {
  const rowsOf = [...slots].filter(([id]) => id !== OUTCOME).map(([, slot]) => slot.row);
  const firstRow = Math.min(0, ...rowsOf);
  const lastRow = Math.max(firstRow + 1, ...rowsOf);
  const rows = lastRow - firstRow;
  const laid = (scale: RowScale) => {
    const type: Type = scale.boxHeight >= 44 ? { name: 12.5, small: 11.5 } : { name: 12, small: 11 };
    const columns = layColumns(structure, slots, size.width, type, scale.compact, {
      levels: words.levels,
      outcome: outcomeWidth(structure, words.rungs, type),
    });
    return { ...scale, type, columns, width: endOf(columns.at(-1)) + 1 };
  };
  const asked = laid(rowScale(size.height, rows));
  // Boxes one line high need more width; where there is none either, the drawing had better grow down than sideways.
  const higher = asked.compact && asked.width > size.width ? laid(readable(size.height, rows)) : asked;
  const { boxHeight, pitch, height, compact, type, columns } = higher.width < asked.width ? higher : asked;
  const twoLines = compact ? boxHeight : boxHeight + type.name + 2;
  const last = columns.at(-1) ?? { x: 0, width: 0, nameRoom: 0 };
  const top = CAPTION;
  const yOf = (row: number) => top + 2 + boxHeight / 2 + (row - firstRow) * pitch;

  const seated = structure.boxes
    .filter(({ id }) => id !== OUTCOME)
    .map((box) => {
      const slot = slots.get(box.id) ?? { column: 0, row: 0 };
      const column = columns[slot.column] ?? last;
      const limit = compact || box.kind === "factor" ? 1 : 2;
      const lines = wrap(box.name, column.nameRoom, type.name, limit);
      return {
        ...box,
        column: slot.column,
        x: column.x,
        y: yOf(slot.row),
        width: column.width,
        height: lines.length > 1 ? twoLines : boxHeight,
        lines,
      };
    });
  const { boxes, bottom: foot } = separate(seated, top + 2, height - FOOT);
  const bottom = passable(boxes, columns.length, foot) ? foot : foot + UNDERPASS;
  const card: PlacedBox[] = structure.boxes
    .filter(({ id }) => id === OUTCOME)
    .map((box) => ({
      ...box,
      column: columns.length - 1,
      x: last.x,
      y: (top + 2 + bottom) / 2,
      width: last.width,
      height: bottom - top - 2,
      lines: [box.name],
    }));
  return {
    width: endOf(last) + 1,
    height: bottom + FOOT,
    top,
    bottom,
    type,
    compact,
    columns,
    boxes: [...boxes, ...card],
  };
}

/** Whether every column between the first and the last leaves room for an arrow to pass. */
function passable(boxes: readonly PlacedBox[], columns: number, foot: number): boolean {
  return Array.from({ length: Math.max(0, columns - 2) }, (_, i) => i + 1).every((column) => {
    const rects = boxes.filter((box) => box.column === column).map(rectOf);
    const tops = [...rects.map(({ y }) => y), foot].sort((a, b) => a - b);
    const feet = [CAPTION, ...rects.map(({ y, height }) => y + height)].sort((a, b) => a - b);
    return tops.some((top, gap) => top - (feet[gap] ?? top) >= PASSAGE);
  });
}

/** Height of a one-line-name box, distance of rows and height of the whole drawing. */
interface RowScale {
  readonly boxHeight: number;
  readonly pitch: number;
  readonly height: number;
  readonly compact: boolean;
}

/** Where rows are too many, boxes are one line high, and the drawing grows. */
function rowScale(asked: number, rows: number): RowScale {
  const fitting = (roomIn(asked) - BETWEEN * rows) / (rows + 1);
  if (fitting >= LOWEST) return spaced(asked, rows, Math.min(TALLEST, fitting), false);
  return spaced(asked, rows, COMPACT, true);
}

/** Boxes keep their two lines, however high the drawing becomes. */
const readable = (asked: number, rows: number): RowScale => spaced(asked, rows, LOWEST, false);

function spaced(asked: number, rows: number, boxHeight: number, compact: boolean): RowScale {
  const pitch = Math.max((roomIn(asked) - boxHeight) / rows, boxHeight + BETWEEN);
  return { boxHeight, pitch, height: pitch * rows + boxHeight + CAPTION + 2 + FOOT, compact };
}

const roomIn = (height: number): number => height - CAPTION - 2 - FOOT;
const endOf = (column: Column | undefined): number => (column ? column.x + column.width : 0);

/** Moves boxes of one column apart where they touch; a column that needs more room makes the drawing higher. */
function separate(
  boxes: readonly PlacedBox[],
  top: number,
  bottom: number,
): { boxes: readonly PlacedBox[]; bottom: number } {
  const columns = [...new Set(boxes.map((box) => box.column))].map((n) =>
    boxes.filter((box) => box.column === n),
  );
  const needs = columns.map((column) => column.reduce((sum, box) => sum + box.height + BETWEEN, 0));
  const lower = Math.max(bottom, top + Math.max(0, ...needs) - BETWEEN);
  const moved = new Map<string, number>();
  for (const column of columns) {
    const sorted = [...column].sort((a, b) => a.y - b.y);
    const wishes = sorted.map((box) => ({ want: box.y, size: box.height + BETWEEN }));
    const middles = spread(wishes, top - BETWEEN / 2, lower + BETWEEN / 2);
    sorted.forEach((box, i) => moved.set(box.id, middles[i] ?? box.y));
  }
  return { boxes: boxes.map((box) => ({ ...box, y: moved.get(box.id) ?? box.y })), bottom: lower };
}
