import { estimateOf } from "../../../app/model/session/ballot.ts";
import { type Checked, checkName, checkResponse } from "../../../app/model/session/guards.ts";
import type { Estimate, Response, Setup } from "../../../app/model/session/types.ts";
import { typedHint, type Texts, typedWeights } from "../../../app/model/session/typed.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { freshId } from "../../state/workshop.ts";

/** What stands in the fields of one person's answer; empty texts are unset. */
export interface AnswerDraft {
  readonly name: string;
  /** By question: lowest, best guess, highest. */
  readonly estimates: Readonly<Record<string, readonly [string, string, string]>>;
  /** By key of a field (`typedGroups`). */
  readonly weights: Texts;
  readonly reasons: Readonly<Record<string, string>>;
}

export const EMPTY: AnswerDraft = { name: "", estimates: {}, weights: {}, reasons: {} };

/** A number as people type it; NaN where there is none. */
const typed = (text: string | undefined): number =>
  text === undefined || text.trim() === "" ? NaN : Number(text.trim().replace(",", "."));

export const questionsOf = (setup: Setup, round: Pick<RoundView, "kind">) =>
  round.kind === "warmup" ? setup.warmups : setup.chances;

/** The answer that the fields come to, checked like one from a phone; else the first thing that is missing. */
export function answerOf(
  setup: Setup,
  round: Pick<RoundView, "id" | "kind">,
  draft: AnswerDraft,
  enteredBy: Response["enteredBy"],
  seconds: number,
): Checked<{ readonly name: string; readonly response: Response }> {
  const name = checkName(draft.name);
  if (!name.ok) return { ok: false, sentence: "Write a name or seat first." };
  const estimates: Estimate[] = [];
  for (const { id, text } of questionsOf(setup, round)) {
    const three = (draft.estimates[id] ?? []).map(typed);
    const estimate = estimateOf(id, three, round.kind === "warmup" ? 1 : 100);
    if (!estimate)
      return { ok: false, sentence: `“${text}” needs lowest, best guess and highest, in this order.` };
    estimates.push(estimate);
  }
  const factors = setup.factors.map(({ id }) => id);
  const weights = round.kind === "warmup" ? null : typedWeights(setup.method, setup.factors, draft.weights);
  if (round.kind === "weights" && !weights)
    return { ok: false, sentence: `The weights are not complete: ${typedHint(setup.method)}.` };
  const response = {
    id: freshId(),
    round: round.id,
    participant: freshId(),
    rev: 1,
    weights,
    estimates,
    reasons: Object.entries(draft.reasons).map(([target, text]) => ({ target, text })),
    shownOrder: factors,
    seconds,
    enteredBy,
  };
  const checked = checkResponse(setup, round, response);
  return checked.ok ? { ok: true, value: { name: name.value, response: checked.value } } : checked;
}
