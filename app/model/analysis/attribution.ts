import { ancestryOf, chancePlan, eventReading, type Reading, switchedPrior } from "../answer/event.ts";
import { evaluate } from "../answer/evaluate.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { tablesOf } from "../answer/phase.ts";
import { rootPrior, type Settled, settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import type { Attribution, AttributionAt } from "./shapes.ts";
import { uniform } from "../random/generator.ts";
import { breaksAlong } from "./breaks.ts";
import { pointsInPhase, pointsOfMany } from "./manyFactors.ts";
import { averageGains, mirroredOrders } from "./orders.ts";
import { playersBesideEvidence, valuesWithEvidence } from "./learning.ts";
import { shapleyValues } from "./shapley.ts";
import { strainReading } from "./strain.ts";

import { complete, part, type Work } from "./work.ts";

/** More players than this and 2ⁿ coalitions are too many to go through. */
const MOST_PLAYERS = 18;
/** With no more players than this the reasons are there as soon as the answer (2¹² coalitions: some milliseconds). */
const QUICK_PLAYERS = 12;
/** Orders, in pairs of one and its reverse, that an estimate is averaged over. */
const PAIRS = 30;

/** Whether the reasons are worked out so quickly that an answer need not go before them. */
export function isQuick(theCase: Case, { observe = {}, likelihood = {} }: Inputs): boolean {
  if (Object.keys(observe).length + Object.keys(likelihood).length > 0) return false;
  return ancestryOf(modelOf(theCase), [theCase.outcome.event.of]).factors.length <= QUICK_PLAYERS;
}

/** Every factor's prior at its lowest level, per phase; spreads as set. */
function lowestPriors(theCase: Case): Float64Array[][] {
  return theCase.horizons.map((h) => theCase.factors.map((f) => rootPrior(0, f.levels[h.id]!.spread)));
}

/** A reading in one phase for all coalitions: one run, each root a two-way switch between lowest and as set. */
function coalitionChances(model: Model, settled: Settled, h: number, reading: Reading): Float64Array {
  const of = reading.map((read) => read.of);
  const plan = chancePlan(model, of, "all");
  const lowest = lowestPriors(model.case)[h]!;
  const switched = plan.ancestry.factors.map((f) => switchedPrior(lowest[f]!, settled.priors[h]![f]!));
  return plan.run(switched, tablesOf(model, settled, h), reading);
}

/**
 * P(break by each horizon) for all coalitions of the factors that matter, nothing seen. [horizon][coalition]; the
 * first factor's bit is the highest.
 */
function valuesWithoutEvidence(model: Model, settled: Settled): Float64Array[] {
  const values: Float64Array[] = [];
  let survival: Float64Array | null = null;
  settled.hazard.forEach((hazard, h) => {
    const chance = coalitionChances(model, settled, h, eventReading(model, hazard));
    const before: Float64Array = survival ?? new Float64Array(chance.length).fill(1);
    survival = before.map((alive, s) => alive * (1 - chance[s]!));
    values.push(survival.map((alive) => 1 - alive));
  });
  return values;
}

/** Points of every factor from coalition values over those that matter; the others change nothing. */
function pointsFrom(theCase: Case, values: Float64Array, matter: readonly number[]) {
  const points = shapleyValues(values, matter.length);
  return {
    start: values[0]!,
    answer: values.at(-1)!,
    points: Object.fromEntries(theCase.factors.map(({ id }, f) => [id, points[matter.indexOf(f)] ?? 0])),
  };
}

/** Spreads values over some players to values over more: those that are added change nothing. */
function spread(values: Float64Array, matter: readonly number[], players: readonly number[]): Float64Array {
  const places = matter.map((f) => players.length - 1 - players.indexOf(f));
  return new Float64Array(1 << players.length).map((_, s) => {
    let t = 0;
    for (const place of places) t = (t << 1) | ((s >> place) & 1);
    return values[t]!;
  });
}

/** The same with evidence as one more player, for too many to go through all coalitions: an average over seeded orders. */
function* estimate(model: Model, settled: Settled): Work<Attribution> {
  const { factors, horizons } = model.case;
  const lowest = lowestPriors(model.case);
  const breaks = breaksAlong(model, settled);
  const evidence = factors.length;
  const value = (members: ReadonlySet<number>): readonly number[] => {
    const priors = settled.priors.map((phase, h) =>
      phase.map((prior, f) => (members.has(f) ? prior : lowest[h]![f]!)),
    );
    return (members.has(evidence) ? breaks(priors, true) : null) ?? breaks(priors, false)!;
  };
  const players = factors.length + 1;
  const orders = mirroredOrders(players, PAIRS, uniform(1));
  const gains = yield* part(averageGains(players, orders, value), 0, 1);
  const start = value(new Set());
  const answer = value(new Set(Array.from({ length: players }, (_, i) => i)));
  return {
    orders: 2 * PAIRS,
    horizons: Object.fromEntries(
      horizons.map(({ id }, h) => [
        id,
        {
          start: start[h]!,
          answer: answer[h]!,
          points: Object.fromEntries(factors.map((factor, f) => [factor.id, gains[h]![f]!])),
          evidence: gains[h]![evidence]!,
        },
      ]),
    ),
  };
}

/**
 * Why the answer is what it is: Shapley values over the factors, and the evidence as one more player where there is
 * any. v(S) = P(break) with the factors outside S at their lowest level at every horizon; weights, assumptions and
 * view as set. start + Σ points (+ evidence) = answer at every horizon. Exact up to 18 players; for more, what cannot
 * be had exactly is averaged over `orders` seeded orders.
 * @throws ImpossibleEvidence where the evidence cannot be with everything as set
 */
export function attribution(theCase: Case, inputs: Inputs): Attribution {
  return complete(attributionWork(theCase, inputs));
}

/** The same, one coalition a step where something was seen. */
export function* attributionWork(theCase: Case, inputs: Inputs): Work<Attribution> {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  const { horizons } = theCase;
  const seen = settled.evidence.length > 0;
  const matter = ancestryOf(model, [theCase.outcome.event.of]).factors;
  if (seen) evaluate(theCase, inputs); // throws where the evidence cannot be
  if ((seen ? playersBesideEvidence(model, settled).length + 1 : matter.length) > MOST_PLAYERS)
    return yield* seen ? estimate(model, settled) : pointsOfMany(model, settled, lowestPriors(theCase));
  const plain = valuesWithoutEvidence(model, settled);
  if (!seen)
    return {
      horizons: Object.fromEntries(horizons.map(({ id }, h) => [id, pointsFrom(theCase, plain[h]!, matter)])),
    };
  const lowest = lowestPriors(theCase);
  const players = playersBesideEvidence(model, settled);
  const without = plain.map((values) => spread(values, matter, players));
  const withIt = yield* part(valuesWithEvidence(model, settled, lowest), 0, 1);
  return {
    horizons: Object.fromEntries(
      horizons.map(({ id }, h) => {
        // The evidence is the first player: its bit is the highest. Where it is impossible it is ignored.
        const values = Float64Array.from([
          ...without[h]!,
          ...withIt[h]!.map((v, s) => (Number.isNaN(v) ? without[h]![s]! : v)),
        ]);
        const [evidence, ...points] = shapleyValues(values, players.length + 1);
        return [
          id,
          {
            start: values[0]!,
            answer: values.at(-1)!,
            points: Object.fromEntries(
              theCase.factors.map((factor, f) => [factor.id, points[players.indexOf(f)] ?? 0]),
            ),
            evidence: evidence!,
          },
        ];
      }),
    ),
  };
}

/**
 * Why open strain stands where it does at the first horizon: points of the factors over all at their lowest, nothing
 * seen. Null where the case has no such rung, or where something was seen.
 */
export function strainAttribution(theCase: Case, inputs: Inputs): AttributionAt | null {
  const model = modelOf(theCase);
  const settled = settle(theCase, inputs);
  const reading = strainReading(model, settled);
  if (!reading || settled.evidence.length > 0) return null;
  const matter = ancestryOf(
    model,
    reading.map(({ of }) => of),
  ).factors;
  if (matter.length > MOST_PLAYERS) {
    const { points, ...ends } = pointsInPhase(model, settled, 0, reading, lowestPriors(theCase));
    return { ...ends, points: Object.fromEntries(theCase.factors.map(({ id }, f) => [id, points[f]!])) };
  }
  return pointsFrom(theCase, coalitionChances(model, settled, 0, reading), matter);
}
