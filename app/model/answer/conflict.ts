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

/** Subsets of 0..n−1 of this size, in lexicographic order. */
function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= n - size; i++) for (const rest of subsets(n, size - 1, i + 1)) yield [i, ...rest];
}

/** How many sets are tried before a minimal set (nothing can be left out) has to do instead of a smallest. */
const PATIENCE = 5_000;

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
  let tried = 0;
  for (let size = 1; size <= items.length; size++)
    for (const subset of subsets(items.length, size)) {
      if (++tried > PATIENCE) return minimal(items, possible).map(({ field }) => field);
      const kept = subset.map((i) => items[i]!);
      if (!possible(kept)) return kept.map(({ field }) => field);
    }
  return items.map(({ field }) => field);
}

/** Leaves out whatever is not needed for the conflict, one item after another. */
function minimal(items: readonly Item[], possible: (kept: readonly Item[]) => boolean): readonly Item[] {
  let kept = items;
  for (const item of items) {
    const without = kept.filter((other) => other !== item);
    if (!possible(without)) kept = without;
  }
  return kept;
}
