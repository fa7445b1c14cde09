/** A stretch of a text: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words whose full stop ends nothing. */
const ABBREVIATIONS =
  /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|ca|no|nos|p|pp|para|fig|mr|mrs|ms|dr|gen|col|lt|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|u\.n|[a-z])\.$/i;

/**
 * The sentences of a text, without the space around them. A line break always ends one; a full stop does not inside
 * a number, after an abbreviation or an initial, or before a small letter.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\n") {
      close(i);
      start = i + 1;
      continue;
    }
    if (!/[.!?…]/.test(text[i]!)) continue;
    let end = i + 1;
    while (end < text.length && /[.!?…"”’')\]]/.test(text[end]!)) end++;
    if (end < text.length && !/\s/.test(text[end]!)) continue;
    // Long enough for the longest abbreviation; the whole sentence would be read again at each of its stops.
    if (text[i] === "." && end === i + 1 && ABBREVIATIONS.test(text.slice(Math.max(start, i - 8), end)))
      continue;
    const next = text.slice(end, end + 40).trimStart();
    if (/^\p{Ll}/u.test(next) && !text.slice(end, end + 40).includes("\n")) continue;
    close(end);
    i = end - 1;
  }
  close(text.length);
  return found;
}
