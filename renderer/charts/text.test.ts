import fc from "fast-check";
import { expect, test } from "vitest";
import { layLegend } from "./legend.ts";
import { bandText, percentText, signed, spanText, wholePercent } from "./percent.ts";
import { fitText, wrapText } from "./text.ts";
import { placeWords } from "./words.ts";

/** Ten px a letter. */
const measure = (text: string) => [...text].length * 10;
const font = { size: 10 };

test("lines are no wider than the room, and lose nothing but spaces", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.integer({ min: 20, max: 400 }),
      (text, width) => {
        const lines = wrapText(text, font, width, measure);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/[ \t\r\n]/g, "")).toBe(text.replace(/[ \t\r\n]/g, ""));
      },
    ),
  );
});

test("a no-break space keeps a word and its range on one line", () => {
  expect(wrapText("it is unlikely\u00a0(20–45%) that", font, 220, measure)).toEqual([
    "it is",
    "unlikely\u00a0(20–45%) that",
  ]);
});

test("text that is too long ends in an ellipsis and fits", () => {
  expect(fitText("Assad secure", font, 120, measure)).toBe("Assad secure");
  expect(fitText("Assad secure", font, 70, measure)).toBe("Assad…");
});

test("the longest beginning that fits is found in a few looks, however long the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 2, maxLength: 60 }), fc.integer({ min: 20, max: 400 }), (text, width) => {
      const fitted = fitText(text, font, width, measure);
      if (measure(text) <= width) {
 expect(fitted).toBe(text);
 return;
}
      const [letters, shown] = [[...text], [...fitted.slice(0, -1)].length];
      expect(measure(fitted)).toBeLessThanOrEqual(width);
      const longer = letters.findLastIndex((_, i) => measure(`${letters.slice(0, i).join("").trimEnd()}…`) <= width);
      expect([...letters.slice(0, longer).join("").trimEnd()].length).toBe(shown);
    }),
  ); // prettier-ignore
  let looks = 0;
  const counted = (one: string) => ((looks += 1), one.length);
  expect(fitText("W".repeat(1_000_000), font, 100, counted)).toBe(`${"W".repeat(99)}…`);
  expect(looks).toBeLessThan(20);
});

test("a share is never shown as nothing or as all", () => {
  expect([0, 0.004, 0.0108, 0.99, 0.9951, 1].map(percentText)).toEqual([
    "<1%",
    "<1%",
    "1%",
    "99%",
    ">99%",
    ">99%",
  ]);
  expect([0, 1, 100].map(wholePercent)).toEqual(["<1%", "1%", ">99%"]);
  expect([12, -2, 0].map(signed)).toEqual(["+12", "−2", "±0"]);
  expect(spanText(0.412, 0.438)).toBe("41–44%");
  expect(spanText(0, 0.012)).toBe("under 1%");
  expect(spanText(0.988, 1)).toBe("over 99%");
  expect(bandText({ low: 0.01, high: 0.05 })).toBe("01–05%");
});

const bands = [
  { label: "almost no chance", left: 0, right: 20 },
  { label: "unlikely", left: 20, right: 200 },
  { label: "roughly even", left: 200, right: 220 },
  { label: "likely", left: 220, right: 400 },
  { label: "almost certain", left: 400, right: 420 },
];

test("words of neighbouring bands never touch; the active one always stands", () => {
  const shown = (active: number | null, scale: number) =>
    placeWords(
      bands.map((band) => ({ ...band, left: band.left * scale, right: band.right * scale })),
      active,
      10,
      measure,
    ).map(({ index }) => index);
  expect(shown(1, 1)).toEqual([0, 1, 2, 3, 4]);
  expect(shown(2, 0.35)).toContain(2);
  expect(shown(2, 0.35)).not.toContain(1);
});

test("the legend announces the breaks once, never at the end of a line", () => {
  const rungs = ["holds", "strain", "contained", "spills"].map((short, i) => ({
    id: short,
    label: short,
    short,
    tone: "r1" as const,
    happened: i > 1,
  }));
  const wide = layLegend(rungs, 10, 1000, measure);
  expect(wide.lines).toBe(1);
  expect(wide.items.map(({ text }) => text)).toEqual(["holds", "strain", "breaks:", "contained", "spills"]);
  const narrow = layLegend(rungs, 10, 230, measure);
  const [head, contained] = [narrow.items[2], narrow.items[3]];
  expect(head?.line).toBe(contained?.line);
  expect(narrow.width).toBeLessThanOrEqual(230);
});
