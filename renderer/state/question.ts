import { sameArgument } from "../../app/model/answer/model.ts";
import { type CaseDocument, isNetworkCase } from "../../app/model/case/network-case.ts";
import { effectiveInputs } from "../../app/model/evidence/weigh.ts";
import type { DocumentState } from "./document.ts";

/** What an answer is an answer to. */
export interface Question {
  readonly case: CaseDocument;
  readonly scenario: string;
  readonly view: number;
}

/** Whether two states of a case have one answer: they differ in what the engine does not read, a judgement's text say. */
export function sameQuestion(a: Question, b: Question): boolean {
  if (isNetworkCase(a.case) || isNetworkCase(b.case) || a.view !== b.view || !sameArgument(a.case, b.case))
    return false;
  const [one, other] = [effectiveInputs(a.case, a.scenario), effectiveInputs(b.case, b.scenario)];
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The name of the edit that led to the present answer: the newest one that the engine reads. A marking, a workshop
 * kept or a judgement's text is none. Undefined where there is none, and after an undo: then no edit led here.
 */
export function lastMove({ history, scenario }: DocumentState): string | undefined {
  if (history.future.length > 0) return undefined;
  const question = (theCase: CaseDocument): Question => ({ case: theCase, scenario, view: 1 });
  let after = history.present;
  for (const { document, label } of history.past.toReversed()) {
    if (!sameQuestion(question(document), question(after))) return label;
    after = document;
  }
  return undefined;
}
