import type { Case } from "./types.ts";
import {
  type FrozenArgument,
  type Head,
  isHead,
  type Judgement,
  type JudgementDraft,
  type Seeded,
  type Verdict,
} from "./judgement.ts";
import { readDraft, readJudgement, readVerdict } from "./read-judgement.ts";
import { same } from "./entry.ts";
import { eventSetOf } from "./evidence-set.ts";
import { attempt, problemSentence } from "./problem.ts";
import { argumentHash, sealOf } from "./seal.ts";

/** What is done to judgements. Nothing here, and no other edit, touches a frozen one. */
export type JudgementEdit =
  | { readonly edit: "editJudgement"; readonly head: Head; readonly text: string }
  /** The bottom line from the model's numbers; they are remembered, so that it can be told when they moved. */
  | { readonly edit: "seedJudgement"; readonly text: string; readonly seeded: Seeded }
  /** A line more under a head that is a list: an assumption, an alternative, a sign. */
  | { readonly edit: "addToJudgement"; readonly head: Head; readonly line: string }
  | { readonly edit: "setJudgementRow"; readonly row: string }
  /** Made by `freeze`; it carries its own date and version. */
  | {
      readonly edit: "freezeJudgement";
      readonly judgement: Judgement;
      readonly argument: FrozenArgument;
    }
  /** How it came out, by horizon; null takes the verdict back. */
  | { readonly edit: "resolve"; readonly verdict: Verdict | null };

export function isJudgementEdit<E extends { readonly edit: string }>(
  edit: E | JudgementEdit,
): edit is JudgementEdit {
  return (
    edit.edit === "editJudgement" ||
    edit.edit === "seedJudgement" ||
    edit.edit === "addToJudgement" ||
    edit.edit === "setJudgementRow" ||
    edit.edit === "freezeJudgement" ||
    edit.edit === "resolve"
  );
}

/** Most characters under one head, and most frozen judgements: more would only make the file slow. */
const MOST_TEXT = 100_000;
const MOST_JUDGEMENTS = 500;

const EMPTY: JudgementDraft = { text: {} };
export const draftOf = (theCase: Case): JudgementDraft => theCase.judgement ?? EMPTY;
export const headText = (theCase: Case, head: Head): string => draftOf(theCase).text[head] ?? "";

/** The lines under a head that is a list, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The case after an edit of judgements; the same case where it changes nothing or cannot be. */
export function applyJudgementEdit(theCase: Case, edit: JudgementEdit): Case {
  switch (edit.edit) {
    case "editJudgement":
      return withText(theCase, edit.head, edit.text);
    case "seedJudgement":
      return seeded(theCase, edit);
    case "addToJudgement":
      return withLine(theCase, edit.head, edit.line);
    case "setJudgementRow":
      return withDraft(theCase, { ...draftOf(theCase), row: edit.row });
    case "freezeJudgement":
      return withFrozen(theCase, edit.judgement, edit.argument);
    case "resolve":
      return withVerdict(theCase, edit.verdict);
    default:
      return edit satisfies never;
  }
}

function withDraft(theCase: Case, draft: JudgementDraft): Case {
  if (same(draftOf(theCase), draft)) return theCase;
  const read = attempt(() => readDraft({ path: "judgement", value: draft }));
  return read.ok ? { ...theCase, judgement: read.value } : theCase;
}

function withText(theCase: Case, head: Head, text: string): Case {
  if (!isHead(head) || typeof text !== "string" || text.length > MOST_TEXT) return theCase;
  const draft = draftOf(theCase);
  const { [head]: _before, ...rest } = draft.text;
  return withDraft(theCase, { ...draft, text: text === "" ? rest : { ...draft.text, [head]: text } });
}

function seeded(theCase: Case, { text, seeded: from }: { text: string; seeded: Seeded }): Case {
  if (typeof text !== "string" || text.length > MOST_TEXT) return theCase;
  const draft = draftOf(theCase);
  return withDraft(theCase, { ...draft, text: { ...draft.text, bottomLine: text }, seeded: from });
}

function withLine(theCase: Case, head: Head, line: string): Case {
  if (!isHead(head) || typeof line !== "string") return theCase;
  const put = line.replace(/\s+/g, " ").trim();
  const lines = linesOf(headText(theCase, head));
  if (put === "" || lines.includes(put)) return theCase;
  return withText(theCase, head, [...lines, put].join("\n"));
}

/** A frozen judgement is taken in once, whole, and only where its seals fit what they seal. */
function withFrozen(theCase: Case, judgement: Judgement, argument: FrozenArgument): Case {
  const { judgements = [], judgementArguments = {} } = theCase;
  const read = attempt(() => readJudgement({ path: "judgements", value: judgement }));
  if (!read.ok || judgements.length >= MOST_JUDGEMENTS) return theCase;
  const { id, seal, argument: hash } = read.value;
  if (id === undefined || judgements.some((one) => one.id === id)) return theCase;
  if (hash === undefined || seal !== sealOf(read.value) || hash !== argumentHash(argument)) return theCase;
  return {
    ...theCase,
    judgements: [...judgements, read.value],
    judgementArguments: Object.hasOwn(judgementArguments, hash)
      ? judgementArguments
      : { ...judgementArguments, [hash]: argument },
  };
}

/** A break stays a break: no later horizon may say that it did not happen. */
export const isCoherent = (theCase: Case, { byHorizon }: Verdict): boolean => {
  const said = theCase.horizons.flatMap(({ id }) =>
    Object.hasOwn(byHorizon, id) ? [byHorizon[id]!.broke] : [],
  );
  return said.length > 0 && said.every((broke, i) => broke || said[i - 1] !== true);
};

/** What a verdict says against itself or against the case, in one sentence; null where it can be kept. */
export function verdictProblem(theCase: Case, verdict: Verdict): string | null {
  const read = attempt(() =>
    readVerdict(
      { path: "verdict", value: verdict },
      theCase.horizons.map(({ id }) => id),
    ),
  );
  if (!read.ok) return problemSentence(read.problem);
  if (!isCoherent(theCase, verdict))
    return theCase.horizons.some(({ id }) => Object.hasOwn(verdict.byHorizon, id))
      ? "A break stays a break: a later period cannot say that there was none."
      : "Say of at least one period how it came out.";
  const rungs = new Map(theCase.outcome.rungs.map((rung) => [rung.id, rung]));
  for (const { id, label } of theCase.horizons) {
    const at = Object.hasOwn(verdict.byHorizon, id) ? verdict.byHorizon[id]! : undefined;
    if (at?.rung === undefined) continue;
    const rung = rungs.get(at.rung);
    if (rung === undefined) return `${label}: the case has no outcome "${at.rung}"; choose one that it has.`;
    if (rung.happened !== at.broke)
      return `${label}: “${rung.label}” is ${rung.happened ? "a break, and there was none" : "no break, and it broke"}; choose another outcome.`;
  }
  const { event } = verdict;
  if (typeof event === "string" && !(eventSetOf(theCase)?.events ?? []).some(({ id }) => id === event))
    return `The case has no event "${event}"; choose one that it has.`;
  return null;
}

function withVerdict(theCase: Case, verdict: Verdict | null): Case {
  if (same(theCase.verdict ?? null, verdict)) return theCase;
  if (verdict === null) {
    const { verdict: _before, ...rest } = theCase;
    return rest;
  }
  if (verdictProblem(theCase, verdict) !== null) return theCase;
  const horizons = theCase.horizons.map(({ id }) => id);
  return { ...theCase, verdict: readVerdict({ path: "verdict", value: verdict }, horizons) };
}
