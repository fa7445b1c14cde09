import { bimodality, medianOf, meanOf, TWO_SUMMITS } from "./spread.ts";

/** Two groups of people by what they answered: places in the list, those with the lower answers first. */
export type Camps = readonly [readonly number[], readonly number[]];

/** Whether one list of answers looks like two, and how it would part. */
export interface TwoCamps {
  /** Null where there are too few answers to tell. */
  readonly coefficient: number | null;
  /** Absent where there are not two camps. */
  readonly camps?: Camps;
}

/** Camps whose medians are closer than this have nothing to argue about. */
export const APART = 0.1;
/** Share of the spread that a cut takes away where two crowds stand clear of each other; a flat crowd gives 3/4. */
const CLEAR_CUT = 0.9;

/**
 * Two camps: the answers part at the cut with the least squared distance to the camps' own means, and
 * - there are two people or more on either side (one alone is a dissent, not a camp), and ten points between them;
 * - the bimodality coefficient is above 5/9, or the cut takes nine tenths of the spread away: corrected for small
 *   samples, the coefficient alone overlooks two even camps in a room of eight.
 * @param values chances, 0..1
 */
export function twoCamps(values: readonly number[], apart = APART): TwoCamps {
  const coefficient = bimodality(values);
  if (coefficient === null) return { coefficient };
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const within = (people: readonly number[]) => {
    const mean = meanOf(people.map((i) => values[i]!));
    return people.reduce((sum, i) => sum + (values[i]! - mean) ** 2, 0);
  };
  const cuts = order.slice(1).map((_, i): Camps => [order.slice(0, i + 1), order.slice(i + 1)]);
  const cost = (camps: Camps) => within(camps[0]) + within(camps[1]);
  const camps = cuts.reduce((best, one) => (cost(one) < cost(best) ? one : best));
  const [low, high] = camps.map((camp) => medianOf(camp.map((i) => values[i]!))) as [number, number];
  const two =
    camps.every((camp) => camp.length >= 2) &&
    high - low >= apart &&
    (coefficient > TWO_SUMMITS || cost(camps) <= (1 - CLEAR_CUT) * within(order));
  return two ? { coefficient, camps } : { coefficient };
}

/** How differently two camps weigh one factor. */
export interface Separation {
  readonly factor: string;
  /** Median weights of the lower and the upper camp. */
  readonly medians: readonly [number, number];
  /** P(one of the upper camp weighs it more) − P(less), −1..1 (Cliff's delta 1993). */
  readonly delta: number;
}

/**
 * What separates the camps: factors with the clearest difference first, on a tie the larger one.
 * @param weights [person] of weights by factor
 */
export function separations(
  camps: Camps,
  factors: readonly string[],
  weights: readonly Readonly<Record<string, number>>[],
): Separation[] {
  return factors
    .map((factor): Separation => {
      const [low, high] = camps.map((camp) => camp.map((i) => weights[i]![factor] ?? 0)) as [
        number[],
        number[],
      ];
      const signs = high.flatMap((h) => low.map((l) => Math.sign(h - l)));
      return { factor, medians: [medianOf(low), medianOf(high)], delta: meanOf(signs) };
    })
    .sort(
      (a, b) =>
        Math.abs(b.delta) - Math.abs(a.delta) ||
        Math.abs(b.medians[1] - b.medians[0]) - Math.abs(a.medians[1] - a.medians[0]),
    );
}
