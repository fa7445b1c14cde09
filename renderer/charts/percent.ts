import { bandRange } from "../../app/model/words/scale.ts";

// A share as people read it, and points as they stand in a column: said once, in the model's words.
export { percentLabel as percentText, pointsLabel as signed } from "../../app/model/words/numbers.ts";

/** A given whole percentage; a rung that rounds to nothing is small, not impossible. */
export function wholePercent(percent: number): string {
  if (percent < 1) return "<1%";
  return percent > 99 ? ">99%" : `${percent}%`;
}

/** Two shares as one span of text: "41–44%", "33%", "under 2%", "over 98%". */
export function spanText(from: number, to: number): string {
  const [low, high] = [Math.round(from * 100), Math.round(to * 100)];
  if (low < 1) return `under ${Math.max(high, 1)}%`;
  if (high > 99) return `over ${Math.min(low, 99)}%`;
  return low === high ? `${low}%` : `${low}–${high}%`;
}

/** The range that belongs to an estimative word, two digits each: "01–05%". */
export function bandText({ low, high }: { readonly low: number; readonly high: number }): string {
  return bandRange({ low: Math.round(low * 100), high: Math.round(high * 100) });
}
