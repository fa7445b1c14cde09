/** Numbers with the chance of each; the chances sum to 1. */
export interface Weighted {
  readonly at: readonly number[];
  readonly share: readonly number[];
}

/** Halvings that bring a root to the last bit. */
const HALVINGS = 60;

/**
 * So few points that stand for more: their mean of any polynomial of a degree below 2 · `count` is that of all. Gauss's
 * rule for these numbers, from their orthogonal polynomials (Stieltjes' procedure, Golub and Welsch 1969).
 */
export function fewer({ at, share }: Weighted, count: number): Weighted {
  if (at.length <= count) return { at, share };
  const dot = (p: readonly number[], q: readonly number[], times: readonly number[]) =>
    p.reduce((sum, x, i) => sum + share[i]! * x * q[i]! * times[i]!, 0);
  const ones = at.map(() => 1);
  // p[k + 1] = (x − alpha[k]) p[k] − beta[k] p[k − 1], at the numbers themselves.
  const [alpha, beta, norm]: [number[], number[], number[]] = [[], [], []];
  let [before, now]: readonly [readonly number[], readonly number[]] = [at.map(() => 0), ones];
  for (let k = 0; k < count; k++) {
    norm.push(dot(now, now, ones));
    alpha.push(dot(now, now, at) / norm[k]!);
    beta.push(k === 0 ? 0 : norm[k]! / norm[k - 1]!);
    [before, now] = [now, at.map((x, i) => (x - alpha[k]!) * now[i]! - beta[k]! * before[i]!)];
  }
  /** How many of the points lie below x: Sturm's count. */
  const below = (x: number): number => {
    let [negative, d] = [0, 1];
    for (let k = 0; k < count; k++) {
      d = alpha[k]! - x - beta[k]! / (d === 0 ? Number.EPSILON : d);
      if (d < 0) negative += 1;
    }
    return negative;
  };
  const [least, most] = [Math.min(...at), Math.max(...at)];
  const points = alpha.map((_, rank) => {
    let [low, high] = [least, most];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (below(middle) > rank) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  });
  const chances = points.map((x) => {
    let [last, p, sum] = [0, 1, 0];
    for (let k = 0; k < count; k++) {
      sum += p ** 2 / norm[k]!;
      [last, p] = [p, (x - alpha[k]!) * p - beta[k]! * last];
    }
    return 1 / sum;
  });
  return { at: points, share: chances };
}
