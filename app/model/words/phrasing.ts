import type { Span } from "./sentences.ts";
import { capitalised } from "./text.ts";

/** Where a sentence says how sure we are. */
export interface ConfidenceSaid extends Span {
  readonly level: "low" | "moderate" | "high" | null;
  readonly levelAt: Span;
}

const LEVEL = "(low|moderate|medium|high)";
const SAID = [
  new RegExp(
    `(?<![\\p{L}-])(?:with|in|of|have|has|hold)?\\s*(?:very\\s+)?${LEVEL}(?:-|\\s+to\\s+\\w+\\s+|\\s+)confidence(?![\\p{L}-])`,
    "giu",
  ),
  new RegExp(
    `(?<![\\p{L}-])confidence\\s+(?:level\\s+)?(?:is|remains|in\\s+this\\s+is)\\s+(?:very\\s+|only\\s+)?${LEVEL}(?![\\p{L}-])`,
    "giu",
  ),
  /(?<![\p{L}-])(?:(?:we|analysts)\s+(?:are|feel)\s+(?:very\s+|quite\s+|fairly\s+)?confident|with\s+(?:great\s+|some\s+|little\s+)?confidence)(?![\p{L}-])/giu,
];

/** What a sentence says of confidence, if it does. */
export function confidenceIn(sentence: string): ConfidenceSaid | null {
  for (const pattern of SAID) {
    pattern.lastIndex = 0;
    const match = pattern.exec(sentence);
    if (!match) continue;
    const said = match[1]?.toLowerCase();
    const level =
      said === "medium" ? "moderate" : said === "low" || said === "moderate" || said === "high" ? said : null;
    const lead = match[0].length - match[0].trimStart().length;
    const at = said === undefined ? match.index : match.index + match[0].toLowerCase().indexOf(said);
    return {
      start: match.index + lead,
      end: match.index + match[0].length,
      level,
      levelAt: { start: at, end: at + (said?.length ?? 0) },
    };
  }
  return null;
}

const JUDGE = "(?:we\\s+)?(?:judge|assess|think|believe|estimate|hold|expect)(?:\\s+that)?";
const FIRST = new RegExp(
  `^(?:with|in|we\\s+have)\\s+(?:very\\s+)?${LEVEL}\\s+confidence\\s*(?:,|that)?\\s*(?:${JUDGE}\\s+)?`,
  "iu",
);
const WE_FIRST = new RegExp(
  `^we\\s+(?:judge|assess|think|believe|estimate|hold|expect)\\s+with\\s+${LEVEL}\\s+confidence\\s+(?:that\\s+)?`,
  "iu",
);
const LAST = new RegExp(
  `\\s*(?:,|\\(|—|–)?\\s*(?:and\\s+)?(?:with|in)\\s+(?:very\\s+)?${LEVEL}\\s+confidence\\)?(?=[.!]?$)`,
  "iu",
);
const AND = new RegExp(
  `\\s*(?:,|;)?\\s*(?:and\\s+)?(?:our\\s+|the\\s+)?confidence\\s+is\\s+${LEVEL}(?=[.!]?$)`,
  "iu",
);
const BRACKETED = new RegExp(`\\s*[(\\[]${LEVEL}\\s+confidence[)\\]]`, "iu");

/**
 * One sentence with likelihood and confidence as two. Null where no rule is sure to give sentences.
 * @param ranged puts the range after words that lack it
 */
export function splitConfidence(
  sentence: string,
  { level }: ConfidenceSaid,
  ranged: (rest: string) => string,
): string | null {
  if (level === null) return null;
  const pattern = [FIRST, WE_FIRST, LAST, AND, BRACKETED].find((one) => one.test(sentence));
  if (!pattern) return null;
  const rest = sentence.replace(pattern, "").trim();
  if (rest === "" || confidenceIn(rest) !== null) return null;
  const first = capitalised(rest);
  const stopped = /[.!?…]["”’')\]]*$/.test(first) ? first : `${first}.`;
  return `${ranged(stopped)} Our confidence is ${level}.`;
}

const CERTAIN =
  /(?<![\p{L}-])(?:certainly|definitely|undoubtedly|without (?:a )?doubt|inevitable|inevitably|impossible|guaranteed|no chance|100\s?%|(?<![\d.,–-])0\s?%)(?![\p{L}-])/giu;

/** Words that leave no room for being wrong. */
export function certaintiesIn(sentence: string): (Span & { readonly word: string })[] {
  return [...sentence.matchAll(CERTAIN)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
