import { smallestImpossible } from "../network/smallest.ts";
import { nameOf } from "../case/settings.ts";
import type { Case } from "../case/types.ts";
import type { Cut } from "./evaluate.ts";
import type { Model } from "./model.ts";
import { phaseFor, tablesOf } from "./phase.ts";
import type { Evidence, Settled } from "./settle.ts";

/** One of the inputs that cannot hold together. */
export interface AtOdds {
  /** Of what was seen or assumed. */
  readonly id: string;
  /** "observe.passivity = VH", as whoever writes inputs knows it. */
  readonly field: string;
  /** “Air defences silent” seen as very high, as a reader knows it. */
  readonly words: string;
}

const sentence = (parts: readonly string[]): string =>
  parts.length === 1
    ? `${parts[0]} cannot be: under the other settings it has no chance at all; remove it or change the settings.`
    : `${parts.join(" and ")} cannot hold together; remove one of them.`;

/** The evidence has probability 0; `conflict` is a smallest set of inputs that cannot hold together. */
export class ImpossibleEvidence extends Error {
  readonly conflict: readonly AtOdds[];

  constructor(conflict: readonly AtOdds[]) {
    super(sentence(conflict.map(({ field }) => field)));
    this.name = "ImpossibleEvidence";
    this.conflict = conflict;
  }

  /** The message with names for fields, to be shown on a screen. */
  get words(): string {
    return sentence(this.conflict.map(({ words }) => words));
  }
}

/** A piece of input that can be taken away: something seen, or an assumption in the first phase. */
type Item = AtOdds & ({ readonly evidence: Evidence } | { readonly mechanism: number });

/** What was seen, as a reader knows it. */
function wordsOf(theCase: Case, { id, seen }: Evidence): string {
  const name = `“${nameOf(theCase, id)}”`;
  if (seen === undefined) return `What is known of ${name}`;
  if (typeof seen === "boolean") return `${name} ${seen ? "seen" : "not seen"}`;
  return `${name} seen as ${(theCase.levels.find((one) => one.id === seen)?.label ?? seen).toLowerCase()}`;
}

/** A smallest set of evidence and first-phase assumptions that is impossible under the other settings. */
export function smallestConflict(model: Model, settled: Settled, cut?: Cut): AtOdds[] {
  const items: Item[] = [
    ...settled.evidence.map((evidence) => ({
      id: evidence.id,
      field: evidence.field,
      words: wordsOf(model.case, evidence),
      evidence,
    })),
    ...model.case.mechanisms.flatMap(({ id }, i) => {
      const level = model.case.levels[settled.assumed[0]![i]!];
      const words = `“${nameOf(model.case, id)}” assumed ${level?.label.toLowerCase() ?? ""}`;
      return level ? [{ id, field: `assume.${id} = ${level.id}`, words, mechanism: i }] : [];
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
  return smallestImpossible(items, possible).map(({ id, field, words }) => ({ id, field, words }));
}
