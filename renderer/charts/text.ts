/** Room that text takes, so that labels inside one drawing can be placed, wrapped and shortened. */
export interface Font {
  /** px */
  readonly size: number;
  readonly weight?: number;
  readonly serif?: boolean;
}
/** Width in px of one line of text. */
export type Measure = (text: string, font: Font) => number;

/** Families by name, for drawings that leave the page too. */
export const SANS = '"Inter Variable", Inter, system-ui, "Segoe UI", sans-serif';
export const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif';

/** A stand-in where nothing can be drawn: a letter is a bit over half as wide as it is high. */
const guess: Measure = (text, font) => text.length * font.size * 0.55;

let pen: OffscreenCanvasRenderingContext2D | null = null;

/** Measures with the page's own fonts; falls back to a guess outside a browser. */
export const measureText: Measure = (text, font) => {
  if (typeof OffscreenCanvas === "undefined") return guess(text, font);
  pen ??= new OffscreenCanvas(1, 1).getContext("2d");
  if (!pen) return guess(text, font);
  pen.font = `${font.weight ?? 400} ${font.size}px ${font.serif ? SERIF : SANS}`;
  return pen.measureText(text).width;
};

/** The text itself where it fits into `width` px, else its longest beginning that does, with an ellipsis. */
export function fitText(text: string, font: Font, width: number, measure: Measure = measureText): string {
  if (measure(text, font) <= width) return text;
  // No letter that is seen is narrower than a pixel: a text of a million is not measured over and over.
  const letters = [...text.slice(0, Math.max(2, 2 * Math.ceil(width)))];
  const beginning = (count: number) => `${letters.slice(0, count).join("").trimEnd()}…`;
  let [fits, tooMany] = [1, letters.length + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(beginning(middle), font) <= width) fits = middle;
    else tooMany = middle;
  }
  return beginning(fits);
}

/**
 * Lines no wider than `width` px. Breaks at spaces only (a no-break space holds); a single word that is too long is
 * cut where it must be.
 */
export function wrapText(
  text: string,
  font: Font,
  width: number,
  measure: Measure = measureText,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = cutWord(word, font, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line) lines.push(line);
  return lines;
}

function cutWord(word: string, font: Font, width: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece && measure(piece + letter, font) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  pieces.push(piece);
  return pieces;
}
