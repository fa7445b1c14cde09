import { describe, expect, it } from "vitest";
import { openCase, problemSentence } from "./door.ts";
import { VERSION } from "./migrate.ts";
import { tiny } from "./tiny.test-help.ts";

/* What authors add to a case: functions, rows set by hand, statements, the text. As the newest version writes it. */
function sentenceFor(path: string, value: unknown): string {
  const file = JSON.parse(JSON.stringify({ ...tiny, version: VERSION })) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce((part, key) => part[key] as Record<string, unknown>, file);
  parent[last] = value;
  const opened = openCase(JSON.stringify(file));
  return opened.ok ? "opened" : problemSentence(opened.problem);
}

const half = [0.5, 0.5, 0, 0, 0];
const none = { kind: "anyOf", pushes: [] };
const parted = (parts: unknown, by: unknown = "rain") => ({ kind: "partitioned", by, parts });
const rain = { node: "rain", gate: "level" };
const monotone = { id: "s", kind: "monotone", input: "level", direction: "up", q: "break", h: "all" };
const compared = { id: "s", kind: "comparison", cases: { a: {} } };

describe("the door refuses", () => {
  it.each<readonly [string, unknown, string]>([
    [
      "mechanisms.0.rule",
      { kind: "wmean", pushes: [{ strength: -1, of: [rain] }] },
      'mechanisms[0] "anger".rule.pushes[0].strength must be a number of 0 or more, not -1.',
    ],
    [
      "mechanisms.0.rule",
      { kind: "mixminmax", least: 0, greatest: 0, pushes: [] },
      'mechanisms[0] "anger".rule.greatest must be a number above 0 where least is 0, not 0.',
    ],
    [
      "mechanisms.0.rule",
      parted([{ at: ["VL", "L"], rule: none }]),
      'mechanisms[0] "anger".rule.parts must be a list of parts that have every level between them (M, H, VH in none), not a list of 1.',
    ],
    [
      "mechanisms.0.rule",
      parted([
        { at: ["VL", "L"], rule: none },
        { at: ["L", "M", "H", "VH"], rule: none },
      ]),
      'mechanisms[0] "anger".rule.parts[1].at[0] must be a level that no part has yet (L is in mechanisms[0] "anger".rule.parts[0] already), not "L".',
    ],
    [
      "mechanisms.0.rule",
      parted([
        { at: ["VL", "L", "M", "H", "VH"], rule: none },
        { at: [], rule: none },
      ]),
      'mechanisms[0] "anger".rule.parts[1].at must be a list of one level or more, not an empty list.',
    ],
    [
      "mechanisms.0.rule",
      parted([{ at: ["VL", "huge"], rule: none }]),
      'mechanisms[0] "anger".rule.parts[0].at[1] must be one of VL, L, M, H, VH, not "huge".',
    ],
    [
      "mechanisms.0.rule",
      parted([{ at: ["VL", "L", "M", "H", "VH"], rule: parted([]) }]),
      'mechanisms[0] "anger".rule.parts[0].rule.kind must be one of sum, anyOf, wmean, wmin, wmax, mixminmax, not "partitioned".',
    ],
    [
      "mechanisms.0.rule",
      parted([], "nobody"),
      'mechanisms[0] "anger".rule.by must be the id of a factor or mechanism of this case, not "nobody".',
    ],
    [
      "mechanisms.0.rule",
      parted([{ at: ["VL", "L", "M", "H", "VH"], rule: none }], "anger"),
      "Causes must not run in a circle, and these do: anger → anger; remove one of these arrows.",
    ],
    [
      "mechanisms.1.table",
      [half],
      'mechanisms[1] "wet".table must be a list of 25 rows, one for each combination of the levels of its 2 direct causes, not a list of 1.',
    ],
    [
      "mechanisms.1.table",
      new Array(25).fill([0.5, 0.25, 0, 0, 0]),
      'mechanisms[1] "wet".table[0] must be five shares that sum to 1 (they sum to 0.75), not a list of 5.',
    ],
    [
      "statements",
      [{ ...monotone, factor: "wet" }],
      'statements[0] "s".factor must be the id of a factor, and "wet" is a mechanism.',
    ],
    [
      "statements",
      [{ ...monotone, factor: "rain", q: "mean:puddles" }],
      'statements[0] "s".q must be break, noBreak, intact, the id of a rung, or mean: and the id of a factor or mechanism, not "mean:puddles".',
    ],
    [
      "statements",
      [{ ...compared, asserts: [{ op: "top", case: "b", h: "soon", value: "peace" }] }],
      'statements[0] "s".asserts[0].case must be "a", not "b".',
    ],
    [
      "statements",
      [{ ...compared, cases: { a: { set: { nobody: "H" } } }, asserts: [] }],
      'statements[0] "s".cases.a.set.nobody names no factor of this case; choose from rain, shelter.',
    ],
    [
      "source",
      {
        paragraphs: [
          { id: "P1", text: "a" },
          { id: "P1", text: "b" },
        ],
      },
      'source.paragraphs[1] "P1" has the id "P1", which source.paragraphs[0] "P1" already has; give one of them another id.',
    ],
  ])("%s = %j", (path, value, sentence) => {
    expect(sentenceFor(path, value)).toBe(sentence);
  });

  it("none of them where they are right", () => {
    const some = Array.from({ length: 25 }, (_, row) => (row % 2 ? half : null));
    expect(sentenceFor("mechanisms.1.table", some)).toBe("opened");
    expect(sentenceFor("mechanisms.1.table", null)).toBe("opened");
    expect(sentenceFor("mechanisms.0.rule", { kind: "wmin", pushes: [] })).toBe("opened");
    expect(sentenceFor("mechanisms.0.rule", parted([{ at: ["VH", "VL", "L", "M", "H"], rule: none }]))).toBe(
      "opened",
    );
    expect(sentenceFor("statements", [{ ...monotone, factor: "rain", margin: 0.01 }])).toBe("opened");
  });
});
