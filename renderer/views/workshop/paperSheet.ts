import type { Report } from "../../../app/bridge/contract.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import { fieldHint } from "../../../app/model/session/ballot.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { questionsOf } from "./answerDraft.ts";

/** Text of a case for a page: it stays text. */
const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** One A4 sheet for one person: a line of three boxes a question, a scale a factor. */
export function paperSheet(setup: Setup, round: Pick<RoundView, "id" | "kind" | "n">): Report {
  const marking = escaped(markingLine(setup.marking) ?? "");
  const title = round.kind === "warmup" ? "Practice" : `Round ${round.n}`;
  const most = setup.method === "slider" ? 10 : 100;
  const ticks = Array.from({ length: 11 }, (_, i) => `<td>${(most * i) / 10}</td>`).join("");
  const questions = questionsOf(setup, round)
    .map(
      ({ text }) =>
        `<tr><th scope="row">${escaped(text)}</th><td class="box"></td><td class="box"></td><td class="box"></td></tr>`,
    )
    .join("");
  const factors =
    round.kind === "warmup"
      ? ""
      : `<h2>How much each factor matters</h2><p>${escaped(fieldHint(setup.method) ?? "")}</p>${setup.factors
          .map(
            ({ label, calm, worst }) =>
              `<section><h3>${escaped(label)} <span class="box"></span></h3><p>${escaped(calm)} → ${escaped(worst)}</p><table class="scale"><tbody><tr>${ticks}</tr></tbody></table></section>`,
          )
          .join("")}`;
  return {
    title: `${setup.title}, ${title}`,
    html: `<p class="mark">${marking}</p><p class="id">${escaped(title)} · sheet ${escaped(round.id)} · name or seat: <span class="line"></span></p><h1>${escaped(setup.question)}</h1><table><caption>Before any model</caption><thead><tr><th></th><th>Lowest</th><th>Best guess</th><th>Highest</th></tr></thead><tbody>${questions}</tbody></table>${factors}<p class="mark">${marking}</p>`,
    css: `@page{size:A4;margin:16mm}body,.report-print{font:11pt/1.4 sans-serif;color:#000}h1{font-size:16pt;margin:4mm 0}h2{font-size:13pt;margin:6mm 0 1mm}h3{font-size:11pt;margin:0}p{margin:1mm 0}table{width:100%;border-collapse:collapse}caption,th{text-align:left;font-weight:600}th{padding:2mm 2mm 2mm 0}.box{border:1px solid #000;min-width:18mm;height:9mm}h3 .box{display:inline-block;float:right;width:18mm}.line{display:inline-block;width:60mm;border-bottom:1px solid #000}.mark{font-weight:600;text-align:center;font-size:12pt}section{break-inside:avoid;margin:4mm 0}.scale td{border-left:1px solid #777;font-size:8pt;padding:1mm 0 3mm 1mm;width:9%}.id{font-size:10pt}`,
  };
}
