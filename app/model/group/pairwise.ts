import { type Shares, sharesOf } from "./shares.ts";

/** More pairs than six factors give tire people: 15 are many, 28 are no answers any more. */
export const MOST_PAIRED = 6;
/** Above this a person's comparisons contradict each other too much to be taken as they are. */
export const ACCEPTED_RATIO = 0.1;
/** Mean consistency index of random judgements by number of factors (Saaty 1980). */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

export interface Pairwise {
  readonly shares: Shares;
  readonly lambdaMax: number;
  /** (λ − n) / (n − 1). */
  readonly consistencyIndex: number;
  /** Index over that of random judgements; 0 for fewer than three factors. */
  readonly consistencyRatio: number;
  /** The geometric one (Aguarón and Moreno-Jiménez 2003). */
  readonly geometricIndex: number;
  readonly consistent: boolean;
}

/**
 * The whole table of comparisons from one half of it: a[i][j] says how many times as weighty i is as j.
 * @param pairs [i, j, times], times in 1/9..9; a pair that is not there counts as 1
 */
export function comparisonTable(
  n: number,
  pairs: readonly (readonly [number, number, number])[],
): number[][] {
  const table = Array.from({ length: n }, () => new Array<number>(n).fill(1));
  for (const [i, j, times] of pairs) [table[i]![j], table[j]![i]] = [times, 1 / times];
  return table;
}

/** Shares by the rows' geometric means, with how far the comparisons agree (AHP; Saaty 1980, Crawford 1985). */
export function pairwiseShares(table: readonly (readonly number[])[]): Pairwise {
  const n = table.length;
  const shares = sharesOf(table.map((row) => Math.exp(row.reduce((sum, a) => sum + Math.log(a) / n, 0))));
  const lambdaMax = largestEigenvalue(table);
  const consistencyIndex = n > 1 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0;
  const random = RANDOM_INDEX[Math.min(n, RANDOM_INDEX.length - 1)]!;
  const consistencyRatio = random > 0 ? consistencyIndex / random : 0;
  let squares = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) squares += Math.log((table[i]![j]! * shares[j]!) / shares[i]!) ** 2;
  return {
    shares,
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    geometricIndex: n > 2 ? (2 * squares) / ((n - 1) * (n - 2)) : 0,
    consistent: consistencyRatio <= ACCEPTED_RATIO,
  };
}

/** Of a table of positive numbers, by repeated multiplication (Perron's theorem: it converges). */
function largestEigenvalue(table: readonly (readonly number[])[]): number {
  let vector: readonly number[] = table.map(() => 1 / table.length);
  let lambda = 0;
  for (let step = 0; step < 10_000; step++) {
    const next = table.map((row) => row.reduce((sum, a, j) => sum + a * vector[j]!, 0));
    const sum = next.reduce((total, x) => total + x, 0);
    const far = next.reduce((most, x, i) => Math.max(most, Math.abs(x / sum - vector[i]!)), 0);
    vector = next.map((x) => x / sum);
    lambda = sum;
    if (far < 1e-15) break;
  }
  return lambda;
}
