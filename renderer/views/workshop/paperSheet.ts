import type { Report } from "../../../app/bridge/contract.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import { letterOf, typedHint } from "../../../app/model/session/typed.ts";
import type { Setup } from "../../../app/model/session/types.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { questionsOf } from "./answerDraft.ts";
import { sheetStyle } from "./paperStyle.ts";

/** Text of a case for a page: it stays text. */
const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

type Factor = Setup["factors"][number];

/** A factor with what its ends are. */
const named = ({ label, calm, worst }: Factor, letter = ""): string =>
  `<b>${letter}${escaped(label)}</b><small>${escaped(calm)} → ${escaped(worst)}</small>`;
const lettered = (factor: Factor, place: number): string => named(factor, `${letterOf(place)}. `);

const BOX = `<td><span class="box"></span></td>`;
const table = (kind: string, head: readonly string[], rows: readonly string[]): string =>
  `<table class="${kind}">${
    head.length === 0
      ? ""
      : `<thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join("")}</tr></thead>`
  }<tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;

/** Eleven ticks to put a cross on, with their numbers. */
function ticks(most: number): string {
  const at = (i: number) => 16 + i * 46.6;
  const all = Array.from({ length: 11 }, (_, i) => i);
  const lines = all.map((i) => `<path d="M${at(i)} 8v14"/>`).join("");
  const numbers = all.map((i) => `<text x="${at(i)}" y="40">${(most * i) / 10}</text>`).join("");
  return `<svg viewBox="0 0 500 46"><path d="M${at(0)} 15H${at(10)}"/>${lines}${numbers}</svg>`;
}

/** The part of a sheet about the factors, in the way the workshop asks. */
function weightsOn({ method, factors }: Setup): string {
  const head = `<h2>How much each factor matters</h2><p>${escaped(capitalised(typedHint(method)))}.</p>`;
  switch (method) {
    case "rank":
      return (
        head +
        table(
          "factors",
          ["", "Place"],
          factors.map((one) => `<th scope="row">${named(one)}</th>${BOX}`),
        )
      );
    case "swing":
    case "points":
    case "slider": {
      const scale = `<td class="scale">${ticks(method === "slider" ? 10 : 100)}</td>`;
      return (
        head +
        table(
          "factors",
          ["", "", "Number"],
          factors.map((one) => `<th scope="row">${named(one)}</th>${scale}${BOX}`),
        )
      );
    }
    case "bestWorst":
      return `${head}<p class="letters">The strongest, its letter: <span class="box"></span> The weakest, its letter: <span class="box"></span></p>${table(
        "factors against",
        ["", "The strongest pushes … times as far as this", "This pushes … times as far as the weakest"],
        factors.map((one, i) => `<th scope="row">${lettered(one, i)}</th>${BOX}${BOX}`),
      )}`;
    case "pairs": {
      const nines = [9, 8, 7, 6, 5, 4, 3, 2];
      const rows = factors.flatMap((_, i) =>
        factors.slice(i + 1).map((__, k) => {
          const [a, b] = [letterOf(i), letterOf(i + 1 + k)];
          const choices = [...nines.map((n) => a + n), "1", ...nines.toReversed().map((n) => b + n)];
          return `<th scope="row">${a} or ${b}?</th>${choices.map((one) => `<td>${one}</td>`).join("")}`;
        }),
      );
      return `${head}<ul class="names">${factors.map((one, i) => `<li>${lettered(one, i)}</li>`).join("")}</ul><p>Put a ring round one in each row.</p>${table("pairs", [], rows)}`;
    }
    default:
      return method satisfies never;
  }
}

/** One sheet for one person, on whichever paper there is: three boxes a question, and what the method asks about the factors. */
export function paperSheet(setup: Setup, round: Pick<RoundView, "id" | "kind" | "n">): Report {
  const marking = markingLine(setup.marking);
  const mark = marking === null ? "" : `<p class="mark">${escaped(marking)}</p>`;
  const practice = round.kind === "warmup";
  const title = practice ? "Warm-up" : `Round ${round.n}`;
  const sheet = `${title} · sheet ${round.id}`;
  const questions = questionsOf(setup, round).map((question) => {
    const unit = question.kind === "chance" ? "percent" : question.unit;
    const below = unit === "" ? "" : `<small>${escaped(unit)}</small>`;
    return `<th scope="row">${escaped(question.text)}${below}</th>${BOX}${BOX}${BOX}`;
  });
  return {
    title: `${setup.title}, ${title}`,
    html: `<div class="paper">${mark}<p class="id"><span>${escaped(sheet)}</span> <span class="who">name or seat: <i></i></span></p><h1>${escaped(setup.question)}</h1><h2>${practice ? "To warm up" : "Before any model"}</h2>${table("questions", ["", "Lowest", "Best guess", "Highest"], questions)}${practice ? "" : weightsOn(setup)}</div>`,
    css: sheetStyle(sheet, marking ?? ""),
  };
}
