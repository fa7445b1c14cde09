import { type CaseProblem, MOST_LEVELS, Refused, shown } from "./problem.ts";

/** Names that reach behind an object into the language; a case has no use for them. */
const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A run of letters that stand for themselves. */
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

/**
 * Reads JSON as the standard has it, and refuses more than `JSON.parse` does: a name that stands twice in one
 * object, names that reach into the language, nesting beyond 64 levels, numbers too large to hold.
 * `JSON.parse` gives no dependable place for a fault and drops doubled names in silence; hence a reader of our own.
 *
 * @throws Refused with the line and column of the first fault.
 */
export function parseJson(text: string): unknown {
  let at = 0;

  const fail = (fault: (place: { line: number; column: number }) => CaseProblem, position: number): never => {
    const before = text.slice(0, position);
    const line = before.split("\n").length;
    throw new Refused(fault({ line, column: position - before.lastIndexOf("\n") }));
  };
  const expected = (what: string): never =>
    fail((place) => ({ kind: "not-json", ...place, expected: what, found: standingAt(text, at) }), at);

  function skipSpace(): void {
    for (; ; at++) {
      const sign = text[at];
      if (sign !== " " && sign !== "\n" && sign !== "\r" && sign !== "\t") return;
    }
  }

  function value(depth: number): unknown {
    skipSpace();
    const sign = text[at];
    if (sign === '"') return string();
    if (sign === "{" || sign === "[") {
      if (depth >= MOST_LEVELS) fail((place) => ({ kind: "too-deep", ...place }), at);
      return sign === "{" ? object(depth + 1) : list(depth + 1);
    }
    for (const [word, meaning] of WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    return number();
  }

  function number(): number {
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0] ?? expected("a value");
    const read = Number(digits);
    if (!Number.isFinite(read)) expected("a number below 1.8e308");
    at += digits.length;
    return read === 0 ? 0 : read; // −0 is written as 0
  }

  function string(): string {
    const start = at++;
    let plain = true;
    for (;;) {
      PLAIN.lastIndex = at;
      PLAIN.test(text); // matches the empty text at least
      at = PLAIN.lastIndex;
      if (text[at] !== "\\") break;
      plain = false;
      ESCAPE.lastIndex = at;
      const escape = ESCAPE.exec(text)?.[0] ?? expected('an escape such as \\n or \\"');
      at += escape.length;
    }
    if (text[at] !== '"') expected('a letter or the closing "');
    at++;
    return plain ? text.slice(start + 1, at - 1) : (JSON.parse(text.slice(start, at)) as string);
  }

  function list(depth: number): unknown[] {
    const items: unknown[] = [];
    at++;
    skipSpace();
    if (text[at] !== "]") {
      for (; ; at++) {
        items.push(value(depth));
        skipSpace();
        if (text[at] !== ",") break;
      }
    }
    if (text[at] !== "]") expected('"," or "]"');
    at++;
    return items;
  }

  function object(depth: number): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    at++;
    skipSpace();
    if (text[at] !== "}") {
      for (; ; at++) {
        skipSpace();
        const start = at;
        const key = text[at] === '"' ? string() : expected('a name in "quotation marks"');
        if (UNSAFE.has(key)) fail((place) => ({ kind: "unsafe-key", key, ...place }), start);
        if (Object.hasOwn(entries, key)) fail((place) => ({ kind: "key-twice", key, ...place }), start);
        skipSpace();
        if (text[at] !== ":") expected('":"');
        at++;
        entries[key] = value(depth);
        skipSpace();
        if (text[at] !== ",") break;
      }
    }
    if (text[at] !== "}") expected('"," or "}"');
    at++;
    return entries;
  }

  const whole = value(0);
  skipSpace();
  if (at < text.length) expected("the end of the file");
  return whole;
}

function standingAt(text: string, at: number): string {
  const sign = text.codePointAt(at);
  return sign === undefined ? "the end of the file" : shown(String.fromCodePoint(sign));
}
