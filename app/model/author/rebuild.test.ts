import { describe, expect, it } from "vitest";
import { openCase, saveCase } from "../case/door.ts";
import { applyEdit, type Edit } from "../case/edits.ts";
import type { ByHorizon, Case } from "../case/types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import type { AuthorEdit } from "./edits.ts";
import { blankCase, FIRST_FACTOR } from "./start.ts";

/** Everything the editor's pages ask for, in the order of the pages; `wanted` is what someone types into them. */
function editsFor(wanted: Case): Edit[] {
  const { source, factors, mechanisms, outcome, indicators, links, claims, statements = [] } = wanted;
  const { paragraphs = [], ...named } = source;
  const words: AuthorEdit[] = [
    { edit: "setParagraphs", paragraphs },
    { edit: "setCaseWords", to: { source: named } },
    { edit: "setCaseWords", to: { question: wanted.question, asOf: wanted.asOf } },
    { edit: "setHorizons", horizons: wanted.horizons },
  ];
  const present = new Set(blankCase().mechanisms.map(({ id }) => id));
  const parts: AuthorEdit[] = [
    ...factors.map(({ id, ...factor }): AuthorEdit => ({ edit: "addFactor", id, factor })),
    // Names first, so that sentences can name mechanisms that come after them.
    ...mechanisms.map(({ id, rule: _rule, ...mechanism }): AuthorEdit =>
      present.has(id)
        ? { edit: "changeMechanism", mechanism: id, to: mechanism }
        : { edit: "addMechanism", id, mechanism },
    ),
    ...mechanisms.map(({ id, rule }): AuthorEdit => ({ edit: "setRule", mechanism: id, rule })),
    { edit: "removeFactor", factor: FIRST_FACTOR },
    { edit: "setOutcome", outcome },
    ...indicators.map((indicator): AuthorEdit => ({ edit: "putIndicator", indicator })),
    ...claims.map((claim): AuthorEdit => ({ edit: "putClaim", claim })),
    ...links.map((link): AuthorEdit => ({ edit: "setArrow", ...link })),
    ...statements.map((statement): AuthorEdit => ({ edit: "putStatement", statement })),
  ];
  const told: Edit[] = [
    { edit: "setTour", tour: wanted.tour },
    { edit: "setHedges", hedges: wanted.hedges },
    { edit: "setDateConflicts", conflicts: wanted.dateConflicts },
    ...(wanted.events ?? []).map((event): Edit => ({ edit: "putEvent", event })),
    ...(wanted.verdict ? [{ edit: "resolve", verdict: wanted.verdict } as const] : []),
  ];
  return [...words, ...parts, ...scenarioEdits(wanted), ...told];
}

/** The first is there from the start; each of the others begins from the one before it and is changed. */
function scenarioEdits({ scenarios, horizons }: Case): Edit[] {
  const [first, ...others] = scenarios;
  const levels = (entry: ByHorizon): (readonly [string, string])[] =>
    typeof entry === "string" ? horizons.map(({ id }) => [id, entry]) : Object.entries(entry);
  return [
    { edit: "renameScenario", scenario: first!.id, name: first!.name },
    ...others.map(({ id, name }, i): Edit => ({
      edit: "newScenario",
      id,
      name,
      parent: scenarios[i]!.id,
      settings: {},
    })),
    ...scenarios.flatMap(({ id, story, source, question, settings }): Edit[] => [
      { edit: "setStory", scenario: id, story },
      {
        edit: "setScenarioWords",
        scenario: id,
        to: { ...(source && { source }), ...(question && { question }) },
      },
      ...Object.entries(settings.set ?? {}).flatMap(([factor, entry]) =>
        levels(entry).map(
          ([horizon, level]) => ({ edit: "setLevel", scenario: id, factor, horizon, level }) as Edit,
        ),
      ),
    ]),
  ];
}

/**
 * The case but for what tells of one way of making it: its trail, the order in which arrows came up (which nothing
 * reads), and from which scenario another began.
 */
function made({ history: _history, ...theCase }: Case): unknown {
  const arrow = ({ from, to }: Case["links"][number]) => `${from}>${to}`;
  return {
    ...theCase,
    links: theCase.links.toSorted((a, b) => (arrow(a) < arrow(b) ? -1 : 1)),
    scenarios: theCase.scenarios.map(({ parent: _parent, shape: _shape, ...one }) => one),
  };
}

describe("the case that was made with the editor", () => {
  it("comes from a blank one by the editor's edits alone", () => {
    const wanted = shippedCase("china-vietnam-1975");
    const blank = blankCase({ title: wanted.title, event: wanted.event, partners: wanted.partners });
    const read = openCase(saveCase(editsFor(wanted).reduce(applyEdit<Case>, blank)));
    if (!read.ok) throw new Error("does not reopen");
    expect(made(read.case)).toStrictEqual(made(wanted));
  });
});
