/** Points and weights of a sum over [0, 1]. */
export interface Quadrature {
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss–Legendre quadrature on [0, 1] with n points: exact for polynomials of degree ≤ 2n − 1.
 * Roots of the Legendre polynomial by Newton's method from the usual cosine guess (Abramowitz and Stegun 25.4.29).
 */
export function gaussLegendre(n: number): Quadrature {
  const points: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 50; turn++) {
      // P(n) and P(n − 1) at x, by their recurrence.
      let [now, before] = [1, 0];
      for (let k = 1; k <= n; k++) [now, before] = [((2 * k - 1) * x * now - (k - 1) * before) / k, now];
      slope = (n * (x * now - before)) / (x * x - 1);
      const step = now / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    points.push((1 + x) / 2);
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { points, weights };
}
