import { chancePlan, type Reading } from "../answer/event.ts";
import { evidencePlan, evidenceReading, idsOf } from "../answer/learn.ts";
import type { Model } from "../answer/model.ts";
import { tablesOf } from "../answer/phase.ts";
import type { Settled } from "../answer/settle.ts";
import type { Case } from "../case/types.ts";

/** The rung that tells of open strain: that of the first entry of `notHappened` that depends on anything. */
export function strainRung(theCase: Case): string | undefined {
  return theCase.outcome.notHappened.find(({ of }) => of !== undefined)?.rung;
}

/** What open strain in the first phase is read from: no break, and its share of that. Null where there is no such rung. */
export function strainReading(model: Model, settled: Settled): Reading | null {
  const { event, notHappened } = model.case.outcome;
  const entry = notHappened.find(({ of }) => of !== undefined);
  if (!entry?.of || !entry.p) return null;
  return [
    { of: event.of, values: settled.hazard[0]!.map((b) => 1 - b) },
    { of: entry.of, values: Float64Array.from(entry.p) },
  ];
}

/** Chance of open strain at the first horizon; null where the case has no such rung or the evidence is impossible. */
export function strainUnder(model: Model, settled: Settled): number | null {
  const reading = strainReading(model, settled);
  if (!reading) return null;
  const tables = tablesOf(model, settled, 0);
  const priors = settled.priors[0]!;
  const run = (plan: ReturnType<typeof chancePlan>, of: Reading): number =>
    plan.run(
      plan.ancestry.factors.map((f) => priors[f]!),
      tables,
      of,
    )[0]!;
  const seen = evidenceReading(model, settled.evidence);
  const both = [...reading, ...seen];
  const total = seen.length > 0 ? run(evidencePlan(model, seen), seen) : 1;
  return total > 0 ? run(chancePlan(model, idsOf(both), "none"), both) / total : null;
}
