import { meanOf, medianOf } from "./spread.ts";
import { type Shares, sharesOf } from "./shares.ts";

/** Several people's shares of the same factors: [person][factor]. */
export type People = readonly Shares[];

const columns = (people: People): number[][] =>
  (people[0] ?? []).map((_, f) => people.map((shares) => shares[f]!));

/** The group model's shares: each factor's median, made to sum to 1 again. */
export const medianShares = (people: People): number[] => sharesOf(columns(people).map(medianOf));

/** Each factor's mean share; sums to 1 by itself. */
export const meanShares = (people: People): number[] => columns(people).map(meanOf);

/** A share of 0 has no logarithm: it counts as one in ten thousand. */
const log = (share: number): number => Math.log(Math.max(share, 1e-4));

/** Geometric means made to sum to 1: the centre of compositions (Aitchison 1986). */
export const geometricShares = (people: People): number[] =>
  sharesOf(columns(people).map((shares) => Math.exp(meanOf(shares.map(log)))));

/** Total variance of the centred log-ratios, divided by n − 1 (Aitchison 1986): one number for how far apart people are. */
export function logRatioVariance(people: People): number {
  if (people.length < 2) return 0;
  const centred = people.map((shares) => {
    const middle = meanOf(shares.map(log));
    return shares.map((share) => log(share) - middle);
  });
  return columns(centred).reduce((sum, values) => {
    const mean = meanOf(values);
    return sum + values.reduce((squares, x) => squares + (x - mean) ** 2, 0) / (people.length - 1);
  }, 0);
}
