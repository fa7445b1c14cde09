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
