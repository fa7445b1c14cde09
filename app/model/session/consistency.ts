import { ACCEPTED_RATIO, comparisonTable, pairwiseShares } from "../group/pairwise.ts";
import type { AskedFactor, Setup, WeightAnswer } from "./types.ts";
import type { RoundView } from "./view.ts";

/** How far a person's comparisons in pairs agree with each other. */
export interface Consistency {
  /** Consistency ratio (Saaty): 0 is full agreement, that of random comparisons is about 1. */
  readonly ratio: number;
  readonly consistent: boolean;
  /** The comparison that the others contradict most, by place in the list of pairs. */
  readonly oddest: number;
}

/** @param answer all pairs of the asked factors; null for fewer than three of them, which cannot contradict each other */
export function consistencyOf(
  { pairs }: Extract<WeightAnswer, { readonly method: "pairs" }>,
  factors: readonly Pick<AskedFactor, "id">[],
): Consistency | null {
  if (factors.length < 3) return null;
  const at = (id: string) => factors.findIndex((one) => one.id === id);
  const placed = pairs.map(([a, b, times]): [number, number, number] => [at(a), at(b), times]);
  const { shares, consistencyRatio, consistent } = pairwiseShares(comparisonTable(factors.length, placed));
  const misses = placed.map(([a, b, times]) => Math.abs(Math.log((times * shares[b]!) / shares[a]!)));
  return { ratio: consistencyRatio, consistent, oddest: misses.indexOf(Math.max(...misses)) };
}

/** "Your comparisons agree with each other (0.03; up to 0.10 is fine)." @param oddest how the oddest one reads */
export function consistencyText({ ratio, consistent }: Consistency, oddest: string): string {
  const number = `(${ratio.toFixed(2)}; up to ${ACCEPTED_RATIO.toFixed(2)} is fine)`;
  return consistent
    ? `Your comparisons agree with each other ${number}.`
    : `Your comparisons contradict each other ${number}. Look again at “${oddest}” You may also leave it.`;
}

/** How many people's comparisons of a closed round contradict each other; null where they were asked in another way. */
export function contradictions(setup: Pick<Setup, "method" | "factors">, round: RoundView): number | null {
  if (setup.method !== "pairs" || round.answers === null) return null;
  return [...round.answers.values()].filter(
    ({ weights }) =>
      weights?.method === "pairs" && consistencyOf(weights, setup.factors)?.consistent === false,
  ).length;
}
