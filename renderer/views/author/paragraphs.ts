import type { SourceParagraph } from "../../../app/model/case/types.ts";

type Paragraphs = readonly SourceParagraph[];

/** A text cut at its blank lines and numbered. */
export const numbered = (text: string): Paragraphs =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter((one) => one !== "")
    .map((one, i) => ({ id: `P${i + 1}`, text: one }));

/** The id of a paragraph that comes after one: "P3" → "P3b", "P3c" … */
function after(all: Paragraphs, id: string): string {
  for (let letter = "b"; ; letter = String.fromCharCode(letter.charCodeAt(0) + 1))
    if (!all.some((one) => one.id === `${id}${letter}`)) return `${id}${letter}`;
}

/** One paragraph as two; the same paragraphs where one of them would be empty. */
export const split = (all: Paragraphs, id: string, at: number): Paragraphs =>
  all.flatMap((one) => {
    const [head, tail] = [one.text.slice(0, at).trimEnd(), one.text.slice(at).trimStart()];
    if (one.id !== id || head === "" || tail === "") return [one];
    return [
      { ...one, text: head },
      { ...one, id: after(all, id), text: tail },
    ];
  });

/** A paragraph and the next as one. */
export function joined(all: Paragraphs, id: string): Paragraphs {
  const i = all.findIndex((one) => one.id === id);
  const [one, next] = [all[i], all[i + 1]];
  if (!one || !next) return all;
  return all.toSpliced(i, 2, { ...one, text: `${one.text} ${next.text}` });
}

export const leftOut = (all: Paragraphs, id: string, left: boolean): Paragraphs =>
  all.map((one) => {
    if (one.id !== id) return one;
    const { left: _before, ...rest } = one;
    return left ? { ...rest, left } : rest;
  });

export const retold = (all: Paragraphs, id: string, text: string): Paragraphs =>
  all.map((one) => (one.id === id ? { ...one, text } : one));
