import { meanOf } from "../../../app/model/ranked/row.ts";

/** The middle of a distribution over the five levels, 0..100. */
export const middleOf = (p: readonly number[]): number => Math.round(meanOf(p) * 100);

/** The level that a middle from 0 to 100 lies in. */
export const levelOf = (middle: number): number => Math.min(4, Math.floor(middle / 20));

/** Five shares with one of them changed, the others in proportion, so that they still sum to 1. */
export function withShare(p: readonly number[], k: number, share: number): readonly number[] {
  const rest = p.reduce((sum, one, i) => (i === k ? sum : sum + one), 0);
  const left = 1 - share;
  return p.map((one, i) => (i === k ? share : rest > 0 ? (one / rest) * left : left / (p.length - 1)));
}
