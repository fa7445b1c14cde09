import type { ByHorizon, Case, Confidence, Inputs, Level } from "./types.ts";
import { AS_IN_ARTICLE, assumedAt, entryOf, factorOf, levelAt, scenarioOf } from "./settings.ts";
import { same, shortest, withEntry, withPart } from "./entry.ts";
import { type Marking, readMarking } from "./marking.ts";
import { applyEvidenceEdit, type EvidenceEdit, isEvidenceEdit } from "./evidence-edits.ts";
import { applyScenarioEdit, isScenarioEdit, type ScenarioEdit } from "./scenarios.ts";
import { attempt } from "./problem.ts";
import { baseOf } from "./changes.ts";
import { readConfidence } from "./story.ts";
import { readInputs } from "./inputs.ts";
import { applyJudgementEdit, isJudgementEdit, type JudgementEdit } from "./judge.ts";
import { applySessionEdit, isSessionEdit, type SessionEdit } from "./sessions.ts";
import { applyNetworkEdit, isNetworkEdit, type NetworkEdit } from "./network-edit.ts";
import { type CaseDocument, isNetworkCase } from "./network-case.ts";
import { applyAuthorEdit, type AuthorEdit, isAuthorEdit } from "../author/edits.ts";

export { levelAt, settingsOf, weightOf } from "./settings.ts";
export { sourceBase, type Base, baseOf, type Change, changes, differences } from "./changes.ts";
export { copyName, freshScenarioId, shapeOf, type ScenarioEdit } from "./scenarios.ts";
export { describeEdit } from "./describe.ts";

/** An edit of the settings of one scenario. `"all"` stands for every horizon; null takes an entry back. */
export type SettingEdit = { readonly scenario: string } & (
  | { readonly edit: "setWeight"; readonly factor: string; readonly weight: number }
  | { readonly edit: "setRange"; readonly factor: string; readonly range: readonly [number, number] | null }
  | { readonly edit: "setLevel"; readonly factor: string; readonly horizon: string; readonly level: Level }
  | {
      readonly edit: "setAssume";
      readonly mechanism: string;
      readonly horizon: string;
      readonly level: Level | null;
    }
  | { readonly edit: "setObserve"; readonly id: string; readonly value: boolean | Level | null }
  | {
      readonly edit: "setLikelihood";
      readonly indicator: string;
      readonly likelihood: readonly [number, number] | null;
    }
  | { readonly edit: "setView"; readonly view: NonNullable<Inputs["view"]> }
  /** Back to the scenario's parent; to the article where it has none. */
  | { readonly edit: "resetFactor"; readonly factor: string }
  | { readonly edit: "resetAll" }
  /** Several factors in one step. */
  | { readonly edit: "setFactors"; readonly to: readonly FactorSetting[] }
);

/** What one factor is set to: a state at every horizon, or a weight. */
export type FactorSetting =
  { readonly factor: string; readonly level: Level } | { readonly factor: string; readonly weight: number };

/** The same as an edit of its own. */
export const factorEdit = (to: FactorSetting) =>
  "level" in to
    ? ({ edit: "setLevel", factor: to.factor, horizon: "all", level: to.level } as const)
    : ({ edit: "setWeight", factor: to.factor, weight: to.weight } as const);

/** Everything that can be done to the document, one undo step each. */
export type Edit =
  | SettingEdit
  | EvidenceEdit
  | ScenarioEdit
  | JudgementEdit
  | NetworkEdit
  | SessionEdit
  | AuthorEdit
  | { readonly edit: "setConfidence"; readonly confidence: Confidence | null }
  | { readonly edit: "setMarking"; readonly marking: Marking }
  | { readonly edit: "renameCase"; readonly title: string };

/**
 * The case after an edit. What the edit does not touch stays the same object, and the whole case does where
 * the edit changes nothing, names what the case does not have, or gives a value the case could not hold:
 * the result can always be saved and opened again.
 */
export function applyEdit<D extends CaseDocument>(theCase: D, edit: Edit): D {
  return edited(theCase, edit) as D;
}

/** An argument stays an argument and a network a network. */
function edited(theCase: CaseDocument, edit: Edit): CaseDocument {
  if (edit.edit === "renameCase")
    return typeof edit.title !== "string" || edit.title === theCase.title
      ? theCase
      : { ...theCase, title: edit.title };
  if (edit.edit === "setMarking") return withMarking(theCase, edit.marking);
  if (isNetworkEdit(edit)) return isNetworkCase(theCase) ? applyNetworkEdit(theCase, edit) : theCase;
  if (isNetworkCase(theCase)) return theCase;
  if (isEvidenceEdit(edit)) return applyEvidenceEdit(theCase, edit);
  if (isScenarioEdit(edit)) return applyScenarioEdit(theCase, edit);
  if (isJudgementEdit(edit)) return applyJudgementEdit(theCase, edit);
  if (isSessionEdit(edit)) return applySessionEdit(theCase, edit);
  if (isAuthorEdit(edit)) return applyAuthorEdit(theCase, edit);
  switch (edit.edit) {
    case "setConfidence":
      return withConfidence(theCase, edit.confidence);
    default:
      return withSettings(theCase, edit);
  }
}

function withConfidence(theCase: Case, confidence: Confidence | null): Case {
  if (same(theCase.confidence ?? null, confidence)) return theCase;
  if (confidence === null) {
    const { confidence: _before, ...rest } = theCase;
    return rest;
  }
  const read = attempt(() => readConfidence({ path: "confidence", value: confidence }));
  return read.ok ? { ...theCase, confidence: read.value } : theCase;
}

function withMarking(theCase: CaseDocument, marking: Marking): CaseDocument {
  if (same(theCase.marking, marking)) return theCase;
  const read = attempt(() => readMarking({ path: "marking", value: marking }));
  return read.ok ? { ...theCase, marking: read.value } : theCase;
}

function withSettings(theCase: Case, edit: SettingEdit): Case {
  const scenario = scenarioOf(theCase, edit.scenario);
  if (scenario === undefined) return theCase;
  const settings = editSettings(theCase, scenario.settings, edit);
  if (settings === scenario.settings || !readInputs(theCase, settings).ok) return theCase;
  return {
    ...theCase,
    scenarios: theCase.scenarios.map((one) => (one === scenario ? { ...scenario, settings } : one)),
  };
}

function editSettings(theCase: Case, inputs: Inputs, edit: SettingEdit): Inputs {
  const factors = theCase.factors.map(({ id }) => id);
  const mechanisms = theCase.mechanisms.map(({ id }) => id);
  const indicators = theCase.indicators.map(({ id }) => id);
  if ("factor" in edit && !factors.includes(edit.factor)) return inputs;

  switch (edit.edit) {
    case "setWeight": {
      const { factor, weight } = edit;
      const changed = weight === factorOf(theCase, factor).weight.default ? undefined : weight;
      return withPart(inputs, "weights", withEntry(inputs.weights, factor, changed, factors));
    }
    case "setRange":
      return withPart(
        inputs,
        "ranges",
        withEntry(inputs.ranges, edit.factor, edit.range ?? undefined, factors),
      );
    case "setLevel": {
      const { factor } = edit;
      const at = (settings: Inputs) => (horizon: string) => levelAt(theCase, settings, factor, horizon);
      const entry = putLevel(theCase, edit, at(inputs), at(AS_IN_ARTICLE));
      if (entry === "as before") return inputs;
      return withPart(inputs, "set", withEntry(inputs.set, factor, entry, factors));
    }
    case "setAssume": {
      const { mechanism } = edit;
      const entry = putLevel(
        theCase,
        edit,
        (horizon) => assumedAt(inputs, mechanism, horizon),
        () => undefined,
      );
      if (entry === "as before") return inputs;
      return withPart(inputs, "assume", withEntry(inputs.assume, mechanism, entry, mechanisms));
    }
    case "setObserve": {
      const all = [...factors, ...mechanisms, ...indicators];
      return withPart(inputs, "observe", withEntry(inputs.observe, edit.id, edit.value ?? undefined, all));
    }
    case "setLikelihood":
      return withPart(
        inputs,
        "likelihood",
        withEntry(inputs.likelihood, edit.indicator, edit.likelihood ?? undefined, indicators),
      );
    case "setView":
      return withPart(inputs, "view", edit.view === "article" || edit.view === 1 ? undefined : edit.view);
    case "resetFactor": {
      const base = baseOf(theCase, edit.scenario).inputs;
      const back = <T>(map: Readonly<Record<string, T>> | undefined, to: typeof map) =>
        withEntry(map, edit.factor, entryOf(to, edit.factor), factors);
      const kept = withPart(inputs, "set", back(inputs.set, base.set));
      const lighter = withPart(kept, "weights", back(inputs.weights, base.weights));
      return withPart(lighter, "ranges", back(inputs.ranges, base.ranges));
    }
    case "resetAll": {
      const base = baseOf(theCase, edit.scenario).inputs;
      return same(inputs, base) ? inputs : base;
    }
    case "setFactors": {
      // The last word on a factor counts: what it overrules would leave a trace in the order of the parts.
      const last = new Map(edit.to.map((one) => [`${String("level" in one)} ${one.factor}`, one]));
      return [...last.values()].reduce<Inputs>(
        (settings, one) => editSettings(theCase, settings, { scenario: edit.scenario, ...factorEdit(one) }),
        inputs,
      );
    }
    default:
      return edit satisfies never;
  }
}

/** The shortest entry after a level was put at one horizon or at all; "as before" where no level changes. */
function putLevel(
  theCase: Case,
  edit: { readonly horizon: string; readonly level: Level | null },
  before: (horizon: string) => Level | undefined,
  article: (horizon: string) => Level | undefined,
): ByHorizon | undefined | "as before" {
  const horizons = theCase.horizons.map(({ id }) => id);
  const isMeant = (horizon: string) => edit.horizon === "all" || edit.horizon === horizon;
  const levels = horizons.map((one) => (isMeant(one) ? (edit.level ?? undefined) : before(one)));
  const entry = shortest(horizons, levels, horizons.map(article));
  // An entry that says no more than the article is taken out even where no level changes by that.
  return entry !== undefined && same(levels, horizons.map(before)) ? "as before" : entry;
}
