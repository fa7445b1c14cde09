import type { Range } from "../../app/model/analysis/shapes.ts";
import { changes } from "../../app/model/case/edits.ts";
import { markingLine } from "../../app/model/case/marking.ts";
import type { Case, Inputs } from "../../app/model/case/types.ts";
import { percentLabel } from "../../app/model/words/numbers.ts";
import { estimateSentence, sentenceText } from "../../app/model/words/sentence.ts";
import type { Answer } from "../worker/protocol.ts";
import type { Metadata } from "./csv.ts";
import { capitalised } from "../../app/model/words/text.ts";

export const JUDGEMENT = "Numbers are judgement drawn from an argument, not frequency.";

/** What an export is about: one scenario of a case at one horizon, seen from one side, with its answer. */
export interface Subject {
  readonly case: Case;
  /** Ids. */
  readonly scenario: string;
  readonly horizon: string;
  /** The scenario's settings with the view as it is looked at. */
  readonly inputs: Inputs;
  readonly viewName: string;
  readonly answer: Answer;
  /** null: it is still being drawn. */
  readonly range: Range | null;
  /** Day of the export, ISO. */
  readonly date: string;
  /** Of the program. */
  readonly version: string;
  readonly seed: number;
  /** Id of the workshop that is told of; null: the last one held. */
  readonly workshop: string | null;
}

/** The scenario's name, and how many changes it makes. */
export function scenarioText({ case: theCase, scenario }: Subject): string {
  const name = theCase.scenarios.find(({ id }) => id === scenario)?.name ?? "";
  const { length } = changes(theCase, scenario);
  return length === 0 ? name : `${name}, ${length} ${length === 1 ? "change" : "changes"}`;
}

/** "M. Segall, JNS": who the case is drawn from; "" where it does not say. */
const after = ({ source }: Case) => [source.author, source.publisher].filter(Boolean).join(", ");

export const marked = ({ case: theCase }: Subject): string | null => markingLine(theCase.marking);

/** Where the numbers come from, in one paragraph. */
export function sourceLine(subject: Subject): string {
  const { case: theCase, horizon, viewName, date, version, seed } = subject;
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const from = after(theCase);
  return `Case: ${theCase.title}${from ? ` (after ${from})` : ""}${theCase.asOf ? `, as of ${theCase.asOf}` : ""}. Scenario: ${scenarioText(subject)}. Seen from: ${viewName.toLowerCase()}. ${phase?.label ?? ""}. ${date}. Entente ${version}, exact, seed ${seed}.`;
}

/** The same as names and values. */
export function metadataOf(subject: Subject): Metadata {
  const { case: theCase, scenario, horizon, viewName, date, version, seed } = subject;
  const line = marked(subject);
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const from = after(theCase);
  return [
    ...(line === null ? [] : [["Marking", line] as const]),
    ["Case", theCase.title],
    ["Source", [theCase.source.title, from].filter(Boolean).join(", ") || "none named"],
    ["As of", theCase.asOf],
    ["Scenario", scenarioText(subject)],
    ...changes(theCase, scenario).map(({ text }) => ["Change", text] as const),
    ["Horizon", phase ? `${phase.label}, ${phase.phrase}` : horizon],
    ["Seen from", viewName],
    ["Date", date],
    ["Version", version],
    ["Seed", String(seed)],
  ];
}

/** "Within ten years, it is unlikely (20–45%) that the marriage breaks": the answer at the horizon looked at. */
export function headline({ case: theCase, horizon, answer }: Subject): string {
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const sentence = sentenceText(
    estimateSentence(answer.result.horizons[horizon]?.break ?? 0, theCase.event),
  ).replace(/\.$/, "");
  return phase
    ? `${capitalised(phase.phrase)}, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}

/** "33%; 4 in 5 plausible weightings put it between 26% and 39%." */
export function rangeSentence({ range }: Subject, horizon: string): string {
  const at = range?.horizons[horizon];
  return at
    ? `4 in 5 plausible weightings put it between ${percentLabel(at.low)} and ${percentLabel(at.high)}.`
    : "";
}
