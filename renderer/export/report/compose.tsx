import type { Report } from "../../../app/bridge/contract.ts";
import type { ExportChart } from "../choice.ts";
import { fontRules } from "../fonts.ts";
import { countAnew, inlineSvg } from "../inline.ts";
import { largestSvg, offscreen } from "../offscreen.tsx";
import type { Subject } from "../subject.ts";
import { marked } from "../subject.ts";
import { Document } from "./Document.tsx";
import { REPORT_FACES } from "./fonts.ts";
import { type Paper, pageRules } from "./paper.ts";
import style from "./report.css?inline";
import { SECTIONS } from "./sections/index.ts";

/** The report as text that needs nothing else: drawings as vectors, letters inside, nothing that runs. */
export async function composeReport(
  subject: Subject,
  charts: readonly ExportChart[],
  wanted: readonly string[],
  paper: Paper,
): Promise<Report> {
  const sections = SECTIONS.filter((section) => wanted.includes(section.id) && section.available(subject));
  const content = <Document {...{ subject, charts, sections }} />;
  const { html, said } = await offscreen(content, "print", (stage) => {
    const copy = settled(stage);
    return { html: copy.getHTML(), said: copy.textContent };
  });
  const fonts = await fontRules(`${said} ${marked(subject) ?? ""}`, REPORT_FACES);
  return { title: subject.case.title, html, css: `${fonts}\n${style}\n${pageRules(subject, paper)}` };
}

/** A copy in which every chart is its drawing alone, and nothing depends on the page. */
function settled(stage: HTMLElement): HTMLElement {
  const copy = stage.cloneNode(true) as HTMLElement;
  const holders = [...copy.querySelectorAll<HTMLElement>("[data-chart]")];
  [...stage.querySelectorAll<HTMLElement>("[data-chart]")].forEach((live, i) => {
    const svg = largestSvg(live);
    if (!svg) return;
    const drawing = inlineSvg(svg);
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", live.dataset["chart"] ?? "");
    holders[i]?.replaceWith(drawing);
  });
  countAnew(copy);
  for (const element of copy.querySelectorAll("[font-family]")) {
    const serif = /serif 4|georgia/i.test(element.getAttribute("font-family") ?? "");
    element.setAttribute(
      "font-family",
      serif ? "Report Serif, Georgia, serif" : "Report Sans, system-ui, sans-serif",
    );
  }
  // An open dialog hides what stands beside it from screen readers; hidden parts get no tags in a PDF.
  for (const element of copy.querySelectorAll("*"))
    for (const name of ["style", "inert", "aria-hidden"]) element.removeAttribute(name);
  return copy;
}
