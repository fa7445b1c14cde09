import type { RungInfo } from "./ladder.ts";
import { fitText, measureText } from "./text.ts";
import type { Measure } from "./text.ts";

/** One thing in the legend: a swatch with its name, or (without a rung) the words "breaks:". All in px. */
export interface LegendItem {
  readonly rung: RungInfo | null;
  readonly text: string;
  readonly x: number;
  readonly line: number;
}
export interface LegendLayout {
  readonly items: readonly LegendItem[];
  readonly width: number;
  readonly lines: number;
}

export const SWATCH = 10;
export const LEGEND_LINE = 18;
const AFTER_SWATCH = 5;
const BETWEEN = 10;
/** "breaks:" stands closer to what it announces. */
const AFTER_HEAD = 7;

/** Sets the legend in as few lines of at most `room` px as it takes; `size` is the font size. */
export function layLegend(
  rungs: readonly RungInfo[],
  size: number,
  room: number,
  measure: Measure = measureText,
): LegendLayout {
  const items: LegendItem[] = [];
  let [x, line, width] = [0, 0, 0];
  const put = (rung: RungInfo | null, text: string, own: number, with_: number, after: number) => {
    if (x > 0 && x + with_ > room) [x, line] = [0, line + 1];
    items.push({ rung, text, x, line });
    width = Math.max(width, x + own);
    x += own + after;
  };
  let breaks = false;
  for (const rung of rungs) {
    const text = fitText(rung.short, { size }, Math.max(60, room - TEXT_AT), measure);
    const own = TEXT_AT + measure(text, { size });
    if (rung.happened && !breaks) {
      // The head never ends a line: it is set together with the first break rung.
      const head = measure(HEAD, { size, weight: 600 });
      put(null, HEAD, head, head + AFTER_HEAD + own, AFTER_HEAD);
      breaks = true;
    }
    put(rung, text, own, own, BETWEEN);
  }
  return { items, width, lines: line + 1 };
}

export const HEAD = "breaks:";
export const TEXT_AT = SWATCH + AFTER_SWATCH;
