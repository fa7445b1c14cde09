export interface NiceAxis {
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
}

/** Round shares around these, three to six of them: .30 .35 .40 for .33 to .38. Never outside 0..1. */
export function niceAxis(low: number, high: number): NiceAxis {
  const spread = Math.max(high - low, 0.04);
  const step = [0.01, 0.02, 0.05, 0.1, 0.2].find((one) => spread / one <= 4) ?? 0.25;
  const first = Math.max(0, Math.floor((low - spread * 0.1) / step));
  const last = Math.min(Math.round(1 / step), Math.ceil((high + spread * 0.1) / step));
  const ticks = Array.from(
    { length: last - first + 1 },
    (_, i) => Math.round((first + i) * step * 1e6) / 1e6,
  );
  return { start: ticks[0] ?? 0, end: ticks.at(-1) ?? 1, ticks };
}
