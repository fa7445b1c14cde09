import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { openCase, problemSentence } from "./door.ts";
import { readInputs } from "./inputs.ts";
import { CHECKED, referenceRows, shippedCase } from "../shipped.test-help.ts";
import { tinyText } from "./tiny.test-help.ts";
import type { Case } from "./types.ts";

function tinyCase(): Case {
  const read = openCase(tinyText);
  if (!read.ok) throw new Error(problemSentence(read.problem));
  return read.case;
}
const theCase = tinyCase();

describe("inputs", () => {
  it.each([
    {},
    { set: { rain: "VH", shelter: { soon: "L" } }, weights: { rain: 0, shelter: 10 } },
    { set: { rain: {} }, assume: { wet: "VL", anger: { later: "M" } } },
    { observe: { puddles: true, story: false, rain: "H", anger: "VL" } },
    { likelihood: { puddles: [1, 0], story: [0.2, 3] }, ranges: { rain: [6, 6], shelter: [0, 10] } },
    { view: "article" },
    { view: "outside" },
    { view: 0.25 },
  ])("such as %j are read as they are", (inputs) => {
    expect(readInputs(theCase, inputs)).toEqual({ ok: true, inputs });
  });

  it.each(CHECKED)("of every check on $name are read as they are", ({ name, checks }) => {
    const shipped = shippedCase(name);
    for (const { spec } of referenceRows(checks))
      expect(readInputs(shipped, spec)).toEqual({ ok: true, inputs: spec });
  });

  it("may leave parts open with null or undefined", () => {
    expect(readInputs(theCase, { set: null, weights: undefined, view: 0 })).toEqual({
      ok: true,
      inputs: { view: 0 },
    });
  });

  const level = "one of VL, L, M, H, VH";
  const byHorizon = `${level}, or such a level for each horizon named`;
  it.each([
    [null, 'The inputs must be an object such as {"weights": {"strikes": 7}}, not null.'],
    [[], 'The inputs must be an object such as {"weights": {"strikes": 7}}, not an empty list.'],
    ["set", 'The inputs must be an object such as {"weights": {"strikes": 7}}, not "set".'],
    [
      { wieghts: {} },
      "wieghts is not an input; use set, weights, assume, observe, likelihood, ranges or view.",
    ],
    [{ weights: [] }, "weights must be an object, not an empty list."],
    [{ weights: { rain: "12" } }, 'weights.rain must be a number from 0 to 10, not "12".'],
    [{ weights: { rain: 10.01 } }, "weights.rain must be a number from 0 to 10, not 10.01."],
    [{ weights: { rain: NaN } }, "weights.rain must be a number from 0 to 10, not NaN."],
    [{ weights: { rain: Infinity } }, "weights.rain must be a number from 0 to 10, not Infinity."],
    [{ weights: { snow: 1 } }, "weights.snow names no factor of this case; choose from rain, shelter."],
    [
      { weights: { wet: 1 } },
      'weights.wet is a mechanism, which this input does not take; use "assume" or "observe".',
    ],
    [
      { weights: { constructor: 1 } },
      "weights.constructor names no factor of this case; choose from rain, shelter.",
    ],
    [{ set: { toString: "H" } }, "set.toString names no factor of this case; choose from rain, shelter."],
    [{ set: { "a b\n": "H" } }, 'set["a b\\n"] names no factor of this case; choose from rain, shelter.'],
    [{ set: { rain: "high" } }, `set.rain must be ${byHorizon}, not "high".`],
    [{ set: { rain: 3 } }, `set.rain must be ${byHorizon}, not 3.`],
    [{ set: { rain: { soon: "h" } } }, `set.rain.soon must be ${level}, not "h".`],
    [{ set: { rain: { all: "H" } } }, "set.rain.all names no horizon of this case; choose from soon, later."],
    [
      { set: { rain: { valueOf: "H" } } },
      "set.rain.valueOf names no horizon of this case; choose from soon, later.",
    ],
    [
      { assume: { rain: "H" } },
      'assume.rain is a factor, which this input does not take; use "set" or "observe".',
    ],
    [
      { assume: { story: "H" } },
      'assume.story is an indicator, which this input does not take; use "observe" or "likelihood".',
    ],
    [{ assume: { wet: true } }, `assume.wet must be ${byHorizon}, not true.`],
    [{ observe: { story: "H" } }, 'observe.story must be true (seen) or false (seen not to be), not "H".'],
    [{ observe: { wet: true } }, `observe.wet must be ${level}, not true.`],
    [
      { observe: { peace: true } },
      "observe.peace names no indicator or factor or mechanism of this case; choose from rain, shelter, anger, wet, puddles, story.",
    ],
    [
      { likelihood: { wet: [1, 0] } },
      'likelihood.wet is a mechanism, which this input does not take; use "assume" or "observe".',
    ],
    [{ likelihood: { story: [0, 0] } }, "likelihood.story must not be 0 twice, which nothing could explain."],
    [{ likelihood: { story: [1] } }, "likelihood.story must be a list of 2 numbers, not a list of 1."],
    [{ likelihood: { story: [1, -0.1] } }, "likelihood.story[1] must be a number of 0 or more, not -0.1."],
    [
      { likelihood: { story: [Infinity, 1] } },
      "likelihood.story[0] must be a number of 0 or more, not Infinity.",
    ],
    [{ ranges: { rain: [8, 6] } }, "ranges.rain must begin with the lower end, and 8 is above 6."],
    [{ ranges: { rain: [8, 11] } }, "ranges.rain[1] must be a number from 0 to 10, not 11."],
    [{ ranges: { rain: "6 to 8" } }, 'ranges.rain must be a list of 2 numbers, not "6 to 8".'],
    [{ view: "inside" }, 'view must be "article", "outside" or a number from 0 to 1, not "inside".'],
    [{ view: 1.5 }, "view must be a number from 0 to 1, not 1.5."],
    [{ view: { share: 1 } }, 'view must be "article", "outside" or a number from 0 to 1, not an object.'],
  ])("such as %j are refused in a sentence that names the field", (value, sentence) => {
    expect(readInputs(theCase, value)).toEqual({ ok: false, sentence });
  });

  it("never trust a name that every object answers to", () => {
    for (const part of ["set", "weights", "assume", "observe", "likelihood", "ranges"])
      for (const name of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
        const value: unknown = JSON.parse(`{"${part}": {"${name}": 1}}`);
        expect(readInputs(theCase, value)).toMatchObject({ ok: false });
      }
    expect(readInputs(theCase, JSON.parse('{"__proto__": {"view": 1}}'))).toMatchObject({ ok: false });
  });

  it("of any shape are read or refused; what is read is read again as the same", () => {
    const key = fc.constantFrom("rain", "shelter", "wet", "story", "puddles", "soon", "later");
    const leaf = fc.oneof(
      fc.constantFrom("VL", "H", "article"),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), fc.dictionary(key, tie("node"), { maxKeys: 2 })),
    })).node;
    const part = fc.constantFrom("set", "weights", "assume", "observe", "likelihood", "ranges", "view");
    fc.assert(
      fc.property(fc.dictionary(part, tree, { maxKeys: 2 }), (value) => {
        const read = readInputs(theCase, value);
        if (read.ok) expect(readInputs(theCase, read.inputs)).toEqual(read);
        else expect(read.sentence).toMatch(/^[^\n]+\.$/);
      }),
      { numRuns: 10_000 },
    );
  });
});
