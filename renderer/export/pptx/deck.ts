import { strFromU8, strToU8, unzipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import { APART, HOLD, INK, INK2, INK3, LINE, ON_RUNG, RUNG_COLOURS } from "../palette.ts";
import { JUDGEMENT, marked, sourceLine, type Subject } from "../subject.ts";
import { legal } from "../xml.ts";
import { zipped } from "../zip.ts";
import type { Slide, SlideChart } from "./slides.ts";

/* Inches; a slide is 13.333 × 7.5. */
const LEFT = 0.6;
const WIDTH = 12.13;
const SERIF = "Georgia";
const SANS = "Calibri";

/** The slides as a PowerPoint file whose charts can be edited: each carries its numbers as a workbook. */
export async function deckOf(subject: Subject, slides: readonly Slide[]): Promise<Uint8Array<ArrayBuffer>> {
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  deck.title = legal(subject.case.title);
  deck.author = "Entente";
  deck.company = "";
  deck.subject = legal(subject.case.question);
  const marking = marked(subject);
  slides.forEach((slide, i) => draw(deck, slide, legal(marking ?? ""), legal(sourceLine(subject)), i + 1));
  const bytes = (await deck.write({ outputType: "uint8array" })) as Uint8Array;
  return withDefinedAxes(bytes, subject.date);
}

function draw(deck: PptxGenJS, slide: Slide, marking: string, source: string, number: number): void {
  const page = deck.addSlide();
  const text = (content: string, options: PptxGenJS.TextPropsOptions) =>
    page.addText(legal(content), { fontFace: SANS, color: INK, margin: 0, valign: "top", ...options });
  if (marking)
    text(marking, { x: LEFT, y: 0.3, w: WIDTH - 2, h: 0.3, fontSize: 12, bold: true, color: INK2 });
  text("Entente", {
    x: LEFT + WIDTH - 2,
    y: 0.3,
    w: 2,
    h: 0.3,
    fontSize: 12,
    bold: true,
    color: INK2,
    align: "right",
  });
  text(slide.title, {
    x: LEFT,
    y: 0.7,
    w: WIDTH,
    h: 0.95,
    fontFace: SERIF,
    fontSize: 26,
    bold: true,
    fit: "shrink",
  });
  if (slide.chart) {
    text(slide.lines.join(" "), {
      x: LEFT,
      y: 1.7,
      w: WIDTH,
      h: 0.55,
      fontSize: 14,
      color: INK2,
      fit: "shrink",
    });
    addChart(deck, page, slide.chart);
  } else if (slide.figures) addFigures(page, slide, text);
  else
    page.addText(
      slide.lines.map((line) => ({
        text: legal(line),
        options: { bullet: { indent: 14 }, paraSpaceAfter: 8, breakLine: true },
      })),
      {
        x: LEFT,
        y: 1.8,
        w: WIDTH,
        h: 4.4,
        fontFace: SANS,
        fontSize: 16,
        color: INK,
        margin: 0,
        valign: "top",
        fit: "shrink",
      },
    );
  page.addShape("line", { x: LEFT, y: 6.55, w: WIDTH, h: 0, line: { color: LINE, width: 1 } });
  text(`${source} ${JUDGEMENT}`, {
    x: LEFT,
    y: 6.62,
    w: WIDTH,
    h: 0.38,
    fontSize: 9,
    color: INK3,
    fit: "shrink",
  });
  if (marking)
    text(marking, { x: LEFT, y: 7.08, w: WIDTH - 2, h: 0.3, fontSize: 12, bold: true, color: INK2 });
  text(String(number), {
    x: LEFT + WIDTH - 2,
    y: 7.08,
    w: 2,
    h: 0.3,
    fontSize: 12,
    color: INK3,
    align: "right",
  });
}

function addFigures(
  page: PptxGenJS.Slide,
  { figures = [], lines }: Slide,
  text: (content: string, options: PptxGenJS.TextPropsOptions) => void,
): void {
  const step = WIDTH / Math.max(figures.length, 1);
  figures.forEach(({ label, number, words }, i) => {
    const x = LEFT + i * step;
    const last = i === figures.length - 1;
    text(label, { x, y: 1.95, w: step - 0.2, h: 0.35, fontSize: 14, color: INK3 });
    text(number, {
      x,
      y: 2.25,
      w: step - 0.2,
      h: 1.15,
      fontFace: SERIF,
      fontSize: last ? 66 : 48,
      valign: "bottom",
    });
    text(words, { x, y: 3.45, w: step - 0.2, h: 0.4, fontSize: 16, bold: last, fit: "shrink" });
  });
  page.addText(
    lines.map((line) => ({ text: legal(line), options: { breakLine: true, paraSpaceAfter: 8 } })),
    {
      x: LEFT,
      y: 4.3,
      w: WIDTH,
      h: 2.1,
      fontFace: SANS,
      fontSize: 16,
      color: INK2,
      margin: 0,
      valign: "top",
      fit: "shrink",
    },
  );
}

function addChart(deck: PptxGenJS, page: PptxGenJS.Slide, chart: SlideChart): void {
  const { kind, series } = chart;
  const categories = chart.categories.map(legal);
  const stacked = kind === "stacked";
  const points = kind === "points" ? (series[0]?.values ?? []) : null;
  page.addChart(
    deck.ChartType.bar,
    series.map(({ name, values }) => ({ name: legal(name), labels: categories, values: [...values] })),
    {
      x: LEFT,
      y: 2.3,
      w: WIDTH,
      h: 4.15,
      altText: legal(chart.alt),
      barDir: "bar",
      barGrouping: stacked ? "stacked" : "clustered",
      barGapWidthPct: 40,
      ...(stacked ? {} : { barOverlapPct: 100 }),
      chartColors: points
        ? points.map((value, i) => (i === 0 ? INK3 : value < 0 ? HOLD : APART))
        : series.map(({ colour }) => colour),
      // @ts-expect-error -- the typings leave out the one that puts the first row on top
      catAxisOrientation: "maxMin",
      catAxisLabelFontFace: SANS,
      catAxisLabelFontSize: 12,
      catAxisLabelColor: INK,
      catAxisLabelPos: "low",
      valAxisLabelFontFace: SANS,
      valAxisLabelFontSize: 11,
      valAxisLabelColor: INK3,
      valAxisLabelFormatCode: stacked ? '0"%"' : "+0;−0;0",
      valGridLine: { color: LINE, size: 0.5 },
      ...(stacked ? { valAxisMinVal: 0, valAxisMaxVal: 100 } : {}),
      showLegend: kind !== "points",
      legendPos: "b",
      legendFontFace: SANS,
      legendFontSize: 12,
      legendColor: INK,
      showValue: true,
      dataLabelFontFace: SANS,
      dataLabelFontSize: 12,
      dataLabelColor: stacked ? "FFFFFF" : INK,
      ...(stacked ? { dataLabelPosition: "ctr" as const } : { dataLabelPosition: "outEnd" as const }),
      dataLabelFormatCode: stacked ? '[>=5]0"%";;' : "+0;−0;±0",
    },
  );
}

/** One series with its labels in the ink that can be read on its colour; the library knows one for all. */
function legible(series: string): string {
  const fill = /<a:srgbClr val="(\w{6})"/.exec(series)?.[1];
  const tone = TONES.find((one) => RUNG_COLOURS[one] === fill);
  return tone
    ? series.replace(/<c:dLbls>[^]*?<\/c:dLbls>/, (labels) =>
        labels.replaceAll('"FFFFFF"', `"${ON_RUNG[tone]}"`),
      )
    : series;
}
const TONES = Object.keys(RUNG_COLOURS) as (keyof typeof RUNG_COLOURS)[];

/**
 * The library declares a third axis for every bar chart and defines none (PptxGenJS issue 1534): PowerPoint then
 * offers to repair the file. What is declared and not defined is taken out.
 */
export function withDefinedAxes(pptx: Uint8Array, date: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(pptx);
  for (const name of Object.keys(files).filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one))) {
    const xml = strFromU8(files[name] ?? new Uint8Array());
    const defined = new Set(
      [...xml.matchAll(/<c:(?:cat|val|ser|date)Ax>\s*<c:axId val="(\d+)"\/>/g)].map(([, id]) => id),
    );
    const mended = xml.replace(
      /(<\/c:(?:cat|val|ser|date)Ax>|<c:(?:cat|val|ser|date)Ax>)|<c:axId val="(\d+)"\/>/g,
      (whole, tag: string | undefined, id: string) => (tag !== undefined || defined.has(id) ? whole : ""),
    );
    files[name] = strToU8(mended.replace(/<c:ser>[^]*?<\/c:ser>/g, legible));
  }
  return zipped(files, date);
}
