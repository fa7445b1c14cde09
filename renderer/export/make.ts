import type { Report } from "../../app/bridge/contract.ts";
import type { Format as NetworkFormat } from "../../app/model/interchange/interchange.ts";
import { changes } from "../../app/model/case/edits.ts";
import { type ExportChart, type ExportChoice, pictureSize } from "./choice.ts";
import { type Metadata, toCsv } from "./csv.ts";
import { fileName } from "./names.ts";
import { networkFile } from "./network.ts";
import { svgToPng } from "./png.ts";
import { SECTIONS } from "./report/sections/index.ts";
import type { Sheet } from "./sheet.ts";
import { JUDGEMENT, metadataOf, type Subject } from "./subject.ts";
import type { Task } from "./task.ts";
import { slidesOf } from "./pptx/slides.ts";

export type Ending = "png" | "svg" | "csv" | "xlsx" | NetworkFormat | "pptx" | "pdf" | "zip";

export interface ExportFile {
  readonly name: string;
  readonly kind: Exclude<Ending, "zip"> | "bundle";
  /** A report is printed by the host. */
  readonly data: string | Uint8Array | Report;
  /** The numbers of a picture, to be written beside it. */
  readonly beside?: string;
}

export interface Material {
  readonly subject: Subject;
  readonly charts: readonly ExportChart[];
  readonly chart: ExportChart;
  /** The picture as it is previewed; null while it is being drawn. */
  readonly sheet: Sheet | null;
}

/** No-break spaces belong to typesetting, not to data. */
export const plain = (text: string) => text.replaceAll("\u00a0", " ");

export const endingOf = ({ tab, format, table, network }: ExportChoice): Ending => {
  const data = table === "network" ? network : table;
  const endings = { chart: format, data, slides: "pptx", report: "pdf", bundle: "zip" } as const;
  return endings[tab];
};

/** What the file will be called. */
export function nameOf(choice: ExportChoice, { subject, chart }: Material): string {
  const { case: theCase, horizon, scenario } = subject;
  const whole = { slides: "slides", report: "report", bundle: "bundle" } as const;
  const data = { csv: chart.label, xlsx: "numbers", network: "network" } as const;
  const content =
    choice.tab === "chart" ? chart.label : choice.tab === "data" ? data[choice.table] : whole[choice.tab];
  const name = theCase.scenarios.find(({ id }) => id === scenario)?.name ?? "";
  return fileName(
    {
      case: theCase.title,
      chart: content,
      horizon:
        choice.tab === "bundle" ? "" : (theCase.horizons.find(({ id }) => id === horizon)?.label ?? ""),
      scenario: changes(theCase, scenario).length === 0 ? name : `${name} changed`,
    },
    endingOf(choice),
  );
}

export const tableMetadata = (subject: Subject, chart: ExportChart): Metadata => [
  ["Title", plain(chart.title)],
  ...metadataOf(subject),
  ["Note", JUDGEMENT],
];

/** The numbers of a chart as text; the marking stands above and below them. */
export function csvOf({ bom }: ExportChoice, subject: Subject, chart: ExportChart): string {
  return toCsv(chart.table, tableMetadata(subject, chart), { bom });
}

export async function pngOf(choice: ExportChoice, sheet: Sheet | null): Promise<Uint8Array<ArrayBuffer>> {
  if (!sheet) throw new Error("The picture is not ready yet; try again in a moment.");
  return svgToPng(sheet.svg, pictureSize(sheet, choice.size, choice.resolution));
}

/** The picture as SVG, its letters as chosen. */
export async function svgOf({ letters }: ExportChoice, sheet: Sheet | null): Promise<string> {
  if (!sheet) throw new Error("The picture is not ready yet; try again in a moment.");
  if (letters === "text") return sheet.svg;
  const { outlined } = await import("./outlines/outlined.ts");
  return outlined(sheet.svg);
}

/** Ids of the sections that are in. */
export const sectionsIn = ({ leftOut }: ExportChoice, subject: Subject): string[] =>
  SECTIONS.filter(({ id, available }) => !leftOut.includes(id) && available(subject)).map(({ id }) => id);

/** Makes what the dialog's Export writes. What is heavy is loaded when it is first needed. */
export async function make(choice: ExportChoice, material: Material, task: Task): Promise<ExportFile> {
  const { subject, charts, chart, sheet } = material;
  const name = nameOf(choice, material);
  switch (choice.tab) {
    case "chart": {
      const data = choice.format === "png" ? await pngOf(choice, sheet) : await svgOf(choice, sheet);
      const beside = choice.beside ? { beside: csvOf(choice, subject, chart) } : {};
      return { name, kind: choice.format, data, ...beside };
    }
    case "data": {
      if (choice.table === "csv") return { name, kind: "csv", data: csvOf(choice, subject, chart) };
      if (choice.table === "network")
        return { name, kind: choice.network, data: networkFile(subject, choice.network) };
      const { workbookOf } = await import("./xlsx/workbook.ts");
      return { name, kind: "xlsx", data: await workbookOf(subject, task) };
    }
    case "slides": {
      const { deckOf } = await import("./pptx/deck.ts");
      await task.step(0.2);
      return { name, kind: "pptx", data: await deckOf(subject, slidesOf(subject, choice.slides)) };
    }
    case "report": {
      const { composeReport } = await import("./report/compose.tsx");
      await task.step(0.1);
      const data = await composeReport(subject, charts, sectionsIn(choice, subject), choice.paper);
      return { name, kind: "pdf", data };
    }
    case "bundle": {
      const { bundleOf } = await import("./bundle/write.ts");
      return { name, kind: "bundle", data: await bundleOf(choice, material, task) };
    }
    default:
      return choice.tab satisfies never;
  }
}
