/** One end of a bar: what the input is set to there, and the chance that gives. */
export interface TornadoEnd {
  /** "very high", "weight 8" */
  readonly label: string;
  /** Share; null where what was seen cannot be under this setting. */
  readonly chance: number | null;
}

export interface TornadoRow {
  readonly id: string;
  readonly label: string;
  /** The settings that give the lowest and the highest chance; the same one twice where the input moves nothing. */
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

/** How long a bar is: what it is sorted by. */
export const swingOf = ({ low, high }: TornadoRow): number =>
  low.chance === null || high.chance === null ? 0 : high.chance - low.chance;

/** The parts of a bar on either side of the case, as shares; a part that is not there is empty. */
export function partsOf(row: TornadoRow, base: number) {
  const low = row.low.chance ?? base;
  const high = row.high.chance ?? base;
  return {
    holds: [low, Math.max(low, Math.min(high, base))] as const,
    breaks: [Math.min(high, Math.max(low, base)), high] as const,
  };
}
