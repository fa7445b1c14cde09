import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../answer/evaluate.ts";
import { anyInputs } from "../answer/random.test-help.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { largestRemainder, percentLabel, pointsLabel, rungPercents, signedNumber } from "./numbers.ts";
import { parseChance, parseWeight, weightText } from "./typed.ts";
import { bandOf, ICD203 } from "./scale.ts";
import { estimateSentence, sentenceText, weightWord } from "./sentence.ts";

describe("the scale", () => {
  test("borders belong where the standard and the design put them", () => {
    const word = (percent: number) => ICD203[bandOf(percent)]?.word ?? "outside";
    expect([0, 1, 4, 5, 19, 20, 44, 45, 55, 56, 80, 81, 95, 96, 99, 100].map(word)).toEqual([
      "outside",
      "almost no chance",
      "almost no chance",
      "very unlikely",
      "very unlikely",
      "unlikely",
      "unlikely",
      "roughly even chance",
      "roughly even chance",
      "likely",
      "likely",
      "very likely",
      "very likely",
      "almost certain",
      "almost certain",
      "outside",
    ]);
  });

  test("the word follows the number that is shown, and its range is always in the text", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        const sentence = estimateSentence(p, "it breaks");
        const shown = percentLabel(p);
        expect(sentenceText(sentence)).toMatch(/\((\d\d–\d\d%|under 1%|over 99%)\)/);
        const [low, high] = (sentence.range.match(/\d+/g) ?? []).map(Number);
        if (high !== undefined && low !== undefined) {
          expect(Number.parseInt(shown, 10)).toBeGreaterThanOrEqual(low);
          expect(Number.parseInt(shown, 10)).toBeLessThanOrEqual(high);
        } else expect(shown).toMatch(/[<>]/);
        expect(shown).not.toMatch(/^(0|100)%$/);
      }),
    );
  });

  test("sentences read as English", () => {
    const say = (p: number) => sentenceText(estimateSentence(p, "the pact breaks"));
    expect(say(0.02)).toBe("There is almost no chance (01–05%) that the pact breaks.");
    expect(say(0.33)).toBe("It is unlikely (20–45%) that the pact breaks.");
    expect(say(0.5)).toBe("There is a roughly even chance (45–55%) that the pact breaks.");
    expect(say(0.001)).toBe("There is a chance below the scale (under 1%) that the pact breaks.");
  });
});

describe("typed weights", () => {
  test("numbers and ranges, in the ways people write them", () => {
    expect(parseWeight(" 7 ")).toEqual({ ok: true, weight: 7, range: null });
    for (const text of ["6 to 8", "6-8", "6 – 8", "8..6", "6,0 to 8.0"])
      expect(parseWeight(text)).toEqual({ ok: true, weight: 7, range: [6, 8] });
    expect(parseWeight("5 to 5.5")).toEqual({ ok: true, weight: 5.25, range: [5, 5.5] });
  });

  test("what is no weight is refused in a sentence", () => {
    expect(parseWeight("11")).toEqual({ ok: false, sentence: "A weight is at most 10, not 11." });
    for (const text of ["", "seven", "-3", "6 to", "1e1", "6 to 7 to 8"])
      expect(parseWeight(text).ok).toBe(false);
  });

  test("what is shown can be typed again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (a, b) => {
        const range: [number, number] = [Math.min(a, b) / 2, Math.max(a, b) / 2];
        expect(parseWeight(weightText(0, range))).toMatchObject({ ok: true, range });
        expect(parseWeight(weightText(a / 2, null))).toMatchObject({ ok: true, weight: a / 2, range: null });
      }),
    );
  });
});

describe("numbers on screen", () => {
  test("largest remainder: sums to the total, each within one of its value", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 80, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (values) => {
          const total = Math.round(values.reduce((a, b) => a + b, 0));
          const shown = largestRemainder(values, total);
          expect(shown.reduce((a, b) => a + b, 0) === total).toBe(true);
          shown.forEach((n, i) => expect(Math.abs(n - (values[i] ?? NaN))).toBeLessThan(1 + 1e-9));
        },
      ),
    );
  });

  test("what is no number is given back, not waited for", () => {
    expect(largestRemainder([NaN, 1], 3)).toEqual([NaN, 1]);
  });

  test("rungs add up inside break and no break, and to 100", () => {
    const theCase = shippedCase("russia-iran-syria");
    fc.assert(
      fc.property(anyInputs(theCase), ({ observe: _, likelihood: __, ...inputs }) => {
        for (const at of Object.values(evaluate(theCase, inputs).horizons)) {
          const shown = rungPercents(theCase, at);
          const broke = theCase.outcome.rungs
            .filter((r) => r.happened)
            .reduce((sum, r) => sum + (shown[r.id] ?? NaN), 0);
          expect(broke).toBe(Math.round(at.break * 100));
          expect(Object.values(shown).reduce((a, b) => a + b)).toBe(100);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("points and weights in words", () => {
    expect([3, 0, -2].map(pointsLabel)).toEqual(["+3", "±0", "−2"]);
    for (const points of [3, 0, -2, 41]) expect(signedNumber(pointsLabel(points))).toBe(points);
    expect(["0.36", "7%", "3 of 12", "+1+1", ""].map(signedNumber)).toEqual([0.36, null, null, null, null]);
    expect([0, 2.5, 5, 7.5, 10].map((w) => weightWord(shippedCase("russia-iran-syria"), w, 5))).toEqual([
      "left out",
      "less than in the article",
      "as in the article",
      "more than in the article",
      "twice",
    ]);
  });
});

describe("a chance", () => {
  test.each([
    ["0.05", 0.05],
    [" 0,05 ", 0.05],
    ["5%", 0.05],
    ["12,5 %", 0.125],
    ["1", 1],
    ["0", 0],
    ["1e-6", 1e-6],
  ])("%s is %d", (typed, p) => {
    expect(parseChance(typed)).toEqual({ ok: true, p });
  });

  test.each(["", "often", "-0.1", "1.2", "101%", "1/2"])("%s is refused in a sentence", (typed) => {
    const read = parseChance(typed);
    expect(read.ok ? "" : read.sentence).toMatch(/^(Type a chance|A chance is at most).+\.$/);
  });
});
