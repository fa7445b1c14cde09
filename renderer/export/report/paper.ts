import { marked, scenarioText, type Subject } from "../subject.ts";

export type Paper = "a4" | "letter";

/** A text as a CSS string: every sign that could end it, or the line, as its number. */
export const cssString = (text: string): string =>
  `"${text.toWellFormed().replace(/[^\p{L}\p{N} .,;:·()–—’“”%+-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;

/** Letters that fit a third of the page. */
const WIDE = 48;

/** What stands in a margin of every page. @param content as CSS reads it */
export const pageBox = (place: string, content: string, more = "") =>
  `@${place}{content:${content};white-space:pre-line;font:7.5pt/1.35 "Report Sans","Inter Variable",system-ui,sans-serif;color:#454b57;${more}}`;

/** Paper and what stands on every page: the marking at head and foot, the case, the page, where it comes from. */
export function pageRules(subject: Subject, paper: Paper): string {
  const { case: theCase, date, viewName, seed, version, horizon } = subject;
  const marking = cssString(marked(subject) ?? "");
  const phase = theCase.horizons.find(({ id }) => id === horizon)?.label ?? "";
  const from = [
    `${scenarioText(subject)} · ${phase}`,
    `Seen from: ${viewName.toLowerCase()} · seed ${seed} · Entente ${version}`,
  ].map((line) => cssString(short(line, WIDE)));
  const strong = "font-weight:600;font-size:9pt;color:#191c22;";
  return `@page{size:${paper === "a4" ? "A4" : "letter"};margin:23mm 20mm 25mm;${[
    pageBox("top-left", cssString(short(theCase.title, WIDE)), "width:36%;text-align:left;"),
    pageBox("top-center", marking, `width:34%;${strong}`),
    pageBox("top-right", cssString(date), "width:30%;text-align:right;"),
    pageBox("bottom-left", from.join('"\\a "'), "width:36%;text-align:left;vertical-align:middle;"),
    pageBox("bottom-center", marking, `width:34%;${strong}`),
    pageBox("bottom-right", '"Page " counter(page) " of " counter(pages)', "width:30%;text-align:right;"),
  ].join("")}}`;
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
