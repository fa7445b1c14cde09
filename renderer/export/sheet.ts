import { measureText, SANS, SERIF, wrapText } from "../charts/text.ts";
import type { Font, Measure } from "../charts/text.ts";
import { escapeXml, legal } from "./xml.ts";

/** Colours of the paper and of what is written on it. */
export interface SheetTokens {
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
}

export interface SheetInput {
  /** px. Without a height the sheet is as high as what is on it; with one, the chart is fitted into what is left. */
  readonly width: number;
  readonly height?: number;
  /** Handling mark, printed at the head and again at the foot. */
  readonly marking?: string | null;
  readonly brand: string;
  /** The finding in words, the bracketed range included; a no-break space keeps word and range together. */
  readonly title: string;
  readonly subtitle: string;
  /** A drawing that needs no stylesheet, and the size it was drawn at in px. */
  readonly chart: { readonly svg: SVGSVGElement | string; readonly width: number; readonly height: number };
  readonly notes: readonly string[];
  readonly footer: readonly string[];
  /** What a screen reader says of the picture; else subtitle, notes and footer. */
  readonly description?: string;
  readonly tokens: SheetTokens;
  /** `@font-face` rules to carry along; none: the fonts are named only. */
  readonly fonts?: string;
  readonly measure?: Measure;
}

export interface Sheet {
  readonly svg: string;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** A paragraph set in lines, its height in px, and its markup from `y` (its upper edge) down. */
interface Block {
  readonly height: number;
  readonly at: (y: number) => string;
}

/** Lines end a little early: a reader that does not take the fonts along sets the same words wider. */
const SLACK = 0.95;
/** Type sizes in px of a page or column, and of a slide. */
const PAGE = { side: 24, top: 20, bottom: 14, head: 12, title: 19, text: 12.5, small: 11 };
const SLIDE = { side: 40, top: 28, bottom: 20, head: 13, title: 28, text: 14.5, small: 11.5 };

/** One picture: marking and brand, finding, subtitle, chart, notes, and at the foot where it comes from. */
export function composeSheet(input: SheetInput): Sheet {
  const { width, tokens, chart, measure = measureText } = input;
  const type = width >= 900 ? SLIDE : PAGE;
  const room = width - 2 * type.side;
  const paragraph = (text: string, font: Font, leading: number, fill: string): Block =>
    block(wrapText(text, font, room * SLACK, measure), font, leading, fill, type.side);
  const all = (blocks: readonly Block[]) => blocks.reduce((sum, { height }) => sum + height, 0);

  const title = paragraph(input.title, { size: type.title, weight: 600, serif: true }, 1.3, tokens.ink);
  const subtitle = paragraph(input.subtitle, { size: type.text }, 1.4, tokens.ink2);
  const notes = input.notes.map((note) => paragraph(note, { size: type.text }, 1.45, tokens.ink2));
  const footer = input.footer.map((line) => paragraph(line, { size: type.small }, 1.45, tokens.ink3));
  if (input.marking)
    footer.push(paragraph(input.marking, { size: type.small, weight: 640 }, 1.45, tokens.ink2));

  const headHeight = type.head * 1.4;
  const titleTop = type.top + headHeight + 12;
  const subtitleTop = titleTop + title.height + 3;
  const chartTop = subtitleTop + subtitle.height + 16;
  const notesHeight = notes.length ? all(notes) + 14 : 0;
  const footerHeight = footer.length ? all(footer) + 9 : 0;
  const below = notesHeight + (footer.length ? 18 : 6) + footerHeight + type.bottom;
  const fit = Math.min(
    room / chart.width,
    input.height ? (input.height - chartTop - below) / chart.height : 1,
  );
  // A chart is never shrunk to nothing: where the words take all the room, the sheet grows.
  const scale = Math.max(fit, 0.2);
  const chartHeight = chart.height * scale;
  const chartLeft = type.side + Math.max(0, room - chart.width * scale) / 2;
  const height = Math.ceil(Math.max(input.height ?? 0, chartTop + chartHeight + below));
  const footerTop = height - type.bottom - footerHeight;

  const parts = [
    `<rect width="${width}" height="${height}" fill="${tokens.surface}"/>`,
    header(input, type, width),
    title.at(titleTop),
    subtitle.at(subtitleTop),
    `<g id="sheet-chart" transform="translate(${px(chartLeft)} ${px(chartTop)}) scale(${px(scale)})">${markup(chart.svg)}</g>`,
    stacked(notes, chartTop + chartHeight + 14),
    footer.length
      ? `<path d="M${type.side} ${px(footerTop)}H${width - type.side}" stroke="${tokens.line}" fill="none"/>`
      : "",
    stacked(footer, footerTop + 9),
  ];
  const description = input.description ?? [input.subtitle, ...input.notes, ...input.footer].join(" ");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="sheet-title sheet-description">`,
    `<title id="sheet-title">${escapeXml(input.title)}</title>`,
    `<desc id="sheet-description">${escapeXml(description)}</desc>`,
    `<style>${input.fonts ?? ""}\n#sheet-chart text{font-feature-settings:"tnum"}</style>`,
    ...parts,
    `</svg>\n`,
  ].join("\n");
  return { svg: legal(svg), width, height };
}

function header({ marking, brand, tokens }: SheetInput, type: typeof PAGE, width: number): string {
  const y = px(type.top + type.head);
  const word = (text: string, x: number, anchor: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" ${fontOf({ size: type.head, weight: 640 })} fill="${tokens.ink2}">${escapeXml(text)}</text>`;
  return (marking ? word(marking, type.side, "start") : "") + word(brand, width - type.side, "end");
}

function block(lines: readonly string[], font: Font, leading: number, fill: string, x: number): Block {
  const step = font.size * leading;
  // The first baseline lies so that the half-leading is shared above and below the letters.
  const first = step / 2 + font.size * 0.34;
  const at = (y: number) =>
    `<text ${fontOf(font)} fill="${fill}">${lines
      .map((line, i) => `<tspan x="${x}" y="${px(y + first + i * step)}">${escapeXml(line)}</tspan>`)
      .join("")}</text>`;
  return { height: lines.length * step, at };
}

function stacked(blocks: readonly Block[], top: number): string {
  let y = top;
  return blocks
    .map((each) => {
      const text = each.at(y);
      y += each.height;
      return text;
    })
    .join("\n");
}

const fontOf = ({ size, weight = 400, serif = false }: Font) =>
  `font-family="${escapeXml(serif ? SERIF : SANS)}" font-size="${size}" font-weight="${weight}"`;

const px = (value: number) => Math.round(value * 100) / 100;

const markup = (svg: SVGSVGElement | string) =>
  typeof svg === "string" ? svg : new XMLSerializer().serializeToString(svg);
