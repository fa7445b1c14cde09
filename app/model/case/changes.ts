import type { Case, Horizon, Inputs, Level } from "./types.ts";
import {
  AS_IN_ARTICLE,
  assumedAt,
  entryOf,
  levelAt,
  nameOf,
  scenarioOf,
  settingsOf,
  weightOf,
} from "./settings.ts";
import { at, evidenceOn, from, levelName, numeral, observed, span, viewName } from "./phrases.ts";
import { same } from "./entry.ts";
import { sourceWords } from "../words/source.ts";

/** One difference. `id` is the factor, mechanism or indicator; the view has none. */
export interface Change {
  readonly input: keyof Inputs;
  readonly id?: string;
  /** For people, e.g. "Weight of Israeli strikes 7 (article: 5)". */
  readonly text: string;
}

/** What settings are read against. */
export interface Base {
  readonly inputs: Inputs;
  /** In brackets: "article", "Day after". */
  readonly name: string;
  /** In a sentence: "the article", "“Day after”". */
  readonly called: string;
  /** Whether it is the case as its source has it, no other scenario. */
  readonly isSource: boolean;
}

/** The case as its source has it. */
export function sourceBase(theCase: Case): Base {
  const { name, the } = sourceWords(theCase);
  return { inputs: AS_IN_ARTICLE, name, called: the, isSource: true };
}

/** What a scenario is read against: its parent, else the source. */
export function baseOf(theCase: Case, scenario: string): Base {
  const parent = scenarioOf(theCase, scenarioOf(theCase, scenario)?.parent ?? "");
  if (!parent) return sourceBase(theCase);
  const { name, settings } = parent;
  return { inputs: settings, name, called: `“${name}”`, isSource: false };
}

/** How one scenario differs from its parent, in the order of the case; empty where it does not. */
export const changes = (theCase: Case, scenario: string): Change[] =>
  differences(theCase, settingsOf(theCase, scenario), baseOf(theCase, scenario));

/** How any settings differ from a base, in the order of the case; a line for each factor, mechanism or sign. */
export function differences(theCase: Case, inputs: Inputs, base: Base = sourceBase(theCase)): Change[] {
  return [
    ...changedWeights(theCase, inputs, base),
    ...changedLevels(theCase, inputs, base),
    ...changedAssumptions(theCase, inputs, base),
    ...changedEntries("observe", inputs, base, (id, value) => observed(theCase, id, value)),
    ...changedEntries("likelihood", inputs, base, (id, pair) => evidenceOn(theCase, id, pair)),
    ...changedEntries(
      "ranges",
      inputs,
      base,
      (id, range) => `Range of ${nameOf(theCase, id)} ${span(range)}`,
    ),
    ...changedView(theCase, inputs, base),
  ];
}

const changedWeights = (theCase: Case, inputs: Inputs, base: Base) =>
  theCase.factors.flatMap(({ id, short }): Change[] => {
    const [now, before] = [inputs, base.inputs].map((one) => weightOf(theCase, one, id));
    if (now === before) return [];
    return [
      {
        input: "weights",
        id,
        text: `Weight of ${short} ${numeral(now!)} (${base.name}: ${numeral(before!)})`,
      },
    ];
  });

const changedLevels = (theCase: Case, inputs: Inputs, base: Base) =>
  theCase.factors.flatMap(({ id, short }): Change[] => {
    const moved = theCase.horizons.filter(
      (h) => levelAt(theCase, inputs, id, h.id) !== levelAt(theCase, base.inputs, id, h.id),
    );
    if (moved.length === 0) return [];
    const levels = (one: Inputs) => moved.map((h) => levelName(theCase, levelAt(theCase, one, id, h.id)));
    const before = `(${base.name}: ${runs(levels(base.inputs)).join(", then ")})`;
    return [{ input: "set", id, text: `${short}: ${over(theCase, moved, levels(inputs))} ${before}` }];
  });

const changedAssumptions = (theCase: Case, inputs: Inputs, base: Base) =>
  theCase.mechanisms.flatMap(({ id, short }): Change[] => {
    const moved = theCase.horizons.filter(
      (h) => assumedAt(inputs, id, h.id) !== assumedAt(base.inputs, id, h.id),
    );
    if (moved.length === 0) return [];
    const says = (level: Level | undefined) => (level ? levelName(theCase, level) : "not assumed");
    const now = moved.map((h) => assumedAt(inputs, id, h.id));
    const was = moved.map((h) => assumedAt(base.inputs, id, h.id));
    const before = was.every((level) => level === undefined)
      ? ""
      : ` (${base.name}: ${runs(was.map(says)).join(", then ")})`;
    const assumed = now.every((level) => level === undefined) ? "" : "assumed ";
    return [
      { input: "assume", id, text: `${short}: ${assumed}${over(theCase, moved, now.map(says))}${before}` },
    ];
  });

/** What is seen, and typed ranges: entries that are there or not. */
function changedEntries<K extends "observe" | "likelihood" | "ranges">(
  input: K,
  inputs: Inputs,
  base: Base,
  says: (id: string, value: NonNullable<Inputs[K]>[string]) => string,
): Change[] {
  type Entries = Readonly<Record<string, NonNullable<Inputs[K]>[string]>> | undefined;
  const [now, before] = [inputs[input] as Entries, base.inputs[input] as Entries];
  return Object.keys({ ...before, ...now }).flatMap((id): Change[] => {
    const [is, was] = [entryOf(now, id), entryOf(before, id)];
    if (same(is, was)) return [];
    if (is !== undefined) return [{ input, id, text: says(id, is) }];
    return [{ input, id, text: `Taken back: ${says(id, was!)}` }];
  });
}

const shareOf = ({ view = "article" }: Inputs) => (view === "article" ? 1 : view === "outside" ? 0 : view);

const changedView = (theCase: Case, inputs: Inputs, base: Base): Change[] =>
  shareOf(inputs) === shareOf(base.inputs)
    ? []
    : [{ input: "view", text: viewName(theCase, inputs.view ?? "article") }];

/** Neighbours that say the same, once. */
const runs = (words: readonly string[]) => words.filter((word, i) => i === 0 || word !== words[i - 1]);

/**
 * What holds when, at the horizons at which something changed: "very high throughout", "medium now, then low",
 * "very high from the short–medium term on", "high in the long run".
 */
function over({ horizons }: Case, moved: readonly Horizon[], words: readonly string[]): string {
  const [first] = moved;
  if (horizons.length === 1 || first === undefined) return words[0] ?? "";
  const start = horizons.indexOf(first);
  const isOneStretch = moved.every((h, i) => horizons[start + i] === h);
  const isToTheEnd = isOneStretch && start + moved.length === horizons.length;
  const said = runs(words);
  if (said.length === 1 && moved.length === horizons.length) return `${words[0]!} throughout`;
  if (said.length === 1 && isToTheEnd && moved.length > 1) return `${words[0]!} ${from(first)}`;
  // "Then" holds from the next horizon on: only what came before may not last longer than one.
  const isStepwise = said.every((word, i) => word === words[i]);
  if (said.length > 1 && isToTheEnd && isStepwise)
    return said.map((word, i) => (i === 0 ? `${word} ${at(first)}` : word)).join(", then ");
  return words
    .map((word, i) =>
      i > 0 && word === words[i - 1] ? ` and ${at(moved[i]!)}` : `, ${word} ${at(moved[i]!)}`,
    )
    .join("")
    .slice(2);
}
