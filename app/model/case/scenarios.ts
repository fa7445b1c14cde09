import { type Case, type Inputs, type Scenario, type Shape, SHAPES } from "./types.ts";
import { attempt } from "./problem.ts";
import { id as readId } from "./read.ts";
import { readInputs } from "./inputs.ts";
import { scenarioOf } from "./settings.ts";

/** An edit of the list of scenarios. New ids come with the edit (`freshScenarioId`), so that it can be told again. */
export type ScenarioEdit =
  | {
      readonly edit: "newScenario";
      readonly id: string;
      readonly name: string;
      /** Stands after it and begins with its settings, unless others are given. */
      readonly parent: string;
      readonly settings?: Inputs;
      readonly story?: string;
    }
  | {
      readonly edit: "duplicateScenario";
      readonly scenario: string;
      readonly id: string;
      readonly name: string;
    }
  | { readonly edit: "renameScenario"; readonly scenario: string; readonly name: string }
  | { readonly edit: "setStory"; readonly scenario: string; readonly story: string }
  /** Where it comes from and what it asks its readers; an empty one is taken out. */
  | {
      readonly edit: "setScenarioWords";
      readonly scenario: string;
      readonly to: { readonly source?: string; readonly question?: string };
    }
  | { readonly edit: "setShape"; readonly scenario: string; readonly shape: Shape }
  /** `to`: its place afterwards, from 0. */
  | { readonly edit: "moveScenario"; readonly scenario: string; readonly to: number }
  /** Its children keep their settings and take its parent. The last scenario stays. */
  | { readonly edit: "removeScenario"; readonly scenario: string };

const KINDS: Readonly<Record<ScenarioEdit["edit"], true>> = {
  newScenario: true,
  duplicateScenario: true,
  renameScenario: true,
  setStory: true,
  setScenarioWords: true,
  setShape: true,
  moveScenario: true,
  removeScenario: true,
};

export const isScenarioEdit = (edit: { readonly edit: string }): edit is ScenarioEdit =>
  Object.hasOwn(KINDS, edit.edit);

/** The case after an edit of its scenarios; the same object where the edit changes nothing or cannot be done. */
export function applyScenarioEdit(theCase: Case, edit: ScenarioEdit): Case {
  const of = scenarioOf(theCase, edit.edit === "newScenario" ? edit.parent : edit.scenario);
  if (of === undefined) return theCase;
  const { scenarios } = theCase;
  const put = (next: readonly Scenario[]): Case => ({ ...theCase, scenarios: inShape(theCase, next) });
  const change = (part: Partial<Pick<Scenario, "name" | "story" | "shape">>): Case =>
    put(scenarios.map((one) => (one === of ? { ...of, ...part } : one)));
  const addAfter = (scenario: Scenario): Case =>
    isFree(theCase, scenario.id) && scenario.name !== "" && readInputs(theCase, scenario.settings).ok
      ? put(scenarios.toSpliced(scenarios.indexOf(of) + 1, 0, scenario))
      : theCase;

  switch (edit.edit) {
    case "newScenario":
      return addAfter({
        id: edit.id,
        name: cleanName(edit.name),
        story: edit.story ?? "",
        shape: freeShape(theCase),
        parent: of.id,
        settings: edit.settings ?? of.settings,
      });
    case "duplicateScenario":
      return addAfter({ ...of, id: edit.id, name: cleanName(edit.name), shape: freeShape(theCase) });
    case "renameScenario": {
      const name = cleanName(edit.name);
      return name === "" || name === of.name ? theCase : change({ name });
    }
    case "setStory":
      return typeof edit.story !== "string" || edit.story === of.story
        ? theCase
        : change({ story: edit.story });
    case "setScenarioWords": {
      const next = withWords(of, edit.to);
      return next === of ? theCase : put(scenarios.map((one) => (one === of ? next : one)));
    }
    case "setShape":
      return !SHAPES.includes(edit.shape) || edit.shape === shapeOf(theCase, of.id)
        ? theCase
        : change({ shape: edit.shape });
    case "moveScenario": {
      const from = scenarios.indexOf(of);
      if (!Number.isInteger(edit.to) || edit.to < 0 || edit.to >= scenarios.length || edit.to === from)
        return theCase;
      return put(scenarios.toSpliced(from, 1).toSpliced(edit.to, 0, of));
    }
    case "removeScenario": {
      if (scenarios.length === 1) return theCase;
      const orphan = ({ parent: _gone, ...rest }: Scenario): Scenario =>
        of.parent === undefined ? rest : { ...rest, parent: of.parent };
      return put(
        scenarios.filter((one) => one !== of).map((one) => (one.parent === of.id ? orphan(one) : one)),
      );
    }
    default:
      return edit satisfies never;
  }
}

function withWords(of: Scenario, to: Readonly<Record<string, string | undefined>>): Scenario {
  const { source, question, ...rest } = of;
  const said = Object.entries({ source, question }).flatMap(([key, before]): [string, string][] => {
    const text = Object.hasOwn(to, key) ? to[key] : before;
    return typeof text === "string" && text.trim() !== "" ? [[key, text]] : [];
  });
  const next: Scenario = { ...rest, ...Object.fromEntries(said) };
  return next.source === source && next.question === question ? of : next;
}

/** A name in one line, without space around it. */
export const cleanName = (name: string): string => name.replace(/\s+/gu, " ").trim();

/** "Copy of Day after"; numbered where there is one already. */
export function copyName({ scenarios }: Case, name: string): string {
  const copy = `Copy of ${name}`;
  return firstFree(
    (n) => (n === 1 ? copy : `${copy} ${n}`),
    (one) => scenarios.every((other) => other.name !== one),
  );
}

/** An id made of a name's plain letters and digits that no scenario of the case has. */
export function freshScenarioId(theCase: Case, name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^[^a-z]+|-+$/g, "");
  const start = plain === "" ? "scenario" : plain;
  return firstFree(
    (n) => (n === 1 ? start : `${start}-${n}`),
    (one) => isFree(theCase, one),
  );
}

const isFree = (theCase: Case, id: string): boolean =>
  attempt(() => readId({ path: "id", value: id })).ok && scenarioOf(theCase, id) === undefined;

function firstFree(name: (n: number) => string, isFree: (one: string) => boolean): string {
  let n = 1;
  while (!isFree(name(n))) n++;
  return name(n);
}

/** The shape of the scenario at a place that says none itself. */
const usualShape = (place: number): Shape => SHAPES[place % SHAPES.length]!;

/** The mark of a scenario: its own, else the one of its place. */
export function shapeOf({ scenarios }: Case, scenario: string): Shape {
  const place = scenarios.findIndex(({ id }) => id === scenario);
  return scenarios[place]?.shape ?? usualShape(Math.max(0, place));
}

/** The shape that fewest scenarios have, the earlier one on a tie. */
function freeShape(theCase: Case): Shape {
  const shapes = theCase.scenarios.map(({ id }) => shapeOf(theCase, id));
  const count = (shape: Shape) => shapes.filter((one) => one === shape).length;
  return SHAPES.reduce((least, shape) => (count(shape) < count(least) ? shape : least));
}

/** A new list in which everyone keeps the mark it had, written down only where its place would give another. */
function inShape(before: Case, next: readonly Scenario[]): Scenario[] {
  return next.map((scenario, place) => {
    const { shape: own, ...rest } = scenario;
    const shape = own ?? shapeOf(before, scenario.id);
    const said = shape === usualShape(place) ? undefined : shape;
    if (own === said) return scenario;
    return said === undefined ? rest : { ...rest, shape: said };
  });
}
