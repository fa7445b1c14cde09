import { fadedPrior } from "../answer/carry.ts";
import { ancestryOf, chancePlan, eventReading, switchedPrior } from "../answer/event.ts";
import { evidenceReading, idsOf, only } from "../answer/learn.ts";
import type { Model } from "../answer/model.ts";
import type { Settled } from "../answer/settle.ts";
import { STATES } from "../ranked/row.ts";
import { assumedIn, tablesAt } from "./breaks.ts";
import { forEach, part, type Work } from "./work.ts";

/** Index of a coalition of `all` among the coalitions of `some` of them: the first player's bit is the highest. */
function among(s: number, all: readonly number[], some: readonly number[]): number {
  let t = 0;
  for (const f of some) t = (t << 1) | ((s >> (all.length - 1 - all.indexOf(f))) & 1);
  return t;
}

/** Factors that bear on the event or on what was seen. */
export function playersBesideEvidence(model: Model, settled: Settled): readonly number[] {
  const seen = evidenceReading(model, settled.evidence);
  return ancestryOf(model, [model.case.outcome.event.of, ...idsOf(seen)]).factors;
}

/** What is learnt of the factors that bear on the evidence, for every coalition of them. */
interface Learnt {
  readonly factors: readonly number[];
  /** P(evidence), up to the reading's scale. [coalition] */
  readonly chance: Float64Array;
  /** P(level, evidence) in the first phase. [factor][level][coalition] */
  readonly joint: readonly (readonly Float64Array[])[];
}

/** Each root is a switch that is kept: one run for P(evidence), and one for each level of each root. */
function* learntBy(
  model: Model,
  settled: Settled,
  lowest: Settled["priors"],
  tables: readonly Float64Array[],
): Work<Learnt> {
  const seen = evidenceReading(model, settled.evidence);
  const plan = chancePlan(model, idsOf(seen), "all");
  const { factors } = plan.ancestry;
  const switched = factors.map((f) => switchedPrior(lowest[0]![f]!, settled.priors[0]![f]!));
  const each = forEach(switched, (root, i) =>
    Array.from({ length: STATES }, (_, k) => plan.run(switched.with(i, only(root, k)), tables, seen).slice()),
  );
  const joint = yield* part(each, 0, 1);
  return { factors, chance: plan.run(switched, tables, seen).slice(), joint };
}

/**
 * P(break by each horizon) for all coalitions of the factors that bear on the event or the evidence, the evidence
 * counted: [horizon][coalition]; NaN where it is impossible.
 *
 * In the first phase every root is a switch. A later phase's priors depend on the coalition through what was learnt
 * of the factors that bear on the evidence; for each coalition of these one run gives the chances for all settings
 * of the others, which stay switches. One such coalition a step.
 */
export function* valuesWithEvidence(
  model: Model,
  settled: Settled,
  lowest: Settled["priors"],
): Work<Float64Array[]> {
  const { factors: all, outcome } = model.case;
  const seen = evidenceReading(model, settled.evidence);
  const tables = settled.priors.map((_, h) => assumedIn(model, settled, h, tablesAt(model, settled)));
  const first = chancePlan(model, [outcome.event.of, ...idsOf(seen)], "all");
  const players = first.ancestry.factors;
  const switched = players.map((f) => switchedPrior(lowest[0]![f]!, settled.priors[0]![f]!));
  const together = first
    .run(switched, tables[0]!, [...eventReading(model, settled.hazard[0]!), ...seen])
    .slice();
  const learnt = yield* part(learntBy(model, settled, lowest, tables[0]!), 0, 0.2);
  const survival = together.map((chance, s) => {
    const evidence = learnt.chance[among(s, players, learnt.factors)]!;
    return evidence > 0 ? 1 - chance / evidence : NaN;
  });
  const values = settled.priors.map(() => new Float64Array(together.length));
  values[0]!.set(survival.map((alive) => 1 - alive));

  const others = players.filter((f) => !learnt.factors.includes(f));
  const plan = chancePlan(model, [outcome.event.of], others);
  // chances[phase][coalition of the learnt][setting of the plan's switches]
  const chances = settled.priors.map((): Float64Array[] => []);
  const coalitions = 1 << learnt.factors.length;
  for (let t = 0; t < coalitions; t++) {
    const isIn = (i: number): boolean => ((t >> (learnt.factors.length - 1 - i)) & 1) === 1;
    for (let h = 1; h < settled.priors.length; h++) {
      const priors = plan.ancestry.factors.map((f) => {
        const i = learnt.factors.indexOf(f);
        if (i < 0) return switchedPrior(lowest[h]![f]!, settled.priors[h]![f]!);
        const from = isIn(i) ? settled.priors : lowest;
        const posterior = Float64Array.from(learnt.joint[i]!, (level) => level[t]! / learnt.chance[t]!);
        return fadedPrior(from[h]![f]!, from[0]![f]!, posterior, all[f]!.fade);
      });
      chances[h]!.push(
        learnt.chance[t]! > 0
          ? plan.run(priors, tables[h]!, eventReading(model, settled.hazard[h]!)).slice()
          : new Float64Array(1 << plan.switched.length).fill(NaN),
      );
    }
    yield { done: 0.2 + (0.8 * (t + 1)) / coalitions };
  }
  for (let h = 1; h < settled.priors.length; h++)
    for (let s = 0; s < survival.length; s++) {
      const ofLearnt = chances[h]![among(s, players, learnt.factors)]!;
      survival[s]! *= 1 - ofLearnt[among(s, players, plan.switched)]!;
      values[h]![s] = 1 - survival[s]!;
    }
  return values;
}
