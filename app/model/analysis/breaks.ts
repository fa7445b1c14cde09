import { type ChancePlan, chancePlan, eventReading, type Reading } from "../answer/event.ts";
import { evidenceReading, idsOf, learn } from "../answer/learn.ts";
import type { Model } from "../answer/model.ts";
import { phaseFor } from "../answer/phase.ts";
import type { Settled } from "../answer/settle.ts";
import type { Inputs, Level } from "../case/types.ts";

/** The same inputs with one factor's level set at every horizon. */
export function withLevel(inputs: Inputs, factor: string, level: Level): Inputs {
  return { ...inputs, set: { ...inputs.set, [factor]: level } };
}

/** The same inputs with another weight of one factor, 0..10. */
export function withWeight(inputs: Inputs, factor: string, weight: number): Inputs {
  return { ...inputs, weights: { ...inputs.weights, [factor]: weight } };
}

/** Tables of all mechanisms at the settled weights, assumptions aside. */
export function tablesAt(model: Model, settled: Settled): Float64Array[] {
  return model.mechanisms.map((_, i) => model.table(i, settled.ratio));
}

/** The same with the causes of assumed mechanisms cut in one phase. */
export function assumedIn(
  model: Model,
  settled: Settled,
  phase: number,
  tables: readonly Float64Array[],
): Float64Array[] {
  const assumed = settled.assumed[phase]!;
  return tables.map((table, i) => (assumed[i]! >= 0 ? model.assumedTable(i, assumed[i]!) : table));
}

/**
 * P(break) by the end of each phase, with the priors learnt from what was seen.
 * @param chance works out what a reading comes to in phase h; the first phase's reading has what was seen
 */
function breaksOver(
  model: Model,
  settled: Settled,
  tables: readonly Float64Array[],
  priors: Settled["priors"],
  seen: Reading,
  phases: number,
  chance: (
    reading: Reading,
    h: number,
    priors: readonly Float64Array[],
    tables: readonly Float64Array[],
  ) => number,
): number[] | null {
  const isSeen = seen.length > 0;
  const first = assumedIn(model, settled, 0, tables);
  const learnt = isSeen ? learn(model, priors.slice(0, phases), first, seen) : { chance: 1, priors };
  if (!learnt) return null;
  const breaks: number[] = [];
  let survival = 1;
  for (let h = 0; h < phases; h++) {
    const event = eventReading(model, settled.hazard[h]!);
    const [reading, now] =
      h === 0 ? [[...event, ...seen], first] : [event, assumedIn(model, settled, h, tables)];
    survival *= 1 - chance(reading, h, learnt.priors[h]!, now) / (h === 0 ? learnt.chance : 1);
    breaks.push(1 - survival);
  }
  return breaks;
}

/** Of the priors of all factors those that a plan asks for. */
const rootsOf = ({ ancestry }: ChancePlan, priors: readonly Float64Array[]) =>
  ancestry.factors.map((f) => priors[f]!);

/**
 * P(break) by the end of each phase, as `evaluate` gives it, and nothing else: for analyses that ask for many.
 * @param tables of the mechanisms, assumptions aside, where they are not those of the settled weights
 * @param phases how many phases from the first on
 * @returns one chance per phase; null where the evidence is impossible
 */
export function breaksUnder(
  model: Model,
  settled: Settled,
  tables: readonly Float64Array[] = tablesAt(model, settled),
  phases: number = settled.priors.length,
): number[] | null {
  const seen = evidenceReading(model, settled.evidence);
  return breaksOver(model, settled, tables, settled.priors, seen, phases, (reading, _, priors, now) => {
    const plan = chancePlan(model, idsOf(reading), "none");
    return plan.run(rootsOf(plan, priors), now, reading)[0]!;
  });
}

/**
 * The same for many priors of which each differs little from the one before: every phase has plans of its own, and
 * works out anew what the changed priors reach. Priors must never be written to again.
 * @returns chances for these priors, with what was seen or without; null where the evidence is impossible
 */
export function breaksAlong(
  model: Model,
  settled: Settled,
  tables: readonly Float64Array[] = tablesAt(model, settled),
): (priors: Settled["priors"], isSeen: boolean) => number[] | null {
  const seen = evidenceReading(model, settled.evidence);
  return (all, isSeen) =>
    breaksOver(model, settled, tables, all, isSeen ? seen : [], all.length, (reading, h, priors, now) => {
      const plan = chancePlan(model, idsOf(reading), "none", `${isSeen ? "known" : "blind"} ${h}`);
      return plan.rerun(rootsOf(plan, priors), now, reading)[0]!;
    });
}

/** P(rung, evidence) in the first phase, in the case's order of rungs; valid until the next run. */
export function firstRungs(model: Model, settled: Settled): Float64Array {
  const tables = assumedIn(model, settled, 0, tablesAt(model, settled));
  const phase = phaseFor(model, settled.evidence);
  return phase.run(settled.priors[0]!, tables, settled.hazard[0]!, settled.evidence);
}
