import { evaluate } from "../answer/evaluate.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { type Evidence, type Settled, settle, viewShare } from "../answer/settle.ts";
import { levelAt } from "../case/settings.ts";
import type { Case, Inputs } from "../case/types.ts";
import { uniform } from "../random/generator.ts";
import { breaksUnder } from "./breaks.ts";
import { averageGains, mirroredOrders } from "./orders.ts";
import type { ChangePoints, Comparison, ComparisonAt } from "./shapes.ts";
import { shapleyValues } from "./shapley.ts";
import { strainUnder } from "./strain.ts";
import { complete, part, type Work } from "./work.ts";

/** One input in which the two differ. */
type Player = Pick<ChangePoints, "input" | "id">;

/** With more changed inputs than this, orders are sampled: 2¹² coalitions take a second or two. */
const MOST_EXACT = 12;
/** Sampled orders, each with its reverse. */
const ORDER_PAIRS = 60;
const SEED = 1;

/**
 * The difference between two sets of inputs to one case, shared out among the inputs that differ: Shapley values over
 * one player per factor's levels, weight and mechanism's assumption; all evidence is one player, the view is one.
 * v(S) = P(break) with the inputs in S as in `to` and the others as in `from`; where the evidence that holds in a
 * coalition is impossible there, that coalition ignores it. The same for open strain at the first horizon. from + Σ points = to at every horizon. Ranges are no
 * input to the answer. Exact up to twelve changes; beyond, an average over seeded random orders, which sums as exactly.
 * @throws ImpossibleEvidence where the evidence of either cannot be
 */
export function compare(theCase: Case, from: Inputs, to: Inputs): Comparison {
  return complete(compareWork(theCase, from, to));
}

/** The same, one coalition or one random order a step. */
export function* compareWork(theCase: Case, from: Inputs, to: Inputs): Work<Comparison> {
  const model = modelOf(theCase);
  evaluate(theCase, from);
  evaluate(theCase, to);
  const [a, b] = [settle(theCase, from), settle(theCase, to)];
  const players = changedInputs(theCase, from, to, a, b);
  const value = (members: ReadonlySet<number>) => {
    const isIn = (input: Player["input"], id: string) =>
      members.has(players.findIndex((player) => player.input === input && player.id === id));
    return valueOf(model, mixed(theCase, a, b, isIn));
  };
  const everyone = new Set(players.keys());
  const isExact = players.length <= MOST_EXACT;
  const points = yield* part(
    isExact
      ? exactPoints(players.length, value)
      : averageGains(
          players.length,
          mirroredOrders(players.length, ORDER_PAIRS, uniform(SEED, players.length)),
          value,
        ),
    0,
    1,
  );
  const [start, end] = [value(new Set()), value(everyone)];
  const at = (v: number): ComparisonAt => ({
    from: start[v]!,
    to: end[v]!,
    changes: players.map((player, i) => ({ ...player, points: points[v]?.[i] ?? 0 })),
  });
  const strain = theCase.horizons.length;
  return {
    horizons: Object.fromEntries(theCase.horizons.map(({ id }, h) => [id, at(h)])),
    ...(start.length > strain ? { strainNow: at(strain) } : {}),
    ...(isExact ? {} : { orders: 2 * ORDER_PAIRS }),
  };
}

/** What differs, in the order of the case: levels, weights, assumptions, then evidence and view. */
function changedInputs(theCase: Case, from: Inputs, to: Inputs, a: Settled, b: Settled): Player[] {
  const { factors, mechanisms, horizons } = theCase;
  const isSetOtherwise = (factor: string) =>
    horizons.some(({ id }) => levelAt(theCase, from, factor, id) !== levelAt(theCase, to, factor, id));
  const isAssumedOtherwise = (m: number) => a.assumed.some((levels, h) => levels[m]! !== b.assumed[h]![m]!);
  const players = (input: Player["input"], ids: readonly string[]): Player[] =>
    ids.map((id) => ({ input, id }));
  const idsOf = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id);
  return [
    ...players("set", idsOf(factors).filter(isSetOtherwise)),
    ...players(
      "weights",
      idsOf(factors).filter((id) => a.ratio(id) !== b.ratio(id)),
    ),
    ...players("assume", idsOf(mechanisms.filter((_, m) => isAssumedOtherwise(m)))),
    ...players("evidence", isSameEvidence(a.evidence, b.evidence) ? [] : ["evidence"]),
    ...players("view", viewShare(from.view) === viewShare(to.view) ? [] : ["view"]),
  ];
}

/** The same things seen, equally firmly, in any order. */
function isSameEvidence(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  const isAmong = (one: Evidence, others: readonly Evidence[]) =>
    others.some(({ id, likelihood }) => id === one.id && likelihood.every((p, k) => p === one.likelihood[k]));
  return a.length === b.length && a.every((one) => isAmong(one, b)) && b.every((one) => isAmong(one, a));
}

/** Inputs that are in the coalition from b, the others from a. What does not differ may come from either. */
function mixed(
  { factors, mechanisms }: Case,
  a: Settled,
  b: Settled,
  isIn: (input: Player["input"], id: string) => boolean,
): Settled {
  const byPart = <T>(
    input: Player["input"],
    parts: readonly { readonly id: string }[],
    ofA: readonly (readonly T[])[],
    ofB: readonly (readonly T[])[],
  ) => {
    const chosen = parts.map(({ id }) => isIn(input, id));
    return ofA.map((phase, h) => phase.map((one, i) => (chosen[i] ? ofB[h]![i]! : one)));
  };
  const weighted = new Map(factors.map(({ id }) => [id, (isIn("weights", id) ? b : a).ratio(id)]));
  return {
    ratio: (id) => weighted.get(id) ?? 1,
    priors: byPart("set", factors, a.priors, b.priors),
    assumed: byPart("assume", mechanisms, a.assumed, b.assumed),
    evidence: (isIn("evidence", "evidence") ? b : a).evidence,
    hazard: (isIn("view", "view") ? b : a).hazard,
  };
}

/** P(break) at every horizon, then open strain at the first, where the case has such a rung. */
function valueOf(model: Model, settled: Settled): readonly number[] {
  const breaks = breaksUnder(model, settled);
  if (breaks === null) return valueOf(model, { ...settled, evidence: [] });
  const strain = strainUnder(model, settled);
  return strain === null ? breaks : [...breaks, strain];
}

/** Shapley values from all coalitions: [question][player]. */
function* exactPoints(
  players: number,
  value: (members: ReadonlySet<number>) => readonly number[],
): Work<number[][]> {
  const coalitions: (readonly number[])[] = [];
  for (let s = 0; s < 1 << players; s++) {
    // The first player's bit is the highest.
    const members = Array.from({ length: players }, (_, i) => i).filter((i) => (s >> (players - 1 - i)) & 1);
    coalitions.push(value(new Set(members)));
    yield { done: (s + 1) / (1 << players) };
  }
  return coalitions[0]!.map((_, question) =>
    shapleyValues(
      coalitions.map((values) => values[question]!),
      players,
    ),
  );
}
