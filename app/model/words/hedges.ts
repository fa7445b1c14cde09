import { clauseStart } from "./lexicon.ts";
import type { Span } from "./sentences.ts";
import { capitalised } from "./text.ts";

/** A hedge: it leaves open how likely something is. */
export interface Hedge extends Span {
  readonly word: string;
  /** How the sentence is said with an estimate instead. */
  readonly kind: "modal" | "adverb" | "opening" | "other";
}

const MODAL = /(?<![\p{L}-])(?:could|might|may)(?![\p{L}-])/giu;
const ADVERB = /(?<![\p{L}-])(?:possibly|perhaps|conceivably|potentially|maybe|presumably)(?![\p{L}-]),?/giu;
const OPENING =
  /(?<![\p{L}-])(?:it (?:is|remains) (?:possible|conceivable|plausible)|there is (?:a|some) (?:chance|possibility|risk|danger)) that(?![\p{L}-])/giu;
const OTHER =
  /(?<![\p{L}-])(?:cannot be (?:ruled out|excluded|discounted|dismissed)|(?:cannot|can't|can’t) (?:rule out|exclude|discount|dismiss)|is (?:possible|conceivable)|there is (?:a|some) (?:chance|possibility|risk|danger) of)(?![\p{L}-])/giu;

/** "The might of", "military might", "May 2019", "in May". */
function isOtherWord(text: string, { start, end, word }: Hedge): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 16), start), text.slice(end, end + 8)];
  if (/^might$/i.test(word))
    return (
      /\b(?:the|its|their|his|her|our|military|naval|air|economic|financial|full)\s+$/i.test(before) ||
      /^\s+of\b/i.test(after)
    );
  if (word !== "May") return false;
  return (
    /^\s*(?:\d|,\s*\d)/.test(after) ||
    /\b(?:in|on|by|since|until|late|early|mid|of|before|after|last|next|\d+)[\s-]+$/i.test(before)
  );
}

/** Hedges in the order of the text, none inside another. */
export function hedgesIn(text: string): Hedge[] {
  const all = (
    [
      ["opening", OPENING],
      ["other", OTHER],
      ["modal", MODAL],
      ["adverb", ADVERB],
    ] as const
  ).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): Hedge => {
      const word = match[0].replace(/,$/, "");
      return { kind, word, start: match.index, end: match.index + word.length };
    }),
  );
  return all
    .filter((one, i) => !all.some((other, j) => j < i && one.start < other.end && other.start < one.end))
    .filter((one) => !isOtherWord(text, one))
    .sort((a, b) => a.start - b.start);
}

/**
 * The sentence with an estimate in the place of the hedge: "Raids could make it louder." becomes "It is likely
 * (55–80%) that raids will make it louder." Null where no rule of grammar is sure to give a sentence.
 * @param words with the range, "likely (55–80%)"
 * @param isName whether a word keeps its capital inside a sentence
 */
export function rewrittenHedge(
  sentence: string,
  { kind, start, end }: Hedge,
  words: string,
  isName: (word: string) => boolean,
): string | null {
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)];
  const opening = (rest: string) => `${capitalised(clauseStart(words))} that ${uncapitalised(rest, isName)}`;
  switch (kind) {
    case "opening": {
      const said = `${clauseStart(words)} that`;
      return `${before}${before.trim() === "" ? capitalised(said) : said}${after}`;
    }
    case "modal":
      if (/\?\s*$/.test(sentence)) return null;
      // "May it …", "Could Moscow …": a question or a wish.
      if (before.trim() === "") return null;
      return opening(`${before}will${after}`);
    case "adverb":
      return opening(
        `${before}${after.replace(/^,?\s+/, before === "" ? "" : " ")}`.replace(/ {2,}/g, " ").trimStart(),
      );
    case "other":
      return null;
    default:
      return kind satisfies never;
  }
}

function uncapitalised(text: string, isName: (word: string) => boolean): string {
  const first = /^[\p{L}’'-]+/u.exec(text)?.[0] ?? "";
  const keeps = first === "I" || /^\p{Lu}{2}/u.test(first) || isName(first);
  return keeps ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
