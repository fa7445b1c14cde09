import { canonical, sha256 } from "../case/hash.ts";
import type { GroupAnswer, GroupRequest } from "../group/answer.ts";
import { bestWorstShares } from "../group/best-worst.ts";
import { type Concordance, concordance } from "../group/concordance.ts";
import { comparisonTable, pairwiseShares } from "../group/pairwise.ts";
import { rankShares } from "../group/ranking.ts";
import { ranksOf } from "../group/shares.ts";
import { type Spread, spreadOf } from "../group/spread.ts";
import { type Stability, stability } from "../group/stability.ts";
import type { RoundView } from "./view.ts";
import type { Id, Movers, Response, Setup, WeightAnswer } from "./types.ts";

/* What a closed round says. All of it can be worked out again from the log; only a summary is stored, with a hash. */

/** Points by factor, ≥ 0, that a person's judgements come to, by the rule of their method. */
export function pointsOf(weights: WeightAnswer, factors: readonly Id[]): Record<Id, number> {
  const named = (values: readonly number[]) => Object.fromEntries(factors.map((id, i) => [id, values[i]!]));
  const at = (id: Id) => factors.indexOf(id);
  switch (weights.method) {
    case "swing":
    case "points":
    case "slider":
      return named(factors.map((id) => weights.raw[id] ?? 0));
    case "rank":
      return named(rankShares(factors.map((id) => weights.order.indexOf(id) + 1)).map((x) => 100 * x));
    case "bestWorst": {
      const { shares } = bestWorstShares({
        best: at(weights.best),
        worst: at(weights.worst),
        bestToOthers: factors.map((id) => weights.bestTo[id]!),
        othersToWorst: factors.map((id) => weights.toWorst[id]!),
      });
      return named(shares.map((x) => 100 * x));
    }
    case "pairs": {
      const pairs = weights.pairs.map(([a, b, times]): [number, number, number] => [at(a), at(b), times]);
      const { shares } = pairwiseShares(comparisonTable(factors.length, pairs));
      return named(shares.map((x) => 100 * x));
    }
    default:
      return weights satisfies never;
  }
}

const idsOf = ({ factors }: Pick<Setup, "factors">): Id[] => factors.map(({ id }) => id);

/** Answers of a closed round in the order of its people; none while it is open. */
export const answersOf = (round: RoundView): readonly Response[] => [...(round.answers?.values() ?? [])];

/** What the model is asked about a closed round of weights; null before it is closed, and where nobody answered. */
export function groupRequest(setup: Setup, round: RoundView): GroupRequest | null {
  const people = answersOf(round).flatMap(({ weights }) =>
    weights ? [pointsOf(weights, idsOf(setup))] : [],
  );
  return round.kind === "weights" && people.length > 0
    ? { factors: idsOf(setup), people, pool: "oddsMean", seed: setup.seed }
    : null;
}

/** How far the room is apart on one factor, in weights of 0..10. */
export interface FactorSpread {
  readonly id: Id;
  /** By person, in the order of the round. */
  readonly weights: readonly number[];
  readonly spread: Spread;
  /** A middle half this wide is a split room; null of too few people to tell. */
  readonly split: boolean | null;
}

/** Width of the middle half, in weights, from which a room is called split. */
export const SPLIT = 3;

/** Factors by how far the room is apart on them, the widest first; on a tie in the order asked. */
export function widestFirst(setup: Setup, answer: GroupAnswer): FactorSpread[] {
  return idsOf(setup)
    .map((id) => {
      const weights = answer.people.map((one) => one.weights[id]!);
      const spread = spreadOf(weights);
      return { id, weights, spread, split: halfOf(spread) && spread.iqr >= SPLIT };
    })
    .sort((a, b) => b.spread.iqr - a.spread.iqr || b.spread.sd - a.spread.sd);
}

/** How far people put the factors in the same order; null for fewer than two of either. */
export function agreement(setup: Setup, round: RoundView): Concordance | null {
  const request = groupRequest(setup, round);
  if (!request || request.people.length < 2 || request.factors.length < 2) return null;
  const ranks = request.people.map((points) => ranksOf(request.factors.map((id) => points[id]!)));
  return concordance(ranks, setup.seed);
}

/** What people said before any model, against what their own weights say, by person. */
export interface GutGap {
  readonly person: Id;
  readonly gut: number;
  readonly own: number;
}

export function gutGaps(round: RoundView, answer: GroupAnswer, horizon: Id): GutGap[] {
  return [...(round.answers ?? [])].flatMap(([person, { estimates }], i) => {
    const gut = estimates.find(({ question }) => question === horizon)?.best;
    const own = answer.people[i]?.breaks[horizon];
    return gut === undefined || own === undefined ? [] : [{ person, gut, own }];
  });
}

/** Everybody's best guesses of one question. */
export const bestGuesses = (round: RoundView, question: Id): number[] =>
  answersOf(round).flatMap(({ estimates }) =>
    estimates.flatMap((one) => (one.question === question ? [one.best] : [])),
  );

/** How one chance moved between two rounds, for those who answered both. */
export interface Move {
  readonly person: Id;
  readonly from: number;
  readonly to: number;
}

/** A closed round and what its answers say. */
export interface Answered {
  readonly round: RoundView;
  readonly answer: GroupAnswer;
}

/** `stability` is null of too few people to tell. */
export function moves(
  first: Answered,
  second: Answered,
  horizon: Id,
): { readonly moves: readonly Move[]; readonly stability: Stability | null } {
  const places = new Map([...(second.round.answers?.keys() ?? [])].map((id, i) => [id, i]));
  const both = [...(first.round.answers?.keys() ?? [])].flatMap((person, i): Move[] => {
    const from = first.answer.people[i]?.breaks[horizon];
    const to = second.answer.people[places.get(person) ?? -1]?.breaks[horizon];
    return from === undefined || to === undefined ? [] : [{ person, from, to }];
  });
  return {
    moves: both.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)),
    stability:
      both.length >= FEWEST_DOTS
        ? stability(
            both.map(({ from }) => from),
            both.map(({ to }) => to),
          )
        : null,
  };
}

/** A move of a person that counts as one, 0..1. */
const MOVE = 0.05;

/** Of those who answered two rounds, how many moved by five points or more by their own weights. */
export const moversOf = (both: readonly Move[]): Movers => ({
  both: both.length,
  moved: both.filter(({ from, to }) => Math.abs(to - from) >= MOVE - 1e-9).length,
});

/** SHA-256 of what an aggregate is worked out from: the setup, and the answers that counted. */
export const inputsHash = (setup: Setup, round: RoundView): string =>
  sha256(canonical([setup, [...(round.answers ?? [])]]));

/** Fewest people for whom single answers may be shown or written down, unless the room agreed to names. */
export const FEWEST_ROWS = 5;
/** Fewest answers that are drawn as dots, and of which a middle half or a band is told: of two or three it is made of single answers. */
export const FEWEST_DOTS = 4;
/** The middle half of answers; null of too few. */
export const halfOf = ({ n, quartiles: [low, , high] }: Spread): readonly [number, number] | null =>
  n < FEWEST_DOTS ? null : [low, high];
/** Answers on one axis, in no order of people; of too few only their middle. */
export interface Strip {
  readonly dots: readonly number[] | null;
  readonly middle: number;
  readonly half: readonly [low: number, high: number] | null;
}

export function stripOf(values: readonly number[]): Strip {
  const spread = spreadOf(values);
  return {
    dots: values.length < FEWEST_DOTS ? null : values.toSorted((a, b) => a - b),
    middle: spread.quartiles[1],
    half: halfOf(spread),
  };
}

/** Whether single answers may be told: a line per person, and what they could be reckoned from. */
export const mayListPeople = ({ anonymity }: Pick<Setup, "anonymity">, people: number): boolean =>
  anonymity === "named" || people >= FEWEST_ROWS;

/** Whether quarters and ends may stand in a table. */
export const mayTellSpread = (setup: Pick<Setup, "anonymity">, people: number): boolean =>
  mayListPeople(setup, people) && people >= FEWEST_DOTS;

type Separated = NonNullable<GroupAnswer["horizons"][string]["camps"]>;
/** What separates two camps most; nothing where the middle of one would be single people’s weights. */
export const separatedBy = (
  { anonymity }: Pick<Setup, "anonymity">,
  { people, by }: Separated,
): Separated["by"] =>
  anonymity === "named" || people.every((camp) => camp.length >= FEWEST_DOTS) ? by.slice(0, 2) : [];
