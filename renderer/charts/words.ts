import { measureText } from "./text.ts";
import type { Measure } from "./text.ts";

/** The words under one band of the scale, in px. */
export interface BandWords {
  readonly index: number;
  readonly lines: readonly string[];
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Placed extends BandWords {
  readonly from: number;
  readonly to: number;
}

const APART = 4;
const INSET = 3;

/**
 * Words in two lines under each band, the outermost two leaning outwards. Where the scale is too short for all, the
 * active band's come first and those that would touch are left out.
 * @param inside px that no word may leave; none then leans outwards
 */
export function placeWords(
  bands: readonly { readonly label: string; readonly left: number; readonly right: number }[],
  active: number | null,
  size: number,
  measure: Measure = measureText,
  inside: readonly [left: number, right: number] | null = null,
): readonly BandWords[] {
  const place = (index: number): Placed | null => {
    const band = bands[index];
    if (!band) return null;
    const lines = twoLines(band.label);
    const width = Math.max(...lines.map((line) => measure(line, { size, weight: 650 })));
    if (inside) {
      const middle = (band.left + band.right) / 2;
      const x = Math.min(Math.max(middle, inside[0] + width / 2), inside[1] - width / 2);
      return { index, lines, x, anchor: "middle", from: x - width / 2, to: x + width / 2 };
    }
    if (index === 0) {
      const to = band.right - INSET;
      return { index, lines, x: to, anchor: "end", from: to - width, to };
    }
    if (index === bands.length - 1) {
      const from = band.left + INSET;
      return { index, lines, x: from, anchor: "start", from, to: from + width };
    }
    const x = (band.left + band.right) / 2;
    return { index, lines, x, anchor: "middle", from: x - width / 2, to: x + width / 2 };
  };
  const order = [...bands.keys()].sort((a, b) => Number(b === active) - Number(a === active));
  const placed: Placed[] = [];
  for (const index of order) {
    const words = place(index);
    if (words && placed.every((other) => words.from >= other.to + APART || words.to <= other.from - APART))
      placed.push(words);
  }
  return placed.sort((a, b) => a.index - b.index);
}

/** "almost / no chance": the first word above, the others below. */
function twoLines(label: string): readonly string[] {
  const [first = "", ...others] = label.split(" ");
  return others.length ? [first, others.join(" ")] : [first];
}
