import { smallestImpossible } from "../network/smallest.ts";
import type { Cut } from "./evaluate.ts";
import type { Model } from "./model.ts";
import { phaseFor, tablesOf } from "./phase.ts";
import type { Evidence, Settled } from "./settle.ts";

/** The evidence has probability 0; `conflict` names a smallest set of inputs that cannot hold together. */
export class ImpossibleEvidence extends Error {
  readonly conflict: readonly string[];

  constructor(conflict: readonly string[]) {
    super(
      conflict.length === 1
        ? `${conflict[0]} cannot be: under the other settings it has no chance at all; remove it or change the settings.`
        : `${conflict.join(" and ")} cannot hold together; remove one of them.`,
    );
    this.name = "ImpossibleEvidence";
    this.conflict = conflict;
  }
}

/** A piece of input that can be taken away: something seen, or an assumption in the first phase. */
type Item = { readonly field: string } & ({ readonly evidence: Evidence } | { readonly mechanism: number });

/** A smallest set of evidence and first-phase assumptions that is impossible under the other settings. */
export function smallestConflict(model: Model, settled: Settled, cut?: Cut): string[] {
  const items: Item[] = [
    ...settled.evidence.map((evidence) => ({ field: evidence.field, evidence })),
    ...model.case.mechanisms.flatMap((m, i) => {
      const level = settled.assumed[0]![i]!;
      return level < 0 ? [] : [{ field: `assume.${m.id} = ${model.case.levels[level]!.id}`, mechanism: i }];
    }),
  ];
  const possible = (kept: readonly Item[]): boolean => {
    const nothing = settled.evidence.map((e) => ({ ...e, likelihood: e.likelihood.map(() => 1) }));
    const evidence = settled.evidence.map((e, i) =>
      kept.some((item) => "evidence" in item && item.evidence === e) ? e : nothing[i]!,
    );
    const assumed = settled.assumed[0]!.map((level, i) =>
      kept.some((item) => "mechanism" in item && item.mechanism === i) ? level : -1,
    );
    const tables = tablesOf(model, { ...settled, assumed: [assumed] }, 0, cut);
    const joint = phaseFor(model, settled.evidence).run(
      settled.priors[0]!,
      tables,
      settled.hazard[0]!,
      evidence,
    );
    return joint.some((p) => p > 0);
  };
  return smallestImpossible(items, possible).map(({ field }) => field);
}
