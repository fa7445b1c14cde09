import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHIPPED, shippedCase } from "../shipped.test-help.ts";
import { LEXICONS, lexiconOf } from "./lexicon.ts";
import { lint } from "./lint.ts";
import { confidencePrompts, namesIn, seedText } from "./seed.ts";

const syria = shippedCase("russia-iran-syria");

describe("the seeded bottom line", () => {
  it("reads as a sentence", () => {
    const say = (p: number, strain: number | null, row = "icd203") =>
      seedText(syria, lexiconOf(row), { horizon: "long", p, strain });
    expect(say(0.33, 0.27)).toBe(
      "Within ten years, it is unlikely (20–45%) that the marriage of convenience breaks. Open strain within six months is unlikely (20–45%) too.",
    );
    expect(say(0.5, 0.02)).toBe(
      "Within ten years, there is a roughly even chance (45–55%) that the marriage of convenience breaks. Within six months, there is almost no chance (01–05%) of open strain.",
    );
    expect(say(0.02, null, "icd203-synonyms")).toBe(
      "Within ten years, there is a remote chance (01–05%) that the marriage of convenience breaks.",
    );
  });

  it("settles every check by itself, for every number, row and shipped case", () => {
    for (const { name } of SHIPPED) {
      const theCase = shippedCase(name);
      fc.assert(
        fc.property(
          fc.double({ min: 0.011, max: 0.989, noNaN: true }),
          fc.double({ min: 0.011, max: 0.989, noNaN: true }),
          fc.constantFrom(...LEXICONS),
          (p, strain, lexicon) => {
            const horizon = theCase.horizons.at(-1)!;
            const numbers = [
              { phrase: horizon.phrase, p },
              { phrase: theCase.horizons[0]!.phrase, about: "open strain", p: strain },
            ];
            const text = seedText(theCase, lexicon, { horizon: horizon.id, p, strain });
            expect(lint(text, { lexicon, numbers })).toEqual([]);
          },
        ),
        { numRuns: 60 },
      );
    }
  });
});

it("names are told from other words by the case's own texts", () => {
  const names = namesIn(syria);
  expect([names.has("Moscow"), names.has("Israel"), names.has("Raids")]).toEqual([true, true, false]);
});

it("prompts are counted from the case", () => {
  expect(
    confidencePrompts(syria).some((one) => one.startsWith(`${syria.dateConflicts.length} conflicts`)),
  ).toBe(true);
  expect(new Set(confidencePrompts(syria)).size).toBe(confidencePrompts(syria).length);
});
