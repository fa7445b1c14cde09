/** Messages whose largest entry is below this are scaled: rarely reached. */
export const SMALL = 1e-20;
/**
 * As long as every positive entry of tables, messages and likelihoods is above this, no product of three of them ends
 * as 0: a 0 then means impossible.
 */
export const FLOOR = 1e-100;

function largestOf(values: Float64Array, at: number, size: number): number {
  let largest = 0;
  for (let i = at; i < at + size; i++) if (values[i]! > largest) largest = values[i]!;
  return largest;
}

/**
 * Scales a small tensor so that its largest entry is 1; one that is all 0 stays so.
 * @returns the natural logarithm of what it was divided by; 0 where it was left alone
 */
export function rescale(values: Float64Array, at: number, size: number): number {
  const largest = largestOf(values, at, size);
  if (largest === 0 || largest >= SMALL) return 0;
  for (let i = at; i < at + size; i++) values[i]! /= largest;
  return Math.log(largest);
}
