import { deviation, meanOf, spearman, spreadOf } from "./spread.ts";

/** Below these two, another round would change little. */
export const STABLE = { meanChange: 0.03, iqrChange: 0.2 } as const;

/** What a second round did to one chance. */
export interface Stability {
  /** Mean of |second − first|, 0..1. */
  readonly meanChange: number;
  /** |IQR₂ − IQR₁| / IQR₁; 0 where both are 0, infinite where only the first is. */
  readonly iqrChange: number;
  /** Standard deviation of the second over the first; null where the first had none. */
  readonly sdRatio: number | null;
  /** Whether people keep their order; null where all said the same. */
  readonly spearman: number | null;
  /** Shown, never enforced: mean change below 3 points and IQR change below 20 %. */
  readonly stable: boolean;
}

/** @param first @param second the same people's answers in the same order, at least one */
export function stability(first: readonly number[], second: readonly number[]): Stability {
  const meanChange = meanOf(first.map((p, i) => Math.abs(second[i]! - p)));
  const [before, after] = [spreadOf(first).iqr, spreadOf(second).iqr];
  const moved = Math.abs(after - before);
  const iqrChange = moved === 0 ? 0 : moved / before;
  const sd = deviation(first);
  return {
    meanChange,
    iqrChange,
    sdRatio: sd > 0 ? deviation(second) / sd : null,
    spearman: spearman(first, second),
    stable: meanChange < STABLE.meanChange && iqrChange < STABLE.iqrChange,
  };
}
