import { evaluate } from "../answer/evaluate.ts";
import type { Result } from "../answer/result.ts";
import { openCase } from "../case/door.ts";
import { readInputs } from "../case/inputs.ts";
import type { FrozenArgument, Judgement } from "../case/judgement.ts";
import { argumentHash, argumentOf, caseHash, sealOf } from "../case/seal.ts";
import { scenarioOf } from "../case/settings.ts";
import { draftOf } from "../case/judge.ts";
import type { Case, Inputs } from "../case/types.ts";
import { lexiconOf, termText } from "../words/lexicon.ts";
import { dueDates } from "../words/dates.ts";
import type { Range } from "./shapes.ts";

/** What only the outside knows when a judgement is frozen: the model has no clock. */
export interface FreezeParts {
  /** ISO time. */
  readonly date: string;
  readonly version: string;
  readonly scenario: string;
  /** Everything that is put to the case: settings, evidence that counts, view. */
  readonly inputs: Inputs;
  readonly horizon: string;
  /** The range as drawn for these inputs; left out where none was. */
  readonly range?: Range | null;
  /** Checks still open, one sentence each, and the reason for freezing all the same. */
  readonly open?: readonly string[];
  readonly reason?: string;
}

/**
 * A judgement as it stands, with all that is needed to answer again: text, words and numbers, inputs, and the argument
 * by its hash; sealed. Full precision; the numbers are `evaluate`'s own.
 * @throws ImpossibleEvidence
 */
export function freeze(
  theCase: Case,
  parts: FreezeParts,
): { readonly judgement: Judgement; readonly argument: FrozenArgument } {
  const { date, version, scenario, inputs, horizon, range, open = [], reason = "" } = parts;
  const draft = draftOf(theCase);
  const lexicon = lexiconOf(draft.row);
  const result = evaluate(theCase, inputs);
  const byHorizon = <T>(each: (id: string) => T) =>
    Object.fromEntries(theCase.horizons.map(({ id }) => [id, each(id)]));
  const { confidence } = theCase;
  const judgement: Judgement = {
    id: idFor(theCase, date),
    date,
    version,
    horizon,
    row: lexicon.id,
    horizons: byHorizon((id) => result.horizons[id]!.break),
    words: byHorizon((id) => termText(lexicon, result.horizons[id]!.break)),
    due: dueDates(theCase, date),
    text: draft.text,
    ...(confidence ? { confidence: { level: confidence.level, reasons: reasonsOf(confidence) } } : {}),
    scenario: { id: scenario, name: scenarioOf(theCase, scenario)?.name ?? scenario },
    inputs,
    argument: caseHash(theCase),
    ...(range
      ? {
          range: {
            seed: range.seed,
            draws: range.draws,
            horizons: byHorizon((id) => ({
              low: range.horizons[id]!.low,
              high: range.horizons[id]!.high,
            })),
          },
        }
      : {}),
    ...(open.length > 0 ? { open, reason } : {}),
  };
  return { judgement: { ...judgement, seal: sealOf(judgement) }, argument: argumentOf(theCase) };
}

const reasonsOf = ({ reasons, ticked = [] }: NonNullable<Case["confidence"]>): string[] => [
  ...ticked,
  ...(reasons.trim() === "" ? [] : [reasons]),
];

/** "J20190130", and a letter more where the day has one already. */
function idFor({ judgements = [] }: Case, date: string): string {
  const day = `J${date.slice(0, 10).replace(/\D/g, "") || "0"}`;
  const taken = new Set(judgements.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? day : `${day}-${n}`;
    if (!taken.has(id)) return id;
  }
}

export type Reproduced =
  | { readonly ok: true; readonly case: Case; readonly inputs: Inputs; readonly result: Result }
  | { readonly ok: false; readonly sentence: string };

const no = (sentence: string): Reproduced => ({ ok: false, sentence });

/** Answers a frozen judgement again from what was frozen with it; one sentence where that cannot be. */
export function reproduce(theCase: Case, judgement: Judgement): Reproduced {
  const { argument: hash, inputs } = judgement;
  const stored = theCase.judgementArguments;
  if (hash === undefined || inputs === undefined || stored === undefined || !Object.hasOwn(stored, hash))
    return no(
      "This judgement was written down without its argument, so its numbers cannot be worked out again.",
    );
  const argument = stored[hash]!;
  if (argumentHash(argument) !== hash)
    return no(
      "The argument kept with this judgement is not the one it was given on: the file was changed by hand.",
    );
  const opened = openCase(JSON.stringify(argument));
  if (!opened.ok) return no("The argument kept with this judgement cannot be read any more.");
  const read = readInputs(opened.case, inputs);
  if (!read.ok) return no(`The settings kept with this judgement do not fit its argument: ${read.sentence}`);
  try {
    return { ok: true, case: opened.case, inputs: read.inputs, result: evaluate(opened.case, read.inputs) };
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a frozen judgement is as it was sealed; true where it was never sealed. */
export const isIntact = (judgement: Judgement): boolean =>
  judgement.seal === undefined || judgement.seal === sealOf(judgement);
