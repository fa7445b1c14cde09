import type { Case, Confidence, Level } from "./types.ts";
import { describeEvidenceEdit, isEvidenceEdit } from "./evidence-edits.ts";
import { evidenceOn, inHorizon, levelName, numeral, observed, span, viewName } from "./phrases.ts";
import { levelAt, nameOf, scenarioOf, settingsOf, weightOf } from "./settings.ts";
import { baseOf } from "./changes.ts";
import { cleanName } from "./scenarios.ts";
import { type Edit, factorEdit } from "./edits.ts";
import { markingLine } from "./marking.ts";
import { HEADS, type Verdict } from "./judgement.ts";
import { lexiconOf } from "../words/lexicon.ts";
import { describeNetworkEdit } from "./network-describe.ts";
import { isNetworkEdit } from "./network-edit.ts";
import { describeSessionEdit, isSessionEdit } from "./sessions.ts";
import { shortDate } from "../words/dates.ts";
import { type CaseDocument, isNetworkCase } from "./network-case.ts";
import { describeAuthorEdit } from "../author/describe.ts";
import { isAuthorEdit } from "../author/edits.ts";
import { asInSource } from "../words/source.ts";
import { capitalised } from "../words/text.ts";

/**
 * The name of an edit for menus and records, e.g. "Weight of Israeli strikes 5 → 7".
 * @param theCase the case as it is before the edit
 */
export function describeEdit(theCase: CaseDocument, edit: Edit): string {
  if (edit.edit === "renameCase") return `Title “${theCase.title}” → “${edit.title}”`;
  if (edit.edit === "setMarking") return `Marking ${markingLine(edit.marking) ?? "none"}`;
  if (isNetworkEdit(edit))
    return isNetworkCase(theCase) ? describeNetworkEdit(theCase, edit) : "No change: the case is no network";
  if (isNetworkCase(theCase)) return "No change: the case is a network";
  if (isAuthorEdit(edit)) return describeAuthorEdit(theCase, edit);
  const name = (id: string) => nameOf(theCase, id);
  const called = (scenario: string) => scenarioOf(theCase, scenario)?.name ?? scenario;
  if ("factor" in edit && !theCase.factors.some(({ id }) => id === edit.factor))
    return `No change: the case has no factor "${edit.factor}"`;
  if (isEvidenceEdit(edit)) return describeEvidenceEdit(theCase, edit);
  if (isSessionEdit(edit)) return describeSessionEdit(theCase, edit, shortDate);
  switch (edit.edit) {
    case "setWeight": {
      const before = weightOf(theCase, settingsOf(theCase, edit.scenario), edit.factor);
      return `Weight of ${name(edit.factor)} ${numeral(before)} → ${numeral(edit.weight)}`;
    }
    case "setRange":
      return `Range of ${name(edit.factor)} ${edit.range === null ? asInSource(theCase) : span(edit.range)}`;
    case "setLevel": {
      const inputs = settingsOf(theCase, edit.scenario);
      const before = theCase.horizons
        .filter(({ id }) => edit.horizon === "all" || edit.horizon === id)
        .map(({ id }) => levelAt(theCase, inputs, edit.factor, id));
      return `State of ${name(edit.factor)}${inHorizon(theCase, edit.horizon)}: ${levelMove(theCase, before, edit.level)}`;
    }
    case "setAssume": {
      const level = edit.level === null ? "none" : levelName(theCase, edit.level);
      return `Assumption about ${name(edit.mechanism)}${inHorizon(theCase, edit.horizon)}: ${level}`;
    }
    case "setObserve":
      return edit.value === null
        ? `Observation of ${name(edit.id)} taken back`
        : observed(theCase, edit.id, edit.value);
    case "setLikelihood":
      return edit.likelihood === null
        ? `Evidence on ${name(edit.indicator)} taken back`
        : evidenceOn(theCase, edit.indicator, edit.likelihood);
    case "setView":
      return viewName(theCase, edit.view);
    case "resetFactor":
      return `${name(edit.factor)} ${backTo(theCase, edit.scenario)}`;
    case "resetAll":
      return capitalised(backTo(theCase, edit.scenario));
    case "newScenario":
      return `New scenario “${cleanName(edit.name)}”`;
    case "duplicateScenario":
      return `Duplicate of “${called(edit.scenario)}”`;
    case "renameScenario":
      return `Scenario “${called(edit.scenario)}” → “${cleanName(edit.name)}”`;
    case "setStory":
      return `Story of “${called(edit.scenario)}”`;
    case "setScenarioWords":
      return `${capitalised(Object.keys(edit.to).join(" and ") || "words")} of “${called(edit.scenario)}”`;
    case "setShape":
      return `Shape of “${called(edit.scenario)}”: ${edit.shape}`;
    case "moveScenario":
      return `Scenario “${called(edit.scenario)}” moved to place ${edit.to + 1}`;
    case "removeScenario":
      return `Scenario “${called(edit.scenario)}” removed`;
    case "setFactors":
      return factorsMove(theCase, edit);
    case "setConfidence":
      return confidenceMove(theCase.confidence, edit.confidence);
    case "editJudgement":
      return `Judgement: ${headLabel(edit.head)}`;
    case "seedJudgement":
      return "Judgement: bottom line from the model";
    case "addToJudgement":
      return `Judgement: ${headLabel(edit.head)}, a line more`;
    case "setJudgementRow":
      return `Judgement: words ${lexiconOf(edit.row).name}`;
    case "freezeJudgement":
      return `Judgement frozen${edit.judgement.date ? ` on ${edit.judgement.date.slice(0, 10)}` : ""}`;
    case "resolve":
      return edit.verdict === null ? "Verdict taken back" : `Verdict: ${verdictWords(theCase, edit.verdict)}`;
    default:
      return edit satisfies never;
  }
}

/** "back to the article"; "back to “Day after”" where the scenario began from another. */
export function backTo(theCase: Case, scenario: string): string {
  return `back to ${baseOf(theCase, scenario).called}`;
}

/** One factor as an edit of its own; several as "Assad secure very high, Proxy clashes weight 7". */
function factorsMove(
  theCase: Case,
  { scenario, to }: Extract<Edit, { readonly edit: "setFactors" }>,
): string {
  const [only, ...others] = to;
  if (only && others.length === 0) return describeEdit(theCase, { scenario, ...factorEdit(only) });
  return to
    .map((one) => {
      const value = "level" in one ? levelName(theCase, one.level) : `weight ${numeral(one.weight)}`;
      return `${nameOf(theCase, one.factor)} ${value}`;
    })
    .join(", ");
}

const headLabel = (id: string): string =>
  (HEADS.find((head) => head.id === id)?.label ?? "another head").toLowerCase();

/** "within six months no break, within three years a break". */
export function verdictWords(theCase: Case, { byHorizon }: Verdict): string {
  const said = theCase.horizons.flatMap(({ id, phrase, label }) =>
    Object.hasOwn(byHorizon, id)
      ? [`${phrase || label} ${byHorizon[id]!.broke ? "a break" : "no break"}`]
      : [],
  );
  return said.join(", ") || "nothing settled";
}

/** "high → very high"; only the new level where the old ones differ among horizons. */
function levelMove(theCase: Case, before: readonly Level[], after: Level): string {
  const [first, ...others] = new Set(before);
  const to = levelName(theCase, after);
  return first === undefined || others.length > 0 ? to : `${levelName(theCase, first)} → ${to}`;
}

function confidenceMove(before: Confidence | undefined, after: Confidence | null): string {
  if (before?.level === after?.level) return "Reasons for the confidence";
  return `Confidence ${before?.level ?? "not stated"} → ${after?.level ?? "not stated"}`;
}
