import { shown } from "../case/problem.ts";
import { placer, refuse } from "./refusal.ts";

export interface Token {
  readonly kind: "word" | "quoted" | "mark" | "end";
  /** The word, the mark, or what stands between quotation marks with \" and \\ undone. */
  readonly text: string;
  readonly at: number;
}

/** What tells the words of a format apart. */
export interface Flavour {
  /** Signs that are tokens of their own. */
  readonly marks: string;
  /** Signs that separate as blanks do. */
  readonly blanks: string;
  /** Comment openers: with a closer, or to the end of the line where the closer is "\n". */
  readonly comments: readonly (readonly [open: string, close: string])[];
}

export interface Scanner {
  /** The token at the front, without taking it. */
  peek(): Token;
  take(): Token;
  /** Whether the front is this mark or bare word; takes it if so. */
  takeIf(text: string): boolean;
  /** @throws Refused unless the front is this mark or bare word. */
  expect(text: string): Token;
  /** A word or quoted text, without blanks around it. @throws Refused for anything else. */
  name(what: string): string;
  place(at: number): string;
  /** @throws Refused: `what` is expected where the token stands. */
  expected(what: string, token: Token): never;
}

/** Reads a text token by token. */
export function scanner(text: string, flavour: Flavour): Scanner {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let front: Token | null = null;

  const place = placer(text);
  const opensComment = () => flavour.comments.find(([open]) => text.startsWith(open, at));
  const isBlank = (sign: string) => sign <= " " || flavour.blanks.includes(sign);

  function skip(): void {
    for (;;) {
      while (at < text.length && isBlank(text[at]!)) at++;
      const comment = at < text.length ? opensComment() : undefined;
      if (comment === undefined) return;
      const close = text.indexOf(comment[1], at + comment[0].length);
      if (close < 0 && comment[1] !== "\n")
        refuse(`The comment that begins at ${place(at)} has no end; close it with ${comment[1]}.`);
      at = close < 0 ? text.length : close + comment[1].length;
    }
  }

  function quoted(start: number): Token {
    let plain = "";
    let from = ++at;
    for (; at < text.length && text[at] !== '"'; at++) {
      if (text[at] === "\\" && (text[at + 1] === '"' || text[at + 1] === "\\")) {
        plain += text.slice(from, at);
        from = ++at;
      }
    }
    if (at >= text.length)
      refuse(`The quotation mark at ${place(start)} is not closed; add the closing one.`);
    return { kind: "quoted", text: plain + text.slice(from, at++), at: start };
  }

  function next(): Token {
    skip();
    const start = at;
    const sign = text[at];
    if (sign === undefined) return { kind: "end", text: "", at };
    if (sign === '"') return quoted(start);
    if (flavour.marks.includes(sign)) return { kind: "mark", text: text[at++]!, at: start };
    do at++;
    while (
      at < text.length &&
      !isBlank(text[at]!) &&
      text[at] !== '"' &&
      !flavour.marks.includes(text[at]!) &&
      opensComment() === undefined
    );
    return { kind: "word", text: text.slice(start, at), at: start };
  }

  const peek = () => (front ??= next());
  function take(): Token {
    const token = peek();
    front = null;
    return token;
  }
  const stands = (wanted: string) =>
    peek().kind !== "quoted" && peek().text === wanted && peek().kind !== "end";
  function takeIf(wanted: string): boolean {
    const there = stands(wanted);
    if (there) take();
    return there;
  }
  function expected(what: string, token: Token): never {
    const found = token.kind === "end" ? "the file ends" : `${shown(token.text)} stands`;
    refuse(`At ${place(token.at)} ${what} is expected and ${found} there; correct the file at that place.`);
  }
  return {
    peek,
    take,
    takeIf,
    expect: (wanted) => (stands(wanted) ? take() : expected(shown(wanted), peek())),
    name(what) {
      const token = take();
      return token.kind === "word" || token.kind === "quoted" ? token.text.trim() : expected(what, token);
    },
    place,
    expected,
  };
}

/** A text between quotation marks, as `scanner` undoes it. */
export const inQuotes = (text: string) => `"${text.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;
