import { useMemo } from "react";
import { draftOf, headText, linesOf } from "../../../app/model/case/judge.ts";
import { type Head, HEADS } from "../../../app/model/case/judgement.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { lexiconOf } from "../../../app/model/words/lexicon.ts";
import { type Finding, lint, type ModelNumber, type Rule } from "../../../app/model/words/lint.ts";
import { namesIn } from "../../../app/model/words/seed.ts";

/** One thing to settle, numbered through the document. */
export interface Check {
  readonly number: number;
  readonly head: Head;
  /** Its place in the text; null: the head is empty. */
  readonly finding: Finding | null;
  readonly title: string;
  readonly sentence: string;
}

export interface Checks {
  readonly open: readonly Check[];
  /** What holds, said as such. */
  readonly settled: readonly string[];
}

/** A judgement without these is half a judgement. */
const NEEDED: readonly (readonly [Head, string])[] = [
  ["bottomLine", "Say first what you judge, with a word and its range."],
  ["assumptions", "What must hold for this to hold?"],
  ["alternatives", "Write at least one other reading of the same facts."],
  ["premortem", "Suppose it came out otherwise: what was the reason?"],
  ["indicators", "Which signs would change your mind?"],
  ["dissent", "Who sees it otherwise? Write “None” if nobody does."],
];

const SETTLED: readonly (readonly [readonly Rule[], string])[] = [
  [["word-number", "model", "range-missing", "denied"], "Words match the numbers shown"],
  [["two-in-one", "confidence-word"], "How likely and how sure stand apart"],
  [["no-estimate", "certainty"], "Nothing is hedged or certain"],
  [["mixed-rows"], "One row of words throughout"],
];

/** Everything to settle in the draft, in the order of the document. Pure. */
export function checksOf(theCase: Case, numbers: readonly ModelNumber[]): Checks {
  const lexicon = lexiconOf(draftOf(theCase).row);
  const names = namesIn(theCase);
  const isName = (word: string) => names.has(word);
  const found = HEADS.flatMap(({ id, label }): Omit<Check, "number">[] => {
    const text = headText(theCase, id);
    const needed = NEEDED.find(([head]) => head === id);
    if (linesOf(text).length === 0)
      return needed ? [{ head: id, finding: null, title: `${label}: empty`, sentence: needed[1] }] : [];
    // A dissent differs from the model on purpose, and so do other readings and failures imagined.
    const free = id === "dissent" || id === "alternatives" || id === "premortem";
    const context = {
      lexicon,
      isName,
      numbers: free ? [] : numbers,
      confidence: id === "confidence" ? theCase.confidence?.level : undefined,
    };
    return lint(text, context).map((finding) => ({
      head: id,
      finding,
      title: finding.title,
      sentence: finding.sentence,
    }));
  });
  const high =
    theCase.confidence?.level === "high" && theCase.horizons.reduce((sum, { years }) => sum + years, 0) >= 5;
  const all = [
    ...found,
    ...(theCase.confidence === undefined
      ? [
          {
            head: "confidence" as const,
            finding: null,
            title: "No confidence picked",
            sentence: "Pick it on the right, with reasons.",
          },
        ]
      : []),
    ...(high
      ? [
          {
            head: "confidence" as const,
            finding: null,
            title: "High confidence, years ahead",
            sentence:
              "High confidence seldom fits a judgement that looks several years ahead. Lower it, or freeze with the reason.",
          },
        ]
      : []),
  ];
  const rules = new Set(all.flatMap(({ finding }) => (finding ? [finding.rule] : [])));
  const settled = SETTLED.filter(([of]) => !of.some((rule) => rules.has(rule))).map(([, says]) => says);
  const filled = NEEDED.every(([head]) => linesOf(headText(theCase, head)).length > 0);
  return {
    open: all.map((one, i) => ({ ...one, number: i + 1 })),
    settled: [...settled, ...(filled ? ["Assumptions, signs and dissent filled in"] : [])],
  };
}

export const useChecks = (theCase: Case, numbers: readonly ModelNumber[]): Checks => {
  const key = JSON.stringify(numbers);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- numbers are compared by what they say
  return useMemo(() => checksOf(theCase, numbers), [theCase, key]);
};
