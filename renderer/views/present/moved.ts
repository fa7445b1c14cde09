import type { Case } from "../../../app/model/case/types.ts";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { moves, widestFirst } from "../../../app/model/session/round.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import type { RoundView } from "../../../app/model/session/view.ts";

export interface Arrow {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** What a room changed between its first round and its last: middle weights and pooled chances, never people. */
export interface Moved {
  readonly rounds: readonly [number, number];
  /** Middle weights, 0..10, the furthest moved first. */
  readonly weights: readonly Arrow[];
  /** Pooled chances, 0..1, in the order of the horizons. */
  readonly chances: readonly Arrow[];
  /** At the last horizon: of those who answered both rounds, how many moved by five points or more. */
  readonly people: { readonly both: number; readonly moved: number };
}

/** A move of a person that counts as one, 0..1. */
export const MOVE = 0.05;

interface Side {
  readonly round: RoundView;
  readonly answer: GroupAnswer;
}

export function movedBetween(setup: Setup, theCase: Case, first: Side, last: Side): Moved {
  const middle = ({ answer }: Side) =>
    new Map(widestFirst(setup, answer).map(({ id, spread }) => [id, spread.quartiles[1]]));
  const [before, after] = [middle(first), middle(last)];
  const weights = setup.factors.map(({ id, label }) => ({
    id,
    label,
    from: before.get(id) ?? 0,
    to: after.get(id) ?? 0,
  }));
  const chances = setup.chances.flatMap(({ id }) => {
    const [from, to] = [first.answer.horizons[id], last.answer.horizons[id]];
    const label = theCase.horizons.find((one) => one.id === id)?.label ?? id;
    return from && to ? [{ id, label, from: from.pooled.oddsMean, to: to.pooled.oddsMean }] : [];
  });
  const people = moves(first, last, setup.chances.at(-1)?.id ?? "").moves;
  return {
    rounds: [first.round.n, last.round.n],
    weights: weights.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
    chances,
    people: {
      both: people.length,
      moved: people.filter(({ from, to }) => Math.abs(to - from) >= MOVE - 1e-9).length,
    },
  };
}
