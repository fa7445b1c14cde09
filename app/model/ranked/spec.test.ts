import { describe, expect, test } from "vitest";
import { mutate } from "../case/mutate.test-help.ts";
import { rankedTable } from "./ranked-table.ts";
import { type RankedSpec, readRankedSpec } from "./spec.ts";

const good = {
  states: 3,
  parents: [
    { id: "a", states: 3 },
    { id: "b", states: ["low", "high"] },
  ],
  function: "wmean",
  weights: [1, 2],
  variance: 0.01,
};
const expressed = { ...good, function: "expression", weights: [], expression: "(a+b)/2" };

/** The sentence with which a description, as read from a file, is refused. */
function refusal(value: unknown): string {
  const read = readRankedSpec(value);
  if (!read.ok) return read.sentence;
  const made = rankedTable(read.spec);
  return made.ok ? "made" : made.sentence;
}

describe("a description of a ranked table", () => {
  test("is read as it stands", () => {
    const read = readRankedSpec(good);
    expect(read).toEqual({ ok: true, spec: good });
    expect(refusal(expressed)).toBe("made");
  });

  test.each([
    [null, "The description"],
    [{ ...good, polarity: 1 }, 'The description of the table has a field "polarity"'],
    [{ ...good, states: 1 }, "states must be 2"],
    [{ ...good, states: ["x", "x"] }, "states[1] is"],
    [{ ...good, states: undefined }, "states must be"],
    [{ ...good, parents: {} }, "parents must be a list"],
    [{ ...good, parents: [{ states: 3, weight: 1 }] }, 'parents[0] has a field "weight"'],
    [
      {
        ...good,
        parents: [
          { states: 3, id: "a" },
          { states: 3, id: "a" },
        ],
      },
      "parents[1].id is",
    ],
    [{ ...good, parents: [] }, "weights: wmean needs at least one parent"],
    [{ ...good, function: "mean" }, "function must be one of"],
    [{ ...good, weights: [1] }, "weights: wmean needs one weight"],
    [{ ...good, weights: [1, "2"] }, "weights[1] must be a finite number"],
    [{ ...good, weights: [1, NaN] }, "weights[1] must be a finite number"],
    [{ ...good, weights: [1, -1] }, "weights: wmean needs finite weights of 0 or more, not -1"],
    [{ ...good, weights: [0, 0] }, "weights: wmean has no value when all weights are zero"],
    [{ ...good, weights: [1e308, 1e308] }, "weights: wmean needs weights whose sum is finite"],
    [
      { ...good, function: "wmin", parents: [{ states: 3 }], weights: [1] },
      "weights: wmin needs two or more parents",
    ],
    [
      { ...good, function: "wmax", parents: [{ states: 3 }], weights: [1] },
      "weights: wmax needs two or more parents",
    ],
    [{ ...good, function: "mixminmax", weights: [0, 0] }, "weights: mixminmax has no value when both"],
    [{ ...good, function: "mixminmax", weights: [1, 0, 1] }, "weights: mixminmax needs exactly two weights"],
    [{ ...good, variance: 0 }, "variance must be above 0"],
    [{ ...good, variance: -0.1 }, "variance must be above 0"],
    [{ ...good, variance: undefined }, "variance is missing"],
    [{ ...good, integration: "agena" }, "integration must be one of midpoint, agena5, exact"],
    [{ ...good, expression: "a" }, "expression belongs to"],
    [{ ...good, partitionBy: ["a"] }, "partitionBy belongs to"],
    [{ ...good, parents: Array.from({ length: 17 }, () => ({ states: 2 })) }, "parents may number 16"],
    [
      {
        ...good,
        parents: Array.from({ length: 9 }, () => ({ states: 9 })),
        weights: [1, 1, 1, 1, 1, 1, 1, 1, 1],
      },
      "parents have so many states",
    ],
    [{ ...expressed, weights: [1] }, "weights must be empty"],
    [{ ...expressed, expression: undefined }, "expression is missing"],
    [{ ...expressed, expression: "(a+c)/2" }, 'expression at column 4: "c" is not'],
    [{ ...expressed, expression: "a/b" }, "expression has no finite value where a = 0, b = 0"],
    [{ ...expressed, expression: ["a", "b"] }, "expression must hold 1 texts"],
    [{ ...expressed, expression: ["a", "b", "a*"], partitionBy: ["a"] }, "expression[2] at column 3"],
    [{ ...expressed, expression: ["a"], partitionBy: ["b"] }, "expression must hold 2 texts"],
    [{ ...expressed, partitionBy: ["c"] }, "partitionBy[0] is"],
    [{ ...expressed, partitionBy: ["a", "a"] }, "partitionBy[1] is"],
  ])("%j is refused in a sentence that names the field", (value, start) => {
    const sentence = refusal(
      value && { ...value, integration: (value as { integration?: unknown }).integration ?? "agena5" },
    );
    expect(sentence.slice(0, start.length)).toBe(start);
    expect(sentence).toMatch(/\.$/);
  });

  test("10,000 times damaged, is taken or refused in one sentence", () => {
    const whole = [good, expressed, { ...expressed, expression: ["a", "a/2"], partitionBy: ["b"] }];
    const texts = whole.map((one) => JSON.stringify(one));
    let [taken, refused] = [0, 0];
    for (let seed = 0; seed < 10_000; seed += 1) {
      let value: unknown = mutate(texts[seed % texts.length]!, seed);
      try {
        value = JSON.parse(value as string);
      } catch {
        // What is no JSON any more is read as the text it is.
      }
      const read = readRankedSpec(value);
      if (read.ok) taken += 1;
      else refused += 1;
      if (!read.ok && !/^[^\n]{5,900}\.$/u.test(read.sentence)) throw new Error(`${seed}: ${read.sentence}`);
    }
    expect(Math.min(taken, refused)).toBeGreaterThan(300);
  }, 60_000);

  test("too much work is refused, not begun", () => {
    const spec: RankedSpec = {
      states: 5,
      parents: Array.from({ length: 7 }, () => ({ states: 5 })),
      function: "wmin",
      weights: [1, 1, 1, 1, 1, 1, 1],
      variance: 0.01,
    };
    expect(refusal(spec)).toMatch(/^parents are too many for this function/);
  });
});
