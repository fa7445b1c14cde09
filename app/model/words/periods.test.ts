import fc from "fast-check";
import { expect, test } from "vitest";
import { withinWords, yearsSaid, yearsText } from "./periods.ts";

test("a period is said in months below two years, in years from there", () => {
  const years = [0, 1 / 12, 0.5, 1, 1.5, 2, 3, 10, 2.5];
  expect(years.map(withinWords)).toEqual([
    "within a month",
    "within a month",
    "within six months",
    "within a year",
    "within 18 months",
    "within two years",
    "within three years",
    "within ten years",
    "within 2.5 years",
  ]);
  expect(years.map(yearsText)).toEqual([
    "1 month",
    "1 month",
    "6 months",
    "1 year",
    "18 months",
    "2 years",
    "3 years",
    "10 years",
    "2.5 years",
  ]);
});

test("what a phrase says is read back, to what its unit can say", () => {
  fc.assert(
    fc.property(fc.double({ min: 1 / 12, max: 100, noNaN: true }), (years) => {
      expect(Math.abs(yearsSaid(withinWords(years))! - years)).toBeLessThan(1 / 23);
    }),
  );
  const said = [
    "inside of two weeks",
    "by 1.5 years from now",
    "in a half-year",
    "in the long run",
    "in a few years",
  ];
  expect(said.map((phrase) => yearsSaid(phrase)?.toFixed(3))).toEqual(["0.038", "1.500", undefined, undefined, undefined]); // prettier-ignore
});
