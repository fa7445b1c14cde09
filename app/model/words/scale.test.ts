import { describe, expect, test } from "vitest";
import { elicitationChecks } from "../shipped.test-help.ts";
import { LEXICONS } from "./lexicon.ts";
import { bandOf, bandRange, ICD203 } from "./scale.ts";

type Row = readonly [word: string, low: number, high: number];
const { estimativeScales, icd203Cases } = elicitationChecks<{
  estimativeScales: {
    icd203: { rows: readonly (readonly [word: string, synonym: string, low: number, high: number])[] };
    phia: { rows: readonly Row[] };
    nato: { rows: readonly Row[] };
  };
  icd203Cases: readonly (readonly [p: number, word: string])[];
}>();
const plain = (text: string): string => text.replace(/ ?\(.*\)$/, "");
const percent = (p: number): number => Math.round(100 * p * 1e6) / 1e6;

describe("the words of the scale agree with the check file", () => {
  test("word by word, with their ranges and the row of synonyms", () => {
    expect(ICD203.map(({ word, low, high }) => [word, low, high])).toEqual(
      estimativeScales.icd203.rows.map(([word, , low, high]) => [plain(word), percent(low), percent(high)]),
    );
    const synonyms = LEXICONS.find(({ id }) => id === "icd203-synonyms")?.terms;
    expect(synonyms?.map(({ forms }) => forms[0])).toEqual(
      estimativeScales.icd203.rows.map(([, synonym]) => plain(synonym)),
    );
  });

  test("case by case; a number on a border is nearer to even chances, as the words of the app are", () => {
    const borders = new Map([
      [55, "roughly even chance"],
      [80, "likely"],
      [95, "very likely"],
    ]);
    for (const [p, word] of icd203Cases)
      expect([p, ICD203[bandOf(percent(p))]?.word]).toEqual([p, borders.get(percent(p)) ?? word]);
  });

  test.each([
    ["phia", true],
    ["nato", false],
  ] as const)("word by word of %s, gaps and all", (id, gaps) => {
    const own = LEXICONS.find((one) => one.id === id);
    const { rows } = estimativeScales[id];
    expect(own?.gaps ?? false).toBe(gaps);
    expect(own?.terms.map(({ low, high }) => [low, high])).toEqual(
      rows.map(([, low, high]) => [percent(low), percent(high)]),
    );
    own?.terms.forEach(({ forms }, i) =>
      expect(forms.some((form) => rows[i]?.[0].includes(form))).toBe(true),
    );
  });

  test("a range reads as the table prints it", () => {
    expect(ICD203.map(bandRange)).toEqual([
      "01–05%",
      "05–20%",
      "20–45%",
      "45–55%",
      "55–80%",
      "80–95%",
      "95–99%",
    ]);
  });
});
