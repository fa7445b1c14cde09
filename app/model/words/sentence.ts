import { wholePercent } from "./numbers.ts";
import type { Case } from "../case/types.ts";
import { asInSource, sourceWords } from "./source.ts";
import { type Band, bandOf, bandRange, ICD203 } from "./scale.ts";

/** A sentence in parts, so that a screen can set the word apart and keep its range on one line. */
export interface EstimateSentence {
  readonly before: string;
  readonly word: string;
  /** "(20–45%)"; always part of the text. */
  readonly range: string;
  readonly after: string;
}

/** The words for a probability as it is shown. */
export function estimate(p: number): {
  readonly word: string;
  readonly range: string;
  readonly band: Band | null;
} {
  const band = bandOf(wholePercent(p));
  if (band < 0) return { word: "below the scale", range: "(under 1%)", band: null };
  if (band >= ICD203.length) return { word: "above the scale", range: "(over 99%)", band: null };
  return { word: ICD203[band]!.word, range: `(${bandRange(ICD203[band]!)})`, band: ICD203[band]! };
}

/** "It is unlikely (20–45%) that the marriage of convenience breaks." */
export function estimateSentence(p: number, event: string): EstimateSentence {
  const { word, range, band } = estimate(p);
  const after = ` that ${event}.`;
  if (!band) return { before: "There is a chance ", word, range, after };
  if (word.startsWith("almost no")) return { before: "There is ", word, range, after };
  if (word.endsWith("chance")) return { before: "There is a ", word, range, after };
  return { before: "It is ", word, range, after };
}

/** The sentence as plain text. */
export function sentenceText({ before, word, range, after }: EstimateSentence): string {
  return `${before}${word} ${range}${after}`;
}

/** What a weight means beside the usual one, which is that of what the case rests on. */
export function weightWord(theCase: Pick<Case, "source">, weight: number, usual: number): string {
  if (weight === 0) return "left out";
  if (weight === usual) return asInSource(theCase);
  if (weight === 2 * usual) return "twice";
  return `${weight < usual ? "less" : "more"} than in ${sourceWords(theCase).the}`;
}
