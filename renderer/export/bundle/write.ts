import { strToU8 } from "fflate";
import { saveCase } from "../../../app/model/case/door.ts";
import { type ExportChart, type ExportChoice, PAPERS } from "../choice.ts";
import { csvOf, type Material, sectionsIn } from "../make.ts";
import { caseFile } from "../names.ts";
import { offscreen } from "../offscreen.tsx";
import { JUDGEMENT, marked, sourceLine, type Subject } from "../subject.ts";
import { partOf, type Task } from "../task.ts";
import { composeFrom } from "../useSheet.ts";
import { escapeXml } from "../xml.ts";
import { zipped } from "../zip.ts";
import { answersText } from "./answers.ts";
import { MANIFEST, type Manifest, sha256 } from "./manifest.ts";
import { slidesOf } from "../pptx/slides.ts";

/**
 * The case with everything that is needed to get its numbers again, and what was made of them: one ZIP file with a
 * list of its contents and their SHA-256.
 */
export async function bundleOf(
  choice: ExportChoice,
  { subject, charts }: Pick<Material, "subject" | "charts">,
  task: Task,
): Promise<Uint8Array<ArrayBuffer>> {
  const { case: theCase, inputs } = subject;
  const view = typeof inputs.view === "number" ? inputs.view : 1;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const put = (path: string, data: string | Uint8Array<ArrayBuffer>) =>
    files.set(path, typeof data === "string" ? new Uint8Array(strToU8(data)) : data);
  const file = caseFile(theCase.title);
  put(file, saveCase(theCase));
  put("answers.json", answersText(theCase, view));
  for (const [i, chart] of charts.entries()) {
    await task.step((0.5 * i) / charts.length);
    put(`charts/${chart.id}.svg`, await pictureOf(subject, chart, choice));
    put(`data/${chart.id}.csv`, csvOf(choice, subject, chart));
  }
  if (choice.bundled.includes("workbook")) {
    const { workbookOf } = await import("../xlsx/workbook.ts");
    put("workbook.xlsx", await workbookOf(subject, partOf(task, 0.5, 0.7)));
  }
  if (choice.bundled.includes("slides")) {
    const { deckOf } = await import("../pptx/deck.ts");
    put("slides.pptx", await deckOf(subject, slidesOf(subject, choice.slides)));
  }
  await task.step(0.8);
  if (choice.bundled.includes("report")) {
    const { composeReport } = await import("../report/compose.tsx");
    const { title, html, css } = await composeReport(
      subject,
      charts,
      sectionsIn(choice, subject),
      choice.paper,
    );
    // In the one place where it stands beside others, a report carries its marking and its style itself.
    const line = escapeXml(marked(subject) ?? "");
    put(
      "report.html",
      `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeXml(title)}</title><style>${css}\nbody{max-width:170mm;margin:12mm auto}.mark{font:640 9pt "Inter Variable",sans-serif;text-align:center}@media print{.mark{display:none}}</style></head><body><p class="mark">${line}</p>${html}<p class="mark">${line}</p></body></html>\n`,
    );
  }
  await task.step(0.95);
  return packed(subject, view, file, files);
}

/** A chart as it is written by itself: a page wide, with its caption, marked. */
const pictureOf = (subject: Subject, chart: ExportChart, { look }: ExportChoice): Promise<string> =>
  offscreen(chart.render(PAPERS.page.chart, look), look, async (stage) => {
    const request = {
      chart,
      look,
      size: "page",
      brand: "Entente",
      marking: marked(subject),
      caption: true,
      source: sourceLine(subject),
      judgement: JUDGEMENT,
    } as const;
    return (await composeFrom(stage, request)).svg;
  });

async function packed(
  subject: Subject,
  view: number,
  file: string,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { case: theCase, scenario, horizon, date, version, seed } = subject;
  const manifest: Manifest = {
    format: "entente-bundle",
    version: 1,
    program: version,
    date,
    marking: marked(subject),
    seed,
    case: { file, id: theCase.id, title: theCase.title.slice(0, 2_000), version: theCase.version },
    scenario,
    horizon,
    view,
    answers: "answers.json",
    files: await Promise.all(
      [...files].map(async ([path, bytes]) => ({ path, bytes: bytes.length, sha256: await sha256(bytes) })),
    ),
  };
  return zipped(
    {
      [MANIFEST]: strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
      ...Object.fromEntries(files),
    },
    date,
  );
}
