import { denialsIn, type Estimate, estimatesIn, type Percent, percentsIn } from "./estimates.ts";
import { hedgesIn, rewrittenHedge } from "./hedges.ts";
import { type Lexicon, LEXICONS, rangeOf, type Term, termFor, wordOf } from "./lexicon.ts";
import { percentLabel, wholePercent } from "./numbers.ts";
import { certaintiesIn, confidenceIn, type ConfidenceSaid, splitConfidence } from "./phrasing.ts";
import { sentences, type Span } from "./sentences.ts";
import { capitalised } from "./text.ts";

export const RULES = [
  "two-in-one",
  "word-number",
  "range-missing",
  "model",
  "no-estimate",
  "mixed-rows",
  "denied",
  "certainty",
  "confidence-word",
] as const;
export type Rule = (typeof RULES)[number];

/** Replaces one stretch of the text. */
export interface Fix extends Span {
  readonly text: string;
}

/** Something to settle in a text, where it stands, and what would settle it. */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly title: string;
  readonly sentence: string;
  /** One change that settles it. */
  readonly fix?: Fix;
  /** Or a choice among words, each with its change. */
  readonly picks?: readonly { readonly word: string; readonly fix: Fix }[];
}

/** A number of the model that a sentence may speak of. */
export interface ModelNumber {
  /** "within six months": a sentence that holds this speaks of it. */
  readonly phrase: string;
  /** Words that must be there too; none for the break itself. */
  readonly about?: string;
  readonly p: number;
}

export interface LintContext {
  /** The row in use. */
  readonly lexicon: Lexicon;
  /** Other rows that words may come from by mistake. */
  readonly others?: readonly Lexicon[];
  /** Numbers that the text must agree with; empty where it may differ, as a dissent does. */
  readonly numbers?: readonly ModelNumber[];
  /** The level a person picked. */
  readonly confidence?: string | undefined;
  /** Whether a word keeps its capital inside a sentence. */
  readonly isName?: (word: string) => boolean;
}

/**
 * What an editor trained in estimative language would mark in one text, in the order of the text. Pure; on any text.
 * Rules: ICD 203 §D.6.e(2): a likelihood has its word and range, confidence stands in a sentence of its own, rows of
 * words are not mixed; a hedge alone is no estimate.
 */
export function lint(text: string, context: LintContext): Finding[] {
  const findings = sentences(text).flatMap((sentence) => lintSentence(text, sentence, context));
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A text with one fix made; the text itself where the fix does not fit it any more. */
export function applyFix(text: string, { start, end, text: put }: Fix): string {
  return start < 0 || end < start || end > text.length ? text : text.slice(0, start) + put + text.slice(end);
}

/** One sentence as the rules see it; places are counted from its beginning. */
interface Sentence {
  readonly own: string;
  readonly context: LintContext;
  readonly rows: readonly Lexicon[];
  readonly estimates: readonly Estimate[];
  readonly percents: readonly Percent[];
  readonly confidence: ConfidenceSaid | null;
}

function lintSentence(text: string, { start, end }: Span, context: LintContext): Finding[] {
  const own = text.slice(start, end);
  const { lexicon, others = LEXICONS.filter(({ id }) => id !== lexicon.id) } = context;
  const rows = [lexicon, ...others];
  const sentence: Sentence = {
    own,
    context,
    rows,
    estimates: estimatesIn(own, rows),
    percents: percentsIn(own),
    confidence: confidenceIn(own),
  };
  const found = [twoInOne, eachEstimate, denials, noEstimate, certainty, otherConfidence].flatMap((rule) =>
    rule(sentence),
  );
  const moved = <S extends Span>(part: S): S => ({
    ...part,
    start: part.start + start,
    end: part.end + start,
  });
  return found.map(({ fix, picks, ...rest }) => ({
    ...moved(rest),
    ...(fix === undefined ? {} : { fix: moved(fix) }),
    ...(picks === undefined ? {} : { picks: picks.map((pick) => ({ ...pick, fix: moved(pick.fix) })) }),
  }));
}

const isBoth = ({ confidence, estimates, percents }: Sentence): boolean =>
  confidence !== null && (estimates.length > 0 || percents.length > 0);

function twoInOne(sentence: Sentence): Finding[] {
  const { own, confidence, estimates, context, rows } = sentence;
  if (confidence === null || !isBoth(sentence)) return [];
  const bare = estimates.find(({ bracket }) => bracket === null);
  const split = splitConfidence(own, confidence, (rest) => withRanges(rest, context.lexicon, rows));
  return [
    {
      rule: "two-in-one",
      start: 0,
      end: own.length,
      title: "Two things in one sentence",
      sentence: `How likely and how sure belong in separate sentences.${bare ? ` “${capitalised(bare.word)}” also needs its range.` : ""}`,
      ...(split === null ? {} : { fix: { start: 0, end: own.length, text: split } }),
    },
  ];
}

/** At most one finding for each word of a scale: the gravest. */
function eachEstimate(sentence: Sentence): Finding[] {
  return sentence.estimates.flatMap((estimate) => {
    const found =
      otherRow(sentence, estimate) ??
      againstModel(sentence, estimate) ??
      againstBracket(sentence, estimate) ??
      againstNumber(sentence, estimate) ??
      noRange(sentence, estimate);
    return found === null ? [] : [found];
  });
}

/** The word with its bracket: what a fix replaces. */
const wholeOf = ({ start, end, bracket }: Estimate): Span => ({ start, end: bracket?.end ?? end });
const inPlaceOf = (estimate: Estimate, term: Term): Fix => ({
  ...wholeOf(estimate),
  text: `${kept(estimate.word, wordOf(term))} ${rangeOf(term)}`,
});

function otherRow({ context: { lexicon } }: Sentence, estimate: Estimate): Finding | null {
  if (estimate.lexicon === lexicon || lexicon.terms.length === 0) return null;
  const here = counterpart(lexicon, estimate.term);
  return {
    rule: "mixed-rows",
    ...wholeOf(estimate),
    title: "Two rows of words",
    sentence: `“${capitalised(estimate.word)}” is of another row than the one in use; “${wordOf(here)}” says it in this one.`,
    fix: inPlaceOf(estimate, here),
  };
}

/** The sentence speaks of a number of the model, and its word is another than the model's. */
function againstModel({ own, context }: Sentence, estimate: Estimate): Finding | null {
  const { lexicon, numbers = [] } = context;
  const lower = own.toLowerCase();
  const spoken = numbers.filter(
    ({ phrase, about = "" }) =>
      phrase !== "" && lower.includes(phrase.toLowerCase()) && lower.includes(about.toLowerCase()),
  );
  const special = spoken.filter(({ about }) => about !== undefined);
  // With two numbers in one sentence nothing tells which word is whose.
  const [meant, second] = special.length > 0 ? special : spoken;
  if (meant === undefined || second !== undefined) return null;
  const term = termFor(lexicon, wholePercent(meant.p));
  if (term === null || term === estimate.term) return null;
  return {
    rule: "model",
    ...wholeOf(estimate),
    title: "Word against the model",
    sentence: `The model gives ${percentLabel(meant.p)} ${meant.phrase}: ${wordOf(term)} ${rangeOf(term)}. Take its word, or say under Dissent why yours differs.`,
    fix: inPlaceOf(estimate, term),
  };
}

function againstBracket({ own, context }: Sentence, estimate: Estimate): Finding | null {
  const { bracket, term, word } = estimate;
  const right = rangeOf(term);
  if (bracket === null || bracket.text === right) return null;
  const inside = bracket.numbers.length === 1 && fits(bracket.numbers, term);
  if (inside)
    return {
      rule: "range-missing",
      ...wholeOf(estimate),
      title: "No range",
      sentence: `“${capitalised(word)}” is read with its range ${right}.`,
      fix: { ...wholeOf(estimate), text: `${own.slice(estimate.start, estimate.end)} ${right}` },
    };
  const meant = termFor(context.lexicon, Math.round(middle(bracket.numbers))) ?? term;
  return {
    rule: "word-number",
    ...wholeOf(estimate),
    title: "Word against number",
    sentence: `“${capitalised(word)}” means ${right.slice(1, -1)}, and ${bracket.text.slice(1, -1)} stands beside it.`,
    fix: inPlaceOf(estimate, meant),
  };
}

/** One word and one number in a sentence, and they do not go together. */
function againstNumber({ percents, estimates, context }: Sentence, estimate: Estimate): Finding | null {
  const { bracket, term, word } = estimate;
  const [only, second] = percents.filter((one) => !estimates.some((other) => within(one, other.bracket)));
  if (bracket !== null || only === undefined || second !== undefined || estimates.length > 1) return null;
  if (fits(only.numbers, term)) return null;
  const meant = termFor(context.lexicon, Math.round(middle(only.numbers)));
  return {
    rule: "word-number",
    ...wholeOf(estimate),
    title: "Word against number",
    sentence: `“${capitalised(word)}” means ${rangeOf(term).slice(1, -1)}, and the sentence says ${only.text}.`,
    ...(meant === null ? {} : { fix: inPlaceOf(estimate, meant) }),
  };
}

function noRange(sentence: Sentence, { bracket, term, word, start, end }: Estimate): Finding | null {
  // Where confidence stands in the sentence too, that finding speaks of the range as well.
  if (bracket !== null || isBoth(sentence)) return null;
  return {
    rule: "range-missing",
    start,
    end,
    title: "No range",
    sentence: `“${capitalised(word)}” needs its range ${rangeOf(term)}: people read the word alone very differently.`,
    fix: { start: end, end, text: ` ${rangeOf(term)}` },
  };
}

const denials = ({ own, context: { lexicon } }: Sentence): Finding[] =>
  denialsIn(own, lexicon).map(({ start, end, word, meant }) => ({
    rule: "denied",
    start,
    end,
    title: "A word denied",
    sentence: `“${capitalised(word)}” leaves open how far: “${wordOf(meant)}” says it with a range.`,
    fix: { start, end, text: `${kept(word, wordOf(meant))} ${rangeOf(meant)}` },
  }));

function noEstimate({ own, estimates, percents, context }: Sentence): Finding[] {
  const [hedge] = hedgesIn(own);
  if (hedge === undefined || estimates.length > 0 || percents.length > 0) return [];
  if (denialsIn(own, context.lexicon).length > 0) return [];
  const picks = context.lexicon.terms.flatMap((term) => {
    const word = `${wordOf(term)} ${rangeOf(term)}`;
    const text = rewrittenHedge(own, hedge, word, context.isName ?? (() => false));
    return text === null ? [] : [{ word, fix: { start: 0, end: own.length, text } }];
  });
  return [
    {
      rule: "no-estimate",
      start: hedge.start,
      end: hedge.end,
      title: "No estimate",
      sentence: `“${capitalised(hedge.word)}” says nothing a reader can check. ${picks.length > 0 ? "Pick a word with its range." : "Say how likely, with a word and its range."}`,
      ...(picks.length > 0 ? { picks } : {}),
    },
  ];
}

const certainty = ({ own, estimates }: Sentence): Finding[] =>
  certaintiesIn(own)
    .filter((one) => !estimates.some((estimate) => within(one, wholeOf(estimate))))
    .map(({ word, start, end }) => ({
      rule: "certainty",
      start,
      end,
      title: "Nothing is certain",
      sentence: `“${capitalised(word)}” leaves no room for being wrong; the scale ends at 1% and 99%.`,
    }));

function otherConfidence({ own, confidence, context }: Sentence): Finding[] {
  const picked = context.confidence;
  if (picked === undefined || confidence === null || confidence.level === null) return [];
  if (confidence.level === picked) return [];
  const { start, end } = confidence.levelAt;
  return [
    {
      rule: "confidence-word",
      start,
      end,
      title: "Confidence says otherwise",
      sentence: `The text says ${confidence.level}, and ${picked} is picked.`,
      fix: { start, end, text: kept(own.slice(start, end), picked) },
    },
  ];
}

const within = (part: Span, whole: Span | null): boolean =>
  whole !== null && part.start >= whole.start && part.end <= whole.end;
const middle = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const fits = (numbers: readonly number[], { low, high }: Term): boolean =>
  numbers.every((n) => n >= low && n <= high);
/** A word with the capital of the one whose place it takes. */
const kept = (before: string, word: string): string => (/^\p{Lu}/u.test(before) ? capitalised(word) : word);

/** The word of this row for what another row's word says: the one whose middle lies nearest. */
function counterpart(lexicon: Lexicon, { low, high }: Term): Term {
  const at = (term: Term) => Math.abs(term.low + term.high - low - high);
  return lexicon.terms.reduce((best, term) => (at(term) < at(best) ? term : best));
}

/** The sentence with a range after every word that lacks one. */
function withRanges(own: string, lexicon: Lexicon, rows: readonly Lexicon[]): string {
  return estimatesIn(own, rows)
    .reverse()
    .reduce((text, one) => {
      if (one.bracket !== null || one.lexicon !== lexicon) return text;
      return applyFix(text, { start: one.end, end: one.end, text: ` ${rangeOf(one.term)}` });
    }, own);
}
