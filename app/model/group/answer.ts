import { breaksUnder } from "../analysis/breaks.ts";
import { WeightedAnswer } from "../analysis/weighted-answer.ts";
import { complete, forEach, part, type Work } from "../analysis/work.ts";
import { evaluate } from "../answer/evaluate.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import { asModelled, ballotWeights, type ByFactor, swings, withBallot } from "./ballots.ts";
import { type Separation, separations, twoCamps } from "./camps.ts";
import { driversWork } from "./drivers.ts";
import { type Pool, type Pooled, pooled } from "./pools.ts";
import { sharesOf } from "./shares.ts";
import { logOddsDeviation, normalisedEntropy, type Spread, spreadOf, wordCounts } from "./spread.ts";
import { meanShares, medianShares } from "./vectors.ts";

/** What is asked about a round: everyone's points over the same factors, and how the room agreed to pool. */
export interface GroupRequest {
  readonly factors: readonly string[];
  /** [person]: points or shares by factor, ≥ 0; a factor a person left out has 0. */
  readonly people: readonly ByFactor[];
  readonly pool?: Pool;
  readonly seed?: number;
}

/** One person's weights put to the model. */
export interface PersonAnswer {
  /** 0..10, as put to the model (`ballotWeights`). */
  readonly weights: ByFactor;
  /** P(break) by horizon. */
  readonly breaks: Readonly<Record<string, number>>;
}

export interface GroupAt {
  readonly pooled: Pooled;
  readonly spread: Spread;
  readonly logOddsSd: number;
  /** People under each word of ICD 203. */
  readonly words: readonly number[];
  readonly entropy: number;
  /** Null where there are too few people to tell. */
  readonly bimodality: number | null;
  /** Only where there are two camps. */
  readonly camps?: {
    /** Places in the list of people: the lower answers, the higher answers. */
    readonly people: readonly [readonly number[], readonly number[]];
    /** What separates them, the clearest first. */
    readonly by: readonly Separation[];
  };
  readonly drivers: {
    readonly shares: ByFactor;
    readonly effects: ByFactor;
    readonly product: number;
    readonly actual: number;
    readonly coupling: number;
    readonly exact: boolean;
  };
}

/** What a round of weights says, by the model: outputs are pooled, not inputs. */
export interface GroupAnswer {
  readonly people: readonly PersonAnswer[];
  readonly horizons: Readonly<Record<string, GroupAt>>;
  /** The group model, for what-if: median shares made to sum to 1, as a ballot. Not the group's estimate. */
  readonly model: PersonAnswer & { readonly shares: ByFactor };
  /** P(break) by horizon at everybody's mean shares: pooling inputs instead of outputs, to be compared with it. */
  readonly atMeans: Readonly<Record<string, number>>;
  /** How far each asked factor swings the answer (`swings`). */
  readonly swing: ByFactor;
}

/** @throws ImpossibleEvidence where the evidence cannot be as things are set; RangeError without people */
export const groupAnswer = (theCase: Case, inputs: Inputs, request: GroupRequest): GroupAnswer =>
  complete(groupWork(theCase, inputs, request));

/** The same bit by bit. @param inputs what the workshop holds fixed: settings, assumptions, evidence, view */
export function* groupWork(theCase: Case, inputs: Inputs, request: GroupRequest): Work<GroupAnswer> {
  const { factors, people, pool = "oddsMean", seed = 1 } = request;
  if (people.length === 0) throw new RangeError("Nobody has answered yet.");
  evaluate(theCase, inputs); // impossible evidence is said at once
  const swing = swings(theCase, factors, inputs);
  const modelled = asModelled(theCase, factors);
  const answerOf = (points: ByFactor) =>
    personAnswer(theCase, inputs, ballotWeights(points, swing, modelled));
  const points = people.map((one) => Object.fromEntries(factors.map((id) => [id, one[id] ?? 0])));
  const answers = yield* part(forEach(points, answerOf), 0, 0.1);
  const named = (values: readonly number[]) => Object.fromEntries(factors.map((id, i) => [id, values[i]!]));
  const everybody = points.map((one) => sharesOf(factors.map((id) => one[id]!)));
  const shares = named(medianShares(everybody));
  const weighted = new WeightedAnswer(theCase, inputs, factors);
  const drivers = yield* part(
    driversWork(
      answers.map(({ weights }) => factors.map((id) => weights[id]!)),
      (row) => weighted.at(factors.map((id, i) => [id, row[i]!] as const)),
      theCase.horizons.length,
    ),
    0.1,
    1,
  );
  const weights = answers.map((one) => one.weights);
  const at = (horizon: string, h: number): GroupAt => {
    const chances = answers.map(({ breaks }) => breaks[horizon]!);
    const { coefficient, camps } = twoCamps(chances);
    const counts = wordCounts(chances);
    const { shares: driven, effects, product, actual, coupling, exact } = drivers[h]!;
    return {
      pooled: pooled(chances, pool, seed),
      spread: spreadOf(chances),
      logOddsSd: logOddsDeviation(chances),
      words: counts,
      entropy: normalisedEntropy(counts),
      bimodality: coefficient,
      ...(camps ? { camps: { people: camps, by: separations(camps, factors, weights) } } : {}),
      drivers: { shares: named(driven), effects: named(effects), product, actual, coupling, exact },
    };
  };
  return {
    people: answers,
    horizons: Object.fromEntries(theCase.horizons.map(({ id }, h) => [id, at(id, h)])),
    model: { shares, ...answerOf(shares) },
    atMeans: answerOf(named(meanShares(everybody))).breaks,
    swing,
  };
}

/** One person's chance of the event by each horizon, exactly. A weighting under which the evidence cannot be learns nothing. */
function personAnswer(theCase: Case, inputs: Inputs, weights: ByFactor): PersonAnswer {
  const model = modelOf(theCase);
  const settled = settle(theCase, withBallot(inputs, weights));
  const breaks = breaksUnder(model, settled) ?? breaksUnder(model, { ...settled, evidence: [] })!;
  return {
    weights,
    breaks: Object.fromEntries(theCase.horizons.map(({ id }, h) => [id, breaks[h]!])),
  };
}
