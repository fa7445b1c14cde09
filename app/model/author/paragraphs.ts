import type { SourceParagraph } from "../case/types.ts";
import { capitalised } from "../words/text.ts";

/** A text after a change of its paragraphs, as `setParagraphs` takes it. */
export interface Retold {
  readonly paragraphs: readonly SourceParagraph[];
  /** Where a paragraph that has another number now, or went into another, is found. */
  readonly moved: Readonly<Record<string, string>>;
}

/** Longest line of a text that was wrapped by hand or by a mail program; longer lines are paragraphs of their own. */
const WIDEST = 140;
/** Begins a paragraph of its own whatever stands before it: "• ", "- ", "1. ", "(a) ". */
const ITEM = /^(?:[•◦‣▪·*–—-]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)(?=\S)/i;
const ENDS = /[.!?:;…。！？]["'”’»)\]]*$/;

/** Marks that are not seen: byte-order mark, soft hyphen, zero-width space. */
const UNSEEN = /[\uFEFF\u00AD\u200B]/g;
const tidy = (line: string): string => line.replace(/\s+/gu, " ").trim();

/**
 * A pasted text as numbered paragraphs P1, P2 …: parted at blank lines, at bullets and numbers, and where lines are
 * paragraphs of their own; lines that were only wrapped are joined. No word is lost or changed.
 */
export const numbered = (text: string): SourceParagraph[] =>
  text
    .replace(UNSEEN, "")
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .flatMap((block) => partsOf(block.split("\n").map(tidy)))
    .map((one, i) => ({ id: `P${i + 1}`, text: one }));

/** The paragraphs of a block without blank lines. */
function partsOf(lines: readonly string[]): string[] {
  const said = lines.filter((line) => line !== "");
  const widest = Math.max(0, ...said.map((line) => line.length));
  const parts: string[] = [];
  said.forEach((line, i) => {
    const before = said[i - 1];
    const isOwn = before === undefined || ITEM.test(line) || !runsOn(before, line, widest);
    if (isOwn) parts.push(line);
    else parts.push(`${parts.pop() ?? ""} ${line}`);
  });
  return parts;
}

/** Whether a line goes on in the next: it is full, or it ends in the middle of a sentence. */
function runsOn(line: string, next: string, widest: number): boolean {
  if (widest > WIDEST) return false;
  const firstWord = next.split(" ", 1)[0] ?? "";
  const isFull = line.length + 1 + firstWord.length > widest;
  return isFull || !ENDS.test(line);
}

/** The text again, a blank line between paragraphs. */
export const textOf = (paragraphs: readonly SourceParagraph[]): string =>
  paragraphs.map(({ text }) => text).join("\n\n");

const NUMBERED = /^P[1-9]\d*$/;

/** Numbers in order again where all were numbers; other names (H0, "title") are the author's own and stay. */
function renumbered(
  before: readonly SourceParagraph[],
  after: readonly SourceParagraph[],
  moved: Readonly<Record<string, string>> = {},
): Retold {
  const inOrder = before.every(({ id }, i) => NUMBERED.test(id) && id === `P${i + 1}`);
  if (!inOrder) return { paragraphs: after, moved };
  const ids = new Map(after.map(({ id }, i) => [id, `P${i + 1}`]));
  const to = (id: string) => ids.get(moved[id] ?? id);
  return {
    paragraphs: after.map((one, i) => ({ ...one, id: `P${i + 1}` })),
    moved: Object.fromEntries(
      before.flatMap(({ id }): [string, string][] => {
        const now = to(id);
        return now === undefined || now === id ? [] : [[id, now]];
      }),
    ),
  };
}

function freeId(all: readonly SourceParagraph[]): string {
  for (let n = all.length + 1; ; n++) if (!all.some(({ id }) => id === `P${n}`)) return `P${n}`;
}

/**
 * A paragraph cut in two before the sign at `at`; what named it names the first half. The same text where one half
 * would be empty.
 */
export function split(all: readonly SourceParagraph[], id: string, at: number): Retold {
  const one = all.find((paragraph) => paragraph.id === id);
  const [first, second] = [tidy(one?.text.slice(0, at) ?? ""), tidy(one?.text.slice(at) ?? "")];
  if (one === undefined || first === "" || second === "") return { paragraphs: all, moved: {} };
  const halves = [
    { ...one, text: first },
    { ...one, id: freeId(all), text: second },
  ];
  return renumbered(
    all,
    all.flatMap((paragraph) => (paragraph === one ? halves : [paragraph])),
  );
}

/** A paragraph and the next as one; what named the next names it. The same text where there is no next. */
export function joined(all: readonly SourceParagraph[], id: string): Retold {
  const i = all.findIndex((paragraph) => paragraph.id === id);
  const [one, next] = [all[i], all[i + 1]];
  if (one === undefined || next === undefined) return { paragraphs: all, moved: {} };
  const whole = { ...one, text: tidy(`${one.text} ${next.text}`) };
  return renumbered(all, all.toSpliced(i, 2, whole), { [next.id]: one.id });
}

/** A paragraph left out of the argument, or taken in again. */
export const leftOut = (all: readonly SourceParagraph[], id: string, left: boolean): SourceParagraph[] =>
  all.map((one) => {
    if (one.id !== id) return one;
    const { left: _before, ...rest } = one;
    return left ? { ...rest, left } : rest;
  });

/** A paragraph in other words. */
export const retold = (all: readonly SourceParagraph[], id: string, text: string): SourceParagraph[] =>
  all.map((one) => (one.id === id ? { ...one, text } : one));

/** A text put in behind what is there, numbered on. */
export function added(all: readonly SourceParagraph[], text: string): SourceParagraph[] {
  return numbered(text).reduce<SourceParagraph[]>(
    (so, { text: one }) => [...so, { id: freeId(so), text: one }],
    [...all],
  );
}

/** Longest name that is made of a text's words: two lines of a box on the map. */
const LONGEST_NAME = 80;

/** The name that selected words begin with: a capital, whole words up to the longest name, no stop at the end. */
export function nameOfWords(words: string): string {
  const said = capitalised(tidy(words));
  const whole = said.slice(0, LONGEST_NAME + 1).replace(/\s+\S*$/u, "");
  const name = said.length <= LONGEST_NAME ? said : whole.slice(0, LONGEST_NAME);
  return name.replace(/[\s,;:–—-]+$/u, "").replace(/(\p{L}{3})\.$/u, "$1");
}

/**
 * A selection made whole: a word that it cuts belongs to it.
 * @returns where it begins and ends; as it was where it holds no word
 */
export function wholeWords(text: string, start: number, end: number): readonly [start: number, end: number] {
  const words = [...new Intl.Segmenter("en", { granularity: "word" }).segment(text)].flatMap(
    ({ index, segment, isWordLike }): (readonly [number, number])[] =>
      isWordLike && index < end && index + segment.length > start ? [[index, index + segment.length]] : [],
  );
  const [first, last] = [words[0], words.at(-1)];
  return first && last && start < end ? [Math.min(start, first[0]), Math.max(end, last[1])] : [start, end];
}
