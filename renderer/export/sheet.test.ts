// @vitest-environment jsdom
import fc from "fast-check";
import { expect, test } from "vitest";
import { attributesOf, parseColor } from "./presentation.ts";
import { countAnew, inlineSvg } from "./inline.ts";
import { needsExtended } from "./fonts.ts";
import { composeSheet } from "./sheet.ts";
import type { SheetInput } from "./sheet.ts";

const measure = (text: string, { size }: { size: number }) => [...text].length * size * 0.5;
const input: SheetInput = {
  width: 640,
  brand: "Entente",
  title: "Within ten years, it is unlikely\u00a0(20–45%) that the marriage of convenience breaks",
  subtitle: "What happens, by horizon.",
  chart: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="592" height="190"/>',
    width: 592,
    height: 190,
  },
  notes: ["4 in 5 plausible weightings lie between 26% and 39%."],
  footer: ["Case: sample. Numbers are judgement, not frequency."],
  tokens: { surface: "#ffffff", ink: "#191c22", ink2: "#454b57", ink3: "#646a76", line: "#dedad0" },
  measure,
};
const read = (svg: string) => new DOMParser().parseFromString(svg, "image/svg+xml");
const draw = (markup: string) => {
  const live = read(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${markup}</svg>`);
  return live.documentElement as unknown as SVGSVGElement;
};

test("whatever the words are, the sheet is well-formed and says them", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      "]]>",
      "</svg>",
      "<script>alert(1)</script>",
      '" onload="x',
      "&amp;",
      "\ud800",
      "\u0000\u0001",
    ),
  );
  fc.assert(
    fc.property(words, words, words, words, (title, note, footer, marking) => {
      const { svg } = composeSheet({ ...input, title, notes: [note], footer: [footer], marking });
      const sheet = read(svg);
      expect(sheet.querySelector("parsererror")).toBeNull();
      expect(sheet.querySelector("script, [onload]")).toBeNull();
      const legal = title.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
      const plain = (text: string | null | undefined) => (text ?? "").replace(/\s/g, "");
      expect(plain(sheet.querySelector("title")?.textContent)).toBe(plain(legal));
    }),
    { numRuns: 200 },
  );
});

test("the sheet is as high as what is on it; a given height fits the chart in", () => {
  const page = composeSheet(input);
  expect(composeSheet({ ...input, notes: [] }).height).toBeLessThan(page.height);
  const slide = composeSheet({ ...input, width: 960, height: 540 });
  expect([slide.width, slide.height]).toEqual([960, 540]);
  const lowest = [...read(slide.svg).querySelectorAll("tspan, text")]
    .map((text) => Number(text.getAttribute("y")))
    .filter((y) => y > 0);
  expect(Math.max(...lowest)).toBeLessThan(540);
});

test("a chart that is narrower than the paper stands in its middle", () => {
  const { svg } = composeSheet({ ...input, width: 960, height: 540 });
  const placed = read(svg).querySelector("#sheet-chart")?.getAttribute("transform") ?? "";
  const [left, , scale] = [...placed.matchAll(/[\d.]+/g)].map(Number);
  expect(left).toBeCloseTo((960 - 592 * (scale ?? 0)) / 2, -1);
});

test("lines stay inside the paper and a word keeps its range", () => {
  const lines = [...read(composeSheet({ ...input, width: 340 }).svg).querySelectorAll("tspan")];
  const [head] = lines;
  const texts = lines.map(({ textContent }) => textContent);
  expect(head).toBeDefined();
  for (const line of texts) expect(line.length * 9.5).toBeLessThanOrEqual(2 * (340 - 48));
  expect(texts.some((text) => text.includes("unlikely\u00a0(20–45%)"))).toBe(true);
});

test("a marking is printed at the head and at the foot, and nothing where there is none", () => {
  const times = (marking: string | null) =>
    composeSheet({ ...input, marking }).svg.split("TLP:GREEN").length - 1;
  expect(times("TLP:GREEN")).toBe(2);
  expect(times(null)).toBe(0);
});

test("a drawing on its own has no scripts, handlers, classes, foreign links or page attributes", () => {
  const hostile = draw(
    `<script>alert(1)</script><style>*{}</style><foreignObject/><title>t</title>
     <g onclick="x()" class="c" style="fill:red" role="button" aria-label="a" tabindex="0" data-part="d">
       <a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:x()" href="https://elsewhere/"><path d="M0 0" onLoad="x()"/></a>
       <use href="#mark"/><image href="https://elsewhere/p.png"/><text x="1">12%</text></g>`,
  );
  const alone = inlineSvg(hostile, () => "");
  expect(alone.querySelector("script, style, foreignObject, title")).toBeNull();
  const names = [alone, ...alone.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`),
  );
  expect(names.filter((name) => /^(on|class|style|role|aria|tabindex|data)/i.test(name))).toEqual([]);
  expect(names.filter((name) => name.includes("href"))).toEqual(["href=#mark"]);
  expect(alone.textContent.trim()).toBe("12%");
  expect(hostile.querySelector("script")).not.toBeNull();
});

test("names of parts are counted anew, with what points at them, and nothing else", () => {
  const drawn = (n: number) => {
    const svg = draw(
      `<defs><clipPath id="recharts${n}-clip"/><pattern id="_r_${n}_hatch"/></defs>
       <g clip-path="url(#recharts${n}-clip)"/><use href="#_r_${n}_hatch"/><path fill="#143d6b"/><text x="#else"/>`,
    );
    countAnew(svg);
    return svg.innerHTML;
  };
  expect(drawn(429)).toBe(drawn(3));
  expect(drawn(3)).toContain('clip-path="url(#part1)"');
  expect(drawn(3)).toContain('href="#part2"');
  expect(drawn(3)).toContain('fill="#143d6b"');
  expect(drawn(3)).toContain('x="#else"');
});

test("looks become attributes where they differ from the parent's, and hidden parts go", () => {
  const live = draw(
    `<g><rect id="a"/><rect id="b"/></g><rect id="hidden"/><rect id="hit"/><defs><rect id="d"/></defs>`,
  );
  const looks: Record<string, Record<string, string>> = {
    b: { fill: "rgb(150, 52, 5)" },
    hidden: { display: "none" },
    hit: { fill: "rgba(0, 0, 0, 0)" },
    d: { fill: "rgba(0, 0, 0, 0)" },
  };
  const base: Record<string, string> = { fill: "rgb(20, 61, 107)", stroke: "none", opacity: "1" };
  const alone = inlineSvg(live, (element, property) => looks[element.id]?.[property] ?? base[property] ?? "");
  expect([...alone.querySelectorAll("rect")].map(({ id }) => id)).toEqual(["a", "b", "d"]);
  expect(alone.getAttribute("fill")).toBe("#143d6b");
  expect(alone.querySelector("#a")?.hasAttribute("fill")).toBe(false);
  expect(alone.querySelector("#b")?.getAttribute("fill")).toBe("#963405");
  expect(alone.querySelector("#b")?.hasAttribute("opacity")).toBe(false);
});

test("colours are plain, with their opacity apart; references point into the drawing", () => {
  expect(parseColor("rgb(20, 61, 107)")).toEqual({ hex: "#143d6b", alpha: 1 });
  expect(parseColor("rgba(20, 61, 107, 0.5)")).toEqual({ hex: "#143d6b", alpha: 0.5 });
  expect(parseColor("color(srgb 1 0.5 0 / 0.25)")).toEqual({ hex: "#ff8000", alpha: 0.25 });
  expect(parseColor("none")).toBeNull();
  const looks: Record<string, string> = {
    fill: 'url("https://page/index.html#hatch")',
    stroke: "rgba(0, 0, 0, 0.5)",
    "stroke-opacity": "0.5",
    "stroke-width": "1.6px",
    "stroke-dasharray": "2.5px, 2.5px",
    "letter-spacing": "normal",
  };
  const attributes = attributesOf("path", (property) => looks[property] ?? "");
  expect(Object.fromEntries(attributes)).toEqual({
    fill: "url(#hatch)",
    "fill-opacity": "1",
    stroke: "#000000",
    "stroke-opacity": "0.25",
    "stroke-width": "1.6",
    "stroke-dasharray": "2.5, 2.5",
    "letter-spacing": "0",
  });
});

test("extended Latin letters ask for the second part of the fonts, others do not", () => {
  expect(needsExtended("Israeli strikes, 20–45% – “café” −3 ±0 €")).toBe(false);
  expect(needsExtended("Łukasz")).toBe(true);
  expect(needsExtended("Сирия")).toBe(false);
});
