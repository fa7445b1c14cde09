import type { Lexicon, Term } from "./lexicon.ts";
import type { Span } from "./sentences.ts";

/** A percentage or a range of percentages as it stands in a text. */
export interface Percent extends Span {
  readonly text: string;
  /** One number, or two. */
  readonly numbers: readonly number[];
}

/** A word of a scale as it stands in a text. */
export interface Estimate extends Span {
  readonly word: string;
  readonly term: Term;
  readonly lexicon: Lexicon;
  /** The bracket with a number that follows it, if one does. */
  readonly bracket: Percent | null;
}

const PERCENT =
  /(\d{1,3}(?:[.,]\d{1,6})?)(?:\s?%)?(?:\s?(?:[–—-]|to)\s?(\d{1,3}(?:[.,]\d{1,6})?))?\s?(?:%|per ?cent\b)/gi;
const numeric = (text: string): number => Number(text.replace(",", "."));

export function percentsIn(text: string): Percent[] {
  return [...text.matchAll(PERCENT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    numbers: [match[1], match[2]].flatMap((n) => (n === undefined ? [] : [numeric(n)])),
  }));
}

/** A comparison ("more likely than") says nothing of how likely something is. */
const COMPARISON = /\b(?:more|most|less|least|as|so|equally|how)\s+$/i;
const NEGATION = /\b(?:not|hardly|scarcely|n[o’']t)\s+(?:very\s+)?$/i;
const BRACKET = /^\s*\(([^()]{0,60})\)/;

/**
 * Words of the scales in a text, each once: the longest form that fits, and of two scales that share a form the
 * earlier one. "Remote" counts as a word of a scale only where it speaks of a chance.
 */
export function estimatesIn(text: string, lexicons: readonly Lexicon[]): Estimate[] {
  const forms = lexicons
    .flatMap((lexicon, rank) =>
      lexicon.terms.flatMap((term) => term.forms.map((form) => ({ form, term, lexicon, rank }))),
    )
    .filter(({ form }) => form.trim() !== "")
    .sort((a, b) => b.form.length - a.form.length || a.rank - b.rank);
  const taken: Estimate[] = [];
  for (const { form, term, lexicon } of forms) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(form)}(?![\\p{L}\\p{N}-])`, "giu");
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some((one) => start < one.end && one.start < end)) continue;
      const before = text.slice(Math.max(0, start - 24), start);
      if (COMPARISON.test(before) || NEGATION.test(before)) continue;
      if (/^remote$/i.test(form) && !speaksOfChance(before, text.slice(end, end + 40))) continue;
      taken.push({ start, end, word: match[0], term, lexicon, bracket: bracketAfter(text, end) });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

const speaksOfChance = (before: string, after: string): boolean =>
  /^\s*(?:\(|chance|possibility|probability|likelihood|odds)/i.test(after) ||
  /\b(?:is|are|was|were|be|seems?|remains?)\s+$/i.test(before);

function bracketAfter(text: string, end: number): Percent | null {
  // "remote chance (01–05%)": the noun may stand between.
  const noun = /^\s+(?:chance|odds|possibility|probability)(?=\s*\()/i.exec(text.slice(end))?.[0].length ?? 0;
  const match = BRACKET.exec(text.slice(end + noun));
  if (!match) return null;
  const [percent] = percentsIn(match[1]!);
  if (!percent) return null;
  const from = end + noun + match[0].indexOf("(");
  return { start: from, end: end + noun + match[0].length, text: `(${match[1]!})`, numbers: percent.numbers };
}

/** "Not likely (55–80%)": a denied word, with its bracket, and the word of the same scale on the other side. */
export function denialsIn(
  text: string,
  lexicon: Lexicon,
): (Span & { readonly word: string; readonly meant: Term })[] {
  return lexicon.terms.flatMap(({ forms }, i) =>
    forms.flatMap((form) => {
      const pattern = new RegExp(`(?<![\\p{L}-])not\\s+(?:very\\s+)?${escaped(form)}(?![\\p{L}-])`, "giu");
      return [...text.matchAll(pattern)].map((match) => {
        const end = match.index + match[0].length;
        const meant = lexicon.terms[lexicon.terms.length - 1 - i]!;
        return { start: match.index, end: bracketAfter(text, end)?.end ?? end, word: match[0], meant };
      });
    }),
  );
}

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
