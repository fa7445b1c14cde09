/** A chance in three points, as people give it: lowest plausible, best guess, highest plausible; 0..1, in order. */
export interface ThreePoint {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** The sureness that intervals are brought to before they are compared. */
export const STANDARD_SURENESS = 0.8;

/**
 * An interval given with one sureness as it would be with another: L' = B − (B − L)·S/C, U' = B + (U − B)·S/C,
 * clipped to 0..1. Source: linear extrapolation of the IDEA protocol, Hemming et al. 2018.
 * @param sureness C in (0, 1]: how sure the person was that the truth lies inside
 */
export function standardised(
  { low, best, high }: ThreePoint,
  sureness: number,
  target = STANDARD_SURENESS,
): ThreePoint {
  const stretch = target / sureness;
  return {
    low: Math.max(0, best - (best - low) * stretch),
    best,
    high: Math.min(1, best + (high - best) * stretch),
  };
}
