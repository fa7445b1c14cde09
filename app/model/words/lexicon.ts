import { wholePercent } from "./numbers.ts";
import { bandOf, bandRange, ICD203 } from "./scale.ts";

/** One word of a scale, with other forms it is met in; the first form is the one that is written. */
export interface Term {
  readonly forms: readonly string[];
  /** Percent, as the scale prints them. */
  readonly low: number;
  readonly high: number;
}

/** A scale of estimative words, lowest first. Data: one of one's own needs nothing but these parts. */
export interface Lexicon {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly Term[];
  /** The scale leaves gaps between its words: a number there takes the nearest word. */
  readonly gaps?: boolean;
}

const likely: Lexicon = {
  id: "icd203",
  name: "ICD 203: likely, unlikely …",
  terms: ICD203.map(({ word, low, high }) => ({
    forms:
      word === "roughly even chance"
        ? [word, "roughly even"]
        : word === "almost certain"
          ? [word, "almost certainly"]
          : [word],
    low,
    high,
  })),
};

/** The synonym row of ICD 203, over the same ranges. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["remote", "remote chance"],
  ["highly improbable"],
  ["improbable", "improbably"],
  ["roughly even odds"],
  ["probable", "probably"],
  ["highly probable"],
  ["nearly certain", "nearly certainly"],
];

const probable: Lexicon = {
  id: "icd203-synonyms",
  name: "ICD 203: probable, improbable …",
  terms: SYNONYMS.map((forms, i) => ({ forms, low: ICD203[i]!.low, high: ICD203[i]!.high })),
};

/** Professional Head of Intelligence Assessment probability yardstick (United Kingdom). It has gaps on purpose. */
const phia: Lexicon = {
  id: "phia",
  name: "UK PHIA yardstick",
  gaps: true,
  terms: [
    { forms: ["remote chance"], low: 0, high: 5 },
    { forms: ["highly unlikely"], low: 10, high: 20 },
    { forms: ["unlikely"], low: 25, high: 35 },
    { forms: ["realistic possibility"], low: 40, high: 50 },
    { forms: ["likely", "probable", "probably"], low: 55, high: 75 },
    { forms: ["highly likely"], low: 80, high: 90 },
    { forms: ["almost certain", "almost certainly"], low: 95, high: 100 },
  ],
};

/** The five words of NATO's AJP-2.1. */
const nato: Lexicon = {
  id: "nato",
  name: "NATO AJP-2.1",
  terms: [
    { forms: ["highly unlikely"], low: 0, high: 10 },
    { forms: ["unlikely"], low: 10, high: 40 },
    { forms: ["even chance"], low: 40, high: 60 },
    { forms: ["likely"], low: 60, high: 90 },
    { forms: ["highly likely"], low: 90, high: 100 },
  ],
};

export const LEXICONS: readonly Lexicon[] = [likely, probable, phia, nato];

/** @returns the first one where there is none of that id */
export const lexiconOf = (id: string | undefined): Lexicon =>
  LEXICONS.find((lexicon) => lexicon.id === id) ?? likely;

export const wordOf = (term: Term): string => term.forms[0] ?? "";

/** "(20–45%)". */
export const rangeOf = (term: Term): string =>
  // ICD 203 prints its single figures with a zero; a scale that begins at 0 does not.
  term.low === 0 || term.high === 100 ? `(${term.low}–${term.high}%)` : `(${bandRange(term)})`;

/**
 * The word for a displayed whole percentage; null outside the scale. ICD 203's borders lie where `bandOf` puts them;
 * other scales: the first word whose range holds it, in a gap the nearest.
 */
export function termFor(lexicon: Lexicon, percent: number): Term | null {
  if (lexicon.terms.length === 0 || percent < 1 || percent > 99) return null;
  if (sameScale(lexicon)) return lexicon.terms[bandOf(percent)] ?? null;
  const away = ({ low, high }: Term) => Math.max(low - percent, percent - high, 0);
  return lexicon.terms.reduce((best, term) => (away(term) < away(best) ? term : best));
}

const sameScale = ({ terms }: Lexicon) =>
  terms.length === ICD203.length &&
  terms.every(({ low, high }, i) => low === ICD203[i]!.low && high === ICD203[i]!.high);

/** "unlikely (20–45%)" for a probability; "below the scale (under 1%)" outside. */
export function termText(lexicon: Lexicon, p: number): string {
  const percent = wholePercent(p);
  const term = termFor(lexicon, percent);
  if (term) return `${wordOf(term)} ${rangeOf(term)}`;
  return percent < 50 ? "below the scale (under 1%)" : "above the scale (over 99%)";
}

/** "it is unlikely (20–45%) that …", "there is almost no chance (01–05%) that …": grammar follows the word. */
export function clauseStart(words: string): string {
  if (words.startsWith("below") || words.startsWith("above")) return `there is a chance ${words}`;
  if (words.startsWith("almost no")) return `there is ${words}`;
  if (/^remote \(/.test(words)) return `there is a ${words.replace("remote", "remote chance")}`;
  if (/\b(chance|odds|possibility) \(/.test(words))
    return `there ${words.includes("odds") ? "are" : /^[aeiou]/.test(words) ? "is an" : "is a"} ${words}`;
  return `it is ${words}`;
}
