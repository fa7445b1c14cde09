/** The few special functions that fits and tests of the workshop need. */
import { erfc } from "../ranked/erfc.ts";

export const logit = (p: number): number => Math.log(p / (1 - p));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** P(Z ≤ z) of a standard normal. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/**
 * The z below which a standard normal lies with chance p in (0, 1).
 * Source: starting value of Abramowitz and Stegun 26.2.23 (4.5e-4), then Halley's steps to double precision.
 */
export function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const far =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  let z = p < 0.5 ? -far : far;
  for (let step = 0; step < 3; step++) {
    const error = (normalCdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. Source: Lanczos 1964, g = 7, nine terms (1e-14). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (x + i), 0.99999999999980993);
  return Math.log(Math.sqrt(2 * Math.PI) * sum) + (x - 0.5) * Math.log(t) - t;
}

const TINY = 1e-300;

/** A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the method of Lentz 1976. */
function fraction(b0: number, term: (n: number) => readonly [a: number, b: number]): number {
  let value = b0 || TINY;
  let c = value;
  let d = 0;
  for (let n = 1; n < 500; n++) {
    const [a, b] = term(n);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

/** Γ(a, x) / Γ(a), the upper tail; P(χ²_k > s) is `gammaTail(k / 2, s / 2)`. */
export function gammaTail(a: number, x: number): number {
  if (!(x > 0)) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && term > sum * 1e-16; n++) sum += term *= x / (a + n);
    return 1 - scale * sum;
  }
  return scale / fraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]);
}

/** The regularised incomplete beta function: P(B ≤ x) of a beta with shapes a, b > 0. */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (!(x < 1)) return 1;
  // The fraction converges fast below the mean; above, the other tail is taken.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const term = (n: number): readonly [number, number] => {
    const m = n >> 1;
    return n % 2 === 0
      ? [(m * (b - m) * x) / ((a + n - 1) * (a + n)), 1]
      : [(-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n)), 1];
  };
  return scale / (a * fraction(1, term));
}

/** The value in low..high at which a rising function reaches `target`, by bisection to the last bit. */
export function inverse(rising: (x: number) => number, target: number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (middle <= from || middle >= to) break;
    if (rising(middle) < target) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
