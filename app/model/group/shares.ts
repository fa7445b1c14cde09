/** Shares of weight: one number per asked factor, in the order asked, ≥ 0, summing to 1. */
export type Shares = readonly number[];

/**
 * Points as shares of their sum. For swing points (the top one 100, 0 no effect), a hundred points shared out, and
 * sliders of importance alike. Nothing given to anything is told apart from nothing: equal shares.
 * @param points ≥ 0
 */
export function sharesOf(points: readonly number[]): number[] {
  const sum = points.reduce((total, x) => total + x, 0);
  return points.map((x) => (sum > 0 ? x / sum : 1 / points.length));
}

/**
 * Rank numbers of values, 1 for the largest; ties share the mean of their places.
 * @param values any finite numbers
 */
export function ranksOf(values: readonly number[]): number[] {
  return values.map((x) => {
    const above = values.filter((y) => y > x).length;
    const ties = values.filter((y) => y === x).length;
    return above + (ties + 1) / 2;
  });
}
