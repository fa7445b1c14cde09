import type { EvidenceItem } from "./evidence-types.ts";
import type { ByHorizon, Case, Factor, Inputs, Level, Scenario } from "./types.ts";

/** No changes: everything as in the article. One object, so that it can be compared by identity. */
export const AS_IN_ARTICLE: Inputs = Object.freeze({});

export const scenarioOf = (theCase: Case, id: string): Scenario | undefined =>
  theCase.scenarios.find((scenario) => scenario.id === id);

/** The settings of one scenario; a scenario that the case does not have changes nothing. */
export const settingsOf = (theCase: Case, scenario: string): Inputs =>
  scenarioOf(theCase, scenario)?.settings ?? AS_IN_ARTICLE;

/** @throws Error where the case has no such factor */
export function factorOf(theCase: Case, id: string): Factor {
  const factor = theCase.factors.find((one) => one.id === id);
  if (factor === undefined) throw new Error(`The case has no factor "${id}".`);
  return factor;
}

/** A map's own entry: never something that objects answer to by birth. */
export function entryOf<T>(map: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined;
}

/** The level that an entry of `set` or `assume` gives at one horizon, if it gives one there. */
export function levelIn(entry: ByHorizon | undefined, horizon: string): Level | undefined {
  return typeof entry === "string" ? entry : entryOf(entry, horizon);
}

/** The level of a factor at one horizon under these inputs: as set, else as the case has it. */
export function levelAt(theCase: Case, inputs: Inputs, factor: string, horizon: string): Level {
  const setting = entryOf(factorOf(theCase, factor).levels, horizon);
  const level = levelIn(entryOf(inputs.set, factor), horizon) ?? setting?.level;
  if (level === undefined) throw new Error(`The case has no horizon "${horizon}".`);
  return level;
}

/** The weight of a factor under these inputs, 0..10: as given, else its default. */
export function weightOf(theCase: Case, inputs: Inputs, factor: string): number {
  return entryOf(inputs.weights, factor) ?? factorOf(theCase, factor).weight.default;
}

/** The level a mechanism is assumed to have at one horizon, if any. */
export const assumedAt = (inputs: Inputs, mechanism: string, horizon: string): Level | undefined =>
  levelIn(entryOf(inputs.assume, mechanism), horizon);

const NOTHING: readonly EvidenceItem[] = Object.freeze([]);

/** The log of evidence, in the order in which it counts. */
export const logOf = ({ evidence }: Case): readonly EvidenceItem[] => evidence ?? NOTHING;

/** What a factor, mechanism or indicator is called where there is little room; its id where there is none such. */
export function nameOf(theCase: Case, id: string): string {
  const part = [...theCase.factors, ...theCase.mechanisms].find((one) => one.id === id);
  return part?.short ?? theCase.indicators.find((one) => one.id === id)?.label ?? id;
}
