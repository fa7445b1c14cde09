import type { ComponentType, ReactNode } from "react";
import type { Format as NetworkFormat } from "../../app/model/interchange/interchange.ts";
import type { ChartTableData } from "../charts/ChartTable.tsx";
import { type SlideId, SLIDES } from "./pptx/names.ts";
import type { Paper } from "./report/paper.ts";

export type Tab = "chart" | "data" | "slides" | "report" | "bundle";
export type Format = "png" | "svg";
export type PageSize = "column" | "page" | "slide";
export type Resolution = "single" | "double" | "dpi300";
/** Print is light and hatched: it has to be read without colour. */
export type LookName = "print" | "light" | "dark";

/** What was chosen in the dialog; the caller remembers it. */
export interface ExportChoice {
  readonly tab: Tab;
  readonly chart: string;
  readonly format: Format;
  readonly size: PageSize;
  readonly resolution: Resolution;
  readonly look: LookName;
  /** Letters of an SVG: as text with its fonts inside, or as outlines that every program shows alike. */
  readonly letters: "text" | "outlines";
  readonly caption: boolean;
  /** The numbers as CSV beside the picture. */
  readonly beside: boolean;
  /** The other view's number in words below, where the chart has one. */
  readonly otherView: boolean;
  /** Percentages of the picture in fives, where the chart can. */
  readonly fives: boolean;
  readonly table: "csv" | "xlsx" | "network";
  /** The program's format that a network is written in. */
  readonly network: NetworkFormat;
  /** CSV with a byte order mark. */
  readonly bom: boolean;
  readonly slides: readonly SlideId[];
  readonly paper: Paper;
  /** Sections of the report that were taken out; new ones are in. */
  readonly leftOut: readonly string[];
  /** What a bundle holds besides the case, its answers and the charts. */
  readonly bundled: readonly Extra[];
}

export const EXTRAS = [
  ["workbook", "Workbook (XLSX)"],
  ["slides", "Slides (PPTX)"],
  ["report", "Report (HTML)"],
] as const;
export type Extra = (typeof EXTRAS)[number][0];

export const FIRST_CHOICE: Omit<ExportChoice, "chart"> = {
  tab: "chart",
  format: "png",
  size: "page",
  resolution: "dpi300",
  look: "print",
  letters: "text",
  caption: true,
  beside: true,
  otherView: true,
  fives: false,
  table: "csv",
  network: "bif",
  bom: false,
  slides: SLIDES.map(([id]) => id),
  paper: "a4",
  leftOut: [],
  bundled: ["workbook", "report"],
};

/** The shape of what the words leave of a picture of a given height; px a drawing of that shape is made at. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A chart that can be exported. */
export interface ExportChart {
  readonly id: string;
  readonly label: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly strokeWidth?: number }>;
  /**
   * Draws it `width` px wide, with an `<svg>` at its heart. What can take any shape takes the frame's, where there is
   * one: it is fitted afterwards.
   */
  readonly render: (width: number, look: LookName, frame?: Frame) => ReactNode;
  /** Its letters could not be read in a column. */
  readonly tooWideForColumn?: true;
  readonly table: ChartTableData;
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  /** What it says in whole sentences, for a report. */
  readonly findings?: readonly string[];
  /** The same in fives; its table keeps the numbers as they are. */
  readonly rounded?: Pick<ExportChart, "title" | "notes" | "render">;
  /** What the other view says, one sentence. */
  readonly otherView?: { readonly label: string; readonly says: (isRounded: boolean) => string };
}

/** A chart as it was chosen: in fives, with the other view beside. */
export function dressed(chart: ExportChart, choice: Pick<ExportChoice, "fives" | "otherView">): ExportChart {
  const isRounded = choice.fives && chart.rounded !== undefined;
  const own = isRounded ? { ...chart, ...chart.rounded } : chart;
  if (!choice.otherView || !chart.otherView) return own;
  return { ...own, notes: [...own.notes, chart.otherView.says(isRounded)] };
}

/** The size a chart is taken at: the chosen one, or the next where it could not be read in that. */
export const sizeFor = ({ tooWideForColumn }: ExportChart, size: PageSize): PageSize =>
  tooWideForColumn && size === "column" ? "page" : size;

interface PictureSize {
  readonly label: string;
  /** Physical width, and the width and (slides) height the sheet is laid out at in px. */
  readonly mm: number;
  readonly width: number;
  readonly height?: number;
  /** Width in px the chart is drawn at, before it is fitted. */
  readonly chart: number;
  readonly frame?: Frame;
}

/** Pages and columns are set at 4 px to the millimetre, which prints 11 px type at 7.8 pt. */
export const PAPERS: Readonly<Record<PageSize, PictureSize>> = {
  column: { label: "Column", mm: 85, width: 340, chart: 292 },
  page: { label: "Page", mm: 160, width: 640, chart: 592 },
  slide: {
    label: "Slide 16:9",
    mm: 338.667,
    width: 960,
    height: 540,
    chart: 720,
    frame: { width: 1260, height: 316 },
  },
};

const MM_PER_INCH = 25.4;

/** The picture of a sheet laid out at `width` × `height` px: its pixels, its millimetres, its density. */
export function pictureSize(
  sheet: { readonly width: number; readonly height: number },
  size: PageSize,
  resolution: Resolution,
) {
  const { mm } = PAPERS[size];
  const across =
    resolution === "dpi300" ? (mm / MM_PER_INCH) * 300 : sheet.width * (resolution === "double" ? 2 : 1);
  const scale = across / sheet.width;
  return {
    width: Math.round(across),
    height: Math.round(sheet.height * scale),
    perMetre: Math.round(across / (mm / 1000)),
    mm: [Math.round(mm), Math.round((mm * sheet.height) / sheet.width)] as const,
  };
}
