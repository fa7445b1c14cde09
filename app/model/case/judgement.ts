import type { ConfidenceLevel, Inputs } from "./types.ts";

/** The heads of the document, in its order. A list is one text with an item a line. */
export const HEADS = [
  { id: "bottomLine", label: "Bottom line", list: false },
  { id: "confidence", label: "Confidence", list: false },
  { id: "why", label: "Why", list: false },
  { id: "assumptions", label: "Key assumptions", list: true },
  { id: "alternatives", label: "Alternatives", list: true },
  { id: "premortem", label: "If we turn out wrong", list: false },
  { id: "indicators", label: "What would change our mind", list: true },
  { id: "dissent", label: "Dissent", list: false },
] as const;

export type Head = (typeof HEADS)[number]["id"];
export const isHead = (id: unknown): id is Head => HEADS.some((head) => head.id === id);

/** What is written under each head; a head without an entry is empty. */
export type JudgementText = Readonly<Partial<Record<Head, string>>>;

/** Which numbers the bottom line was seeded from: it is never changed by itself, and this tells when it is old. */
export interface Seeded {
  readonly scenario: string;
  readonly horizon: string;
  /** The sentences that were put in. */
  readonly text: string;
}

/** The judgement being written. */
export interface JudgementDraft {
  readonly text: JudgementText;
  /** The row of words it is written in: id of a lexicon. */
  readonly row?: string;
  readonly seeded?: Seeded;
}

/** The range of plausible weightings as it stood, 0..1. */
export interface FrozenRange {
  readonly seed: number;
  readonly draws: number;
  readonly horizons: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
}

/**
 * A judgement as it was given, never changed again. Only `horizons` must be there, so that judgements written by hand
 * can be scored as well; what the app freezes has everything, and a seal over all of it.
 */
export interface Judgement {
  /** Chance of a break by horizon, 0..1, full precision. */
  readonly horizons: Readonly<Record<string, number>>;
  readonly id?: string;
  /** ISO time of the freeze. */
  readonly date?: string;
  /** Of the app. */
  readonly version?: string;
  /** The horizon of the bottom line, and the row of words. */
  readonly horizon?: string;
  readonly row?: string;
  /** "unlikely (20–45%)" by horizon: the word as it was given. */
  readonly words?: Readonly<Record<string, string>>;
  /** The day on which each horizon ends and can be scored. */
  readonly due?: Readonly<Record<string, string>>;
  readonly text?: JudgementText;
  readonly confidence?: { readonly level: ConfidenceLevel; readonly reasons: readonly string[] };
  readonly scenario?: { readonly id: string; readonly name: string };
  /** Everything that was put to the case: settings, evidence that counted, view. */
  readonly inputs?: Inputs;
  /** SHA-256 of the argument: the key into `judgementArguments`. */
  readonly argument?: string;
  readonly range?: FrozenRange;
  /** What was still to settle, one sentence each, and why it was frozen all the same. */
  readonly open?: readonly string[];
  readonly reason?: string;
  /** SHA-256 of everything above. */
  readonly seal?: string;
}

/** What the engine reads of a case, as a file of its own: enough to answer again. Unknown to the readers until then. */
export type FrozenArgument = Readonly<Record<string, unknown>>;

/** How one horizon ended. */
export interface VerdictAt {
  readonly broke: boolean;
  readonly date?: string;
  readonly rung?: string;
}

/** How it came out; only `byHorizon` is needed for scoring. */
export interface Verdict {
  readonly byHorizon: Readonly<Record<string, VerdictAt>>;
  readonly broke?: boolean;
  readonly rung?: string | null;
  /** When it broke, or when the last horizon was read. */
  readonly date?: string;
  /** Id of the event that was the break. */
  readonly event?: string | null;
  readonly reason?: string;
  readonly doubts?: readonly string[];
}
