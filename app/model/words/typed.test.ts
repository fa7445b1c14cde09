import fc from "fast-check";
import { expect, it } from "vitest";
import { parseChance, parseWeight } from "./typed.ts";

const RUNS = 10_000;
/** What comes near to a number and is none, numbers of every size, and any text at all. */
const typed = fc.oneof(
  fc.array(fc.constantFrom(..."0123456789.,%-–—… eEtoTO+\t\u00a0\u2212\u0663".split("")), { maxLength: 12 }).map((all) => all.join("")), // prettier-ignore
  fc.double().map(String),
  fc.tuple(fc.double(), fc.double()).map(([a, b]) => `${a} to ${b}`),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.nat({ max: 400 }).map((n) => "9".repeat(n)),
);

it("anything typed for a weight is one from 0 to 10, with its range in order, or is refused in a sentence", () => {
  let taken = 0;
  fc.assert(
    fc.property(typed, (text) => {
      const read = parseWeight(text);
      if (!read.ok) return void expect(read.sentence).toMatch(/^[^\n]{5,300}\.$/u);
      taken += 1;
      const [low, high] = read.range ?? [read.weight, read.weight];
      expect([0 <= low, low <= high, high <= 10]).toEqual([true, true, true]);
      // Shown to two decimals.
      expect(Math.abs(read.weight - (low + high) / 2)).toBeLessThanOrEqual(0.005 + 1e-9);
    }),
    { numRuns: RUNS },
  );
  expect(taken).toBeGreaterThan(100);
});

it("anything typed for a chance is one from 0 to 1, or is refused in a sentence", () => {
  let taken = 0;
  fc.assert(
    fc.property(typed, (text) => {
      const read = parseChance(text);
      if (!read.ok) return void expect(read.sentence).toMatch(/^[^\n]{5,300}\.$/u);
      taken += 1;
      expect(read.p >= 0 && read.p <= 1).toBe(true);
    }),
    { numRuns: RUNS },
  );
  expect(taken).toBeGreaterThan(100);
});
