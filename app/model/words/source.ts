import type { Case } from "../case/types.ts";

/** What a case can rest on. `source.kind` of a file says it; any other text there is somebody else's. */
export const SOURCE_KINDS = ["article", "report", "text", "sources", "none"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How what a case rests on is called on screen. */
export interface SourceWords {
  readonly kind: SourceKind;
  /** In brackets and as a label: "article", "sources", "case". */
  readonly name: string;
  /** Inside a sentence: "the article", "the sources", "this case". */
  readonly the: string;
  /** "the article’s", "the sources’", "this case’s" */
  readonly own: string;
  /** The verbs that stand after `the`. */
  readonly has: "has" | "have";
  readonly does: "does" | "do";
  /** What was added to it: "beyond the article"; without a source "an added assumption". */
  readonly beyond: string;
}

const one = (kind: SourceKind, name: string): SourceWords => ({
  kind,
  name,
  the: `the ${name}`,
  own: `the ${name}’s`,
  has: "has",
  does: "does",
  beyond: `beyond the ${name}`,
});

const WORDS: Readonly<Record<SourceKind, SourceWords>> = {
  article: one("article", "article"),
  report: one("report", "report"),
  text: one("text", "text"),
  sources: { ...one("sources", "sources"), own: "the sources’", has: "have", does: "do" },
  none: { ...one("none", "case"), the: "this case", own: "this case’s", beyond: "an added assumption" },
};

type Sourced = Pick<Case, "source">;

/** What a case rests on: as it says, else read off what it holds. */
export function sourceKind({ source }: Sourced): SourceKind {
  const said = SOURCE_KINDS.find((kind) => kind === source.kind);
  return said ?? sourceKindRead({ source });
}

/** What a case seems to rest on where it does not say: several sources, an article, a text, nothing. */
export function sourceKindRead({ source }: Sourced): SourceKind {
  const { title, author, publisher, items = [], paragraphs = [] } = source;
  if (items.length > 1) return "sources";
  const [named, written, published] = [title, author, publisher].map((words) => words.trim() !== "");
  if (named && written && published) return "article";
  return named || items.length > 0 || paragraphs.some(({ left }) => !left) ? "text" : "none";
}

/** The words for what a case rests on. Every text on screen that speaks of it takes them from here. */
export const sourceWords = (theCase: Sourced): SourceWords => WORDS[sourceKind(theCase)];

/** "as in the article" */
export const asInSource = (theCase: Sourced): string => `as in ${sourceWords(theCase).the}`;
