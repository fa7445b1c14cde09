import { chancePlan, eventReading } from "../answer/event.ts";
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
  const { of } = model.case.outcome.event;
  const seen = evidenceReading(model, settled.evidence);
  const first = assumedIn(model, settled, 0, tables);
  const learnt =
    seen.length > 0
      ? learn(model, settled.priors.slice(0, phases), first, seen)
      : { chance: 1, priors: settled.priors };
  if (!learnt) return null;
  const breaks: number[] = [];
  let survival = 1;
  for (let h = 0; h < phases; h++) {
    const reading = eventReading(model, settled.hazard[h]!);
    const isSeen = h === 0 && seen.length > 0;
    const plan = chancePlan(model, isSeen ? [of, ...idsOf(seen)] : [of], "none");
    const roots = plan.ancestry.factors.map((f) => learnt.priors[h]![f]!);
    const now = h === 0 ? first : assumedIn(model, settled, h, tables);
    const [chance] = plan.run(roots, now, isSeen ? [...reading, ...seen] : reading);
    survival *= 1 - chance! / (isSeen ? learnt.chance : 1);
    breaks.push(1 - survival);
  }
  return breaks;
}

/** P(rung, evidence) in the first phase, in the case's order of rungs; valid until the next run. */
export function firstRungs(model: Model, settled: Settled): Float64Array {
  const tables = assumedIn(model, settled, 0, tablesAt(model, settled));
  const phase = phaseFor(model, settled.evidence);
  return phase.run(settled.priors[0]!, tables, settled.hazard[0]!, settled.evidence);
}
