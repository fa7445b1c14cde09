/** A whole ten of percent at which all chances fit. */
export const endOf = (chances: readonly number[]): number =>
  Math.min(1, Math.max(0.2, Math.ceil(Math.max(...chances) * 10 + 0.2) / 10));

/** Marks every twenty points up to the end of an axis of chances. */
export const ticksTo = (end: number) =>
  Array.from({ length: Math.round(end * 5) + 1 }, (_, i) => i / 5)
    .filter((at) => at <= end + 1e-9)
    .map((at) => ({ at, label: `${Math.round(at * 100)}${at + 0.2 > end ? "%" : ""}` }));

export const WEIGHT_TICKS = [
  { at: 0, label: "ignored" },
  { at: 5, label: "5" },
  { at: 10, label: "decisive" },
] as const;
