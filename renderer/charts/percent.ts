/** A share (0..1) as people read it. Never 0 or 100 %: what lies beyond the scale is said to. */
export function percentText(share: number): string {
  if (share < 0.01) return "<1%";
  if (share > 0.99) return ">99%";
  return `${Math.round(share * 100)}%`;
}

/** A given whole percentage; a rung that rounds to nothing is small, not impossible. */
export function wholePercent(percent: number): string {
  if (percent < 1) return "<1%";
  return percent > 99 ? ">99%" : `${percent}%`;
}

/** Points as they stand in a column: "+12", "−2" (a true minus sign), "±0". */
export function signed(points: number): string {
  if (points === 0) return "±0";
  return (points > 0 ? "+" : "−") + Math.abs(points);
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
  const two = (share: number) => String(Math.round(share * 100)).padStart(2, "0");
  return `${two(low)}–${two(high)}%`;
}
