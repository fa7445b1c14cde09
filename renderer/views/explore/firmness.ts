/** How firm a claim is: three dots and a word, from the case's own description. */
export interface Firmness {
  readonly dots: 1 | 2 | 3;
  readonly word: string;
}

const KINDS: readonly (readonly [pattern: RegExp, firmness: Firmness])[] = [
  [/unconfirmed/i, { dots: 1, word: "unconfirmed" }],
  [/interested/i, { dots: 1, word: "interested party" }],
  [/official/i, { dots: 2, word: "official statement" }],
  [/opinion/i, { dots: 2, word: "opinion" }],
  [/document/i, { dots: 3, word: "document" }],
  [/reported/i, { dots: 3, word: "reported" }],
];

export function firmnessOf(description: string): Firmness {
  return (
    KINDS.find(([pattern]) => pattern.test(description))?.[1] ?? {
      dots: 2,
      word: description || "not graded",
    }
  );
}
