import type { Case } from "../case/types.ts";
import { clauseStart, type Lexicon, termFor, termText } from "./lexicon.ts";
import { sourceWords } from "./source.ts";
import { wholePercent } from "./numbers.ts";
import { capitalised } from "./text.ts";

export interface SeedNumbers {
  readonly horizon: string;
  /** Chance of the break by then. */
  readonly p: number;
  /** Chance of open strain at the first horizon; null where the case has none. */
  readonly strain: number | null;
}

/**
 * The bottom line as the model has it: "Within ten years, it is unlikely (20–45%) that the marriage of convenience
 * breaks. Open strain within six months is unlikely (20–45%) too."
 */
export function seedText(theCase: Case, lexicon: Lexicon, { horizon, p, strain }: SeedNumbers): string {
  const at = theCase.horizons.find(({ id }) => id === horizon);
  const words = termText(lexicon, p);
  const when = at?.phrase ?? "";
  const first = `${when === "" ? capitalised(clauseStart(words)) : `${capitalised(when)}, ${clauseStart(words)}`} that ${theCase.event}.`;
  if (strain === null) return first;
  const soon = theCase.horizons[0]?.phrase ?? "";
  const its = termText(lexicon, strain);
  const start = clauseStart(its);
  const same = termFor(lexicon, wholePercent(strain)) === termFor(lexicon, wholePercent(p)) ? " too" : "";
  const second = start.startsWith("it is ")
    ? `Open strain ${soon} is ${its}${same}.`
    : `${capitalised(soon)}${soon === "" ? "" : ", "}${start} of open strain${same}.`;
  return `${first} ${second.replace(/ {2,}/g, " ")}`;
}

/** Reasons for or against confidence that a case itself shows, each as it will be kept when ticked. */
export function confidencePrompts(theCase: Case): string[] {
  const { source, claims, dateConflicts, links, factors, horizons } = theCase;
  const sources = new Set([
    ...(source.items ?? []).map(({ id }) => id),
    ...claims.flatMap((claim) => claim.sources ?? []),
  ]).size;
  const single = links.filter(({ paragraphs }) => paragraphs.length === 1).length;
  const { kind, the } = sourceWords(theCase);
  const added = factors.filter(({ beyondArticle }) => beyondArticle).length;
  const years = horizons.reduce((sum, one) => sum + one.years, 0);
  const count = (n: number, one: string, many: string) => (n === 1 ? `One ${one}` : `${n} ${many}`);
  return [
    ...(sources > 1
      ? [`${sources} sources are drawn on`]
      : source.author !== ""
        ? ["One source; its author writes from one side"]
        : []),
    ...(single > 0 ? [`${single} of ${links.length} links rest on a single paragraph`] : []),
    ...(dateConflicts.length > 0
      ? [`${count(dateConflicts.length, "conflict", "conflicts")} of date or source in the text`]
      : []),
    ...(added === 0
      ? []
      : kind === "none"
        ? [count(added, "factor is an added assumption", "factors are added assumptions")]
        : [`${count(added, "factor is", "factors are")} not in ${the}`]),
    ...(years >= 5 ? ["It looks years ahead"] : []),
    "We have few sources from inside",
    "Analysts agree with each other",
  ];
}

/** Words that keep their capital inside a sentence: those that stand with one in the middle of the case's own texts. */
export function namesIn(theCase: Case): ReadonlySet<string> {
  const texts = [
    theCase.question,
    ...theCase.claims.map(({ text }) => text),
    ...theCase.factors.flatMap(({ label, why }) => [label, why]),
    ...theCase.mechanisms.map(({ why }) => why),
  ];
  const names = new Set(theCase.partners);
  for (const text of texts)
    for (const match of text.matchAll(/(?<=[\p{Ll}\d,;] )\p{Lu}[\p{L}’'-]*/gu)) names.add(match[0]);
  return names;
}
