import type { Case } from "../../../app/model/case/types.ts";
import { type Answered, moversOf, moves, widestFirst } from "../../../app/model/session/round.ts";
import type { Movers, Setup } from "../../../app/model/session/types.ts";

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
  /** At the last horizon. */
  readonly people: Movers;
}

export function movedBetween(setup: Setup, theCase: Case, first: Answered, last: Answered): Moved {
  const middle = ({ answer }: Answered) =>
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
  return {
    rounds: [first.round.n, last.round.n],
    weights: weights.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
    chances,
    people: moversOf(moves(first, last, setup.chances.at(-1)?.id ?? "").moves),
  };
}
