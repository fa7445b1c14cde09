/**
 * Text measured without a page, so that a map has the same layout on screen, in a test and in an export,
 * and keeps it while fonts load.
 */

/** Advance widths of ASCII 32..126 in thousandths of an em: Inter at weight 580, measured. */
const ADVANCES = [
  255, 318, 517, 643, 649, 1002, 661, 323, 372, 372, 536, 672, 315, 465, 315, 377, 657, 421, 622, 634, 664,
  610, 638, 575, 638, 638, 315, 327, 672, 672, 672, 540, 996, 724, 659, 736, 722, 605, 588, 749, 746, 276,
  579, 700, 565, 920, 759, 768, 645, 772, 651, 649, 659, 737, 724, 1017, 716, 710, 650, 372, 377, 372, 480,
  468, 348, 573, 623, 582, 623, 591, 387, 625, 610, 260, 260, 567, 260, 898, 610, 608, 623, 623, 395, 547,
  351, 610, 584, 837, 566, 586, 564, 452, 356, 452, 672,
];
const OTHER_LETTER = 640;
const WIDE_LETTER = 1000;
/** Ideographs, kana, Hangul and full-width forms fill the em. */
const FIRST_WIDE = 0x2e80;

/** Font sizes in px: names, and everything smaller. */
export interface Type {
  readonly name: number;
  readonly small: number;
}

/** Width of a line in px at a font size in px; letters outside ASCII are estimated. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    thousandths += ADVANCES[code - 32] ?? (code >= FIRST_WIDE ? WIDE_LETTER : OTHER_LETTER);
  }
  return (thousandths * size) / 1000;
}

/** The two lines of a name whose longer one is shortest; one line where the name is a single word. */
export function halves(text: string): readonly string[] {
  const words = text.split(" ").filter((word) => word !== "");
  let best: readonly string[] = [words.join(" ")];
  let narrowest = Infinity;
  for (let cut = 1; cut < words.length; cut++) {
    const lines = [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
    const widest = Math.max(...lines.map((line) => textWidth(line, 1)));
    if (widest < narrowest) [best, narrowest] = [lines, widest];
  }
  return best;
}

/** A name in at most `limit` lines (1 or 2) no wider than `room` px; what does not fit ends in an ellipsis. */
export function wrap(text: string, room: number, size: number, limit: 1 | 2): readonly string[] {
  if (limit === 1 || textWidth(text, size) <= room) return [cut(text, room, size)];
  return halves(text).map((line) => cut(line, room, size));
}

function cut(line: string, room: number, size: number): string {
  if (textWidth(line, size) <= room) return line;
  let kept = line;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > room) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
