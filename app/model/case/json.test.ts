import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt, problemSentence } from "./problem.ts";
import { parseJson } from "./json.ts";

const outcome = (text: string) => {
  const read = attempt(() => parseJson(text));
  return read.ok ? read.value : problemSentence(read.problem);
};

describe("JSON", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 1, 4, "\t"), (text, indent) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        const value: unknown = JSON.parse(text);
        expect(parseJson(JSON.stringify(value, null, indent))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(parseJson(text)).toEqual(JSON.parse(text.replaceAll(/-0(?![.\d])/g, "0")));
      }),
    );
  });

  it("takes and leaves the same texts as JSON.parse", () => {
    const piece = fc.constantFrom(
      ...'[]{},:"\\ \n0123456789.eE+-truefalsnu\u00e9\u2028\t\u0001',
      '"a"',
      "true",
      "1.5e3",
      "\\u00e9",
      "{}",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const theirs = attemptTheirs(text);
        const ours = attempt(() => parseJson(text));
        if (!ours.ok) expect(["key-twice", "not-json"]).toContain(ours.problem.kind);
        // What only we refuse: a doubled name, a number too large to hold.
        if (
          !ours.ok &&
          (ours.problem.kind === "key-twice" || problemSentence(ours.problem).includes("1.8e308"))
        )
          return;
        expect(ours.ok).toBe(theirs);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    [
      "",
      "The file is damaged at line 1, column 1, where a value is expected and the end of the file stands; mend that line or open the previous copy (.bak).",
    ],
    [
      '{"a": 1,\n "b" 2}',
      'The file is damaged at line 2, column 6, where ":" is expected and "2" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      "[1, 2",
      'The file is damaged at line 1, column 6, where "," or "]" is expected and the end of the file stands; mend that line or open the previous copy (.bak).',
    ],
    [
      '{"a": 1,}',
      'The file is damaged at line 1, column 9, where a name in "quotation marks" is expected and "}" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      '["\\q"]',
      'The file is damaged at line 1, column 3, where an escape such as \\n or \\" is expected and "\\\\" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      '["a\nb"]',
      'The file is damaged at line 1, column 4, where a letter or the closing " is expected and "\\n" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      "[1e999]",
      'The file is damaged at line 1, column 2, where a number below 1.8e308 is expected and "1" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      "[NaN]",
      'The file is damaged at line 1, column 2, where a value is expected and "N" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      "{} {}",
      'The file is damaged at line 1, column 4, where the end of the file is expected and "{" stands; mend that line or open the previous copy (.bak).',
    ],
    [
      '{"a":\n  {"__proto__": 1}}',
      'The name "__proto__" at line 2, column 4 is not allowed in a case; remove or rename it.',
    ],
    [
      '{"\\u005f_proto__": 1}',
      'The name "__proto__" at line 1, column 2 is not allowed in a case; remove or rename it.',
    ],
    [
      '{"constructor": {"prototype": 1}}',
      'The name "constructor" at line 1, column 2 is not allowed in a case; remove or rename it.',
    ],
    [
      '{"a": 1, "a": 2}',
      'The name "a" stands twice in one object, the second time at line 1, column 10; keep one of the two.',
    ],
  ])("refuses %j with its place", (text, sentence) => {
    expect(outcome(text)).toBe(sentence);
  });

  it("reads 64 levels and refuses 65, however many follow", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(outcome(nested(64))).toBeInstanceOf(Array);
    expect(outcome(nested(65))).toBe(
      "The file nests more than 64 levels deep at line 1, column 65, which no case needs; open the previous copy (.bak).",
    );
    expect(outcome("[".repeat(5_000_000))).toContain("64 levels");
    expect(outcome('{"a":'.repeat(1_000_000))).toContain("64 levels");
  });

  it("gives plain objects that inherit nothing new, and no negative zero", () => {
    const read = parseJson('{"toString": 1, "x": -0}') as Record<string, unknown>;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.hasOwn(read, "toString")).toBe(true);
    expect(Object.is(read["x"], 0)).toBe(true);
  });
});

function attemptTheirs(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
