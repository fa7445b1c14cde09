import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCase, SHIPPED } from "../shipped.test-help.ts";
import { baselineOf, faultOfPlain, meanRate, plainRate, ratioOf, spreadRate, yearlyRate } from "./hazard.ts";

const words = fc.record({
  of100: fc.double({ min: 0.01, max: 99, noNaN: true }),
  years: fc.double({ min: 1, max: 100, noNaN: true }),
});
const levels = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
  .filter((p) => p.some((x) => x > 0.01))
  .map((p) => p.map((x) => x / p.reduce((a, b) => a + b)));

describe("out of 100 such partnerships", () => {
  it("words and yearly rates lead to each other", () => {
    fc.assert(
      fc.property(words, ({ of100, years }) => {
        const yearly = yearlyRate({ of100, years });
        expect(yearly).toBeGreaterThan(0);
        expect(plainRate(yearly, years).of100).toBeCloseTo(of100, 6);
      }),
    );
    // Half of them in ten years: one in fifteen a year.
    expect(yearlyRate({ of100: 50, years: 10 })).toBeCloseTo(0.066967, 6);
  });

  it("spread over the levels the rates rise, stay inside 0 and 1, and come to the base rate", () => {
    fc.assert(
      fc.property(
        words,
        levels,
        fc.double({ min: 1.05, max: 8, noNaN: true }),
        ({ of100, years }, p, ratio) => {
          const yearly = yearlyRate({ of100, years });
          fc.pre(faultOfPlain({ of100, years }) === undefined && yearly < 0.95);
          const rates = spreadRate(yearly, p, ratio);
          rates.forEach((rate, k) => {
            expect(rate).toBeGreaterThan(k === 0 ? 0 : rates[k - 1]!);
            expect(rate).toBeLessThan(1);
          });
          expect(meanRate(rates, p)).toBeCloseTo(yearly, 10);
          expect(ratioOf(rates)).toBeCloseTo(ratio, 6);
        },
      ),
    );
  });

  it.each([
    [{ of100: 0, years: 10 }, "between 0 and 100"],
    [{ of100: 100, years: 10 }, "between 0 and 100"],
    [{ of100: NaN, years: 10 }, "between 0 and 100"],
    [{ of100: 20, years: 0 }, "above 0"],
    [{ of100: 20, years: Infinity }, "above 0"],
    [{ of100: 99.9, years: 0.001 }, "too fast or too slow"],
  ])("%j is refused", (plain, says) => expect(faultOfPlain(plain)).toContain(says));

  it.each(SHIPPED)("the levels of $name are a distribution", ({ name }) => {
    const p = baselineOf(shippedCase(name));
    expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(p.every((x) => x >= 0)).toBe(true);
  });
});
