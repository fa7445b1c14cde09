import type { Report } from "../../../app/bridge/contract.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import { letterOf, typedHint } from "../../../app/model/session/typed.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { questionsOf } from "./answerDraft.ts";
import { capitalised } from "../../../app/model/words/text.ts";

/** Text of a case for a page: it stays text. */
const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const section = (title: string, text: string, below = ""): string =>
  `<section><h3>${title} <span class="box"></span></h3><p>${text}</p>${below}</section>`;
const moves = ({ calm, worst }: Setup["factors"][number]): string => `${escaped(calm)} → ${escaped(worst)}`;
const scaleOf = (values: readonly (string | number)[]): string =>
  `<table class="scale"><tbody><tr>${values.map((value) => `<td>${value}</td>`).join("")}</tr></tbody></table>`;

/** The part of a sheet about the factors, in the way the workshop asks. */
function weightsOn({ method, factors }: Setup): string {
  const lettered = factors.map((factor, i) => ({
    ...factor,
    name: `${letterOf(i)}. ${escaped(factor.label)}`,
  }));
  const head = `<h2>How much each factor matters</h2><p>${escaped(capitalised(typedHint(method)))}.</p>`;
  switch (method) {
    case "rank":
      return head + factors.map((one) => section(escaped(one.label), moves(one))).join("");
    case "swing":
    case "points":
    case "slider": {
      const most = method === "slider" ? 10 : 100;
      const scale = scaleOf(Array.from({ length: 11 }, (_, i) => (most * i) / 10));
      return head + factors.map((one) => section(escaped(one.label), moves(one), scale)).join("");
    }
    case "bestWorst": {
      const row = ({ name, ...factor }: (typeof lettered)[number]) =>
        `<tr><th scope="row">${name}<br><small>${moves(factor)}</small></th><td class="box"></td><td class="box"></td></tr>`;
      return `${head}<h3>The strongest (its letter) <span class="box"></span></h3><h3>The weakest (its letter) <span class="box"></span></h3><table><thead><tr><th></th><th>The strongest pushes … times as far as this</th><th>This pushes … times as far as the weakest</th></tr></thead><tbody>${lettered.map(row).join("")}</tbody></table>`;
    }
    case "pairs": {
      const names = lettered.map(({ name, ...factor }) => `<li>${name}: ${moves(factor)}</li>`).join("");
      const nines = [9, 8, 7, 6, 5, 4, 3, 2];
      const rows = factors.flatMap((_, i) =>
        factors.slice(i + 1).map((__, k) => {
          const [a, b] = [letterOf(i), letterOf(i + 1 + k)];
          const scale = [
            ...nines.map((n) => a + String(n)),
            1,
            ...nines.toReversed().map((n) => b + String(n)),
          ];
          return `<section><h3>${a} or ${b}?</h3>${scaleOf(scale)}</section>`;
        }),
      );
      return `${head}<ul class="names">${names}</ul><p>Put a ring round one in each row.</p>${rows.join("")}`;
    }
    default:
      return method satisfies never;
  }
}

/** One A4 sheet for one person: a line of three boxes a question, and what the method asks about the factors. */
export function paperSheet(setup: Setup, round: Pick<RoundView, "id" | "kind" | "n">): Report {
  const marking = escaped(markingLine(setup.marking) ?? "");
  const title = round.kind === "warmup" ? "Warm-up" : `Round ${round.n}`;
  const questions = questionsOf(setup, round)
    .map(
      ({ text }) =>
        `<tr><th scope="row">${escaped(text)}</th><td class="box"></td><td class="box"></td><td class="box"></td></tr>`,
    )
    .join("");
  const factors = round.kind === "warmup" ? "" : weightsOn(setup);
  return {
    title: `${setup.title}, ${title}`,
    html: `<p class="mark">${marking}</p><p class="id">${escaped(title)} · sheet ${escaped(round.id)} · name or seat: <span class="line"></span></p><h1>${escaped(setup.question)}</h1><table><caption>Before any model</caption><thead><tr><th></th><th>Lowest</th><th>Best guess</th><th>Highest</th></tr></thead><tbody>${questions}</tbody></table>${factors}<p class="mark">${marking}</p>`,
    css: `@page{size:A4;margin:16mm}body,.report-print{font:11pt/1.4 sans-serif;color:#000}h1{font-size:16pt;margin:4mm 0}h2{font-size:13pt;margin:6mm 0 1mm}h3{font-size:11pt;margin:0}p{margin:1mm 0}table{width:100%;border-collapse:collapse}caption,th{text-align:left;font-weight:600}th{padding:2mm 2mm 2mm 0}.box{border:1px solid #000;min-width:18mm;height:9mm}h3 .box{display:inline-block;float:right;width:18mm}.line{display:inline-block;width:60mm;border-bottom:1px solid #000}.mark{font-weight:600;text-align:center;font-size:12pt}section{break-inside:avoid;margin:4mm 0}.scale td{border-left:1px solid #777;font-size:8pt;padding:1mm 0 3mm 1mm;width:5%}.names{list-style:none;margin:2mm 0;padding:0}small{font-weight:400}th+th{text-align:center;width:42mm}.id{font-size:10pt}`,
  };
}
