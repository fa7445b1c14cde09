import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyEdit,
  changes,
  copyName,
  type Edit,
  freshScenarioId,
  type ScenarioEdit,
  settingsOf,
  shapeOf,
} from "./edits.ts";
import { openCase, saveCase } from "./door.ts";
import type { Case } from "./types.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { anyScenarioEdit } from "./scenarios.test-help.ts";

const shipped = shippedCase("russia-iran-syria");
const ids = (theCase: Case) => theCase.scenarios.map(({ id }) => id);
const shapes = (theCase: Case) => new Map(ids(theCase).map((id) => [id, shapeOf(theCase, id)]));
const scenarioId = fc.constantFrom(...ids(shipped), "nowhere");
const runs = fc.array(anyScenarioEdit(scenarioId), { maxLength: 10 });
const after = (run: readonly Edit[], from = shipped) => run.reduce(applyEdit, from);
const one = <T>(from: readonly T[]) => fc.integer({ min: 0, max: 1e6 }).map((n) => from[n % from.length]!);

describe("any run of scenario edits", () => {
  it("leaves a case that saves, and opens again as it is", () => {
    fc.assert(
      fc.property(runs, (run) => {
        const text = saveCase(after(run));
        const again = openCase(text);
        expect(again.ok && saveCase(again.case)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it("leaves at least one scenario, ids of their own, and parents that are there", () => {
    fc.assert(
      fc.property(runs, (run) => {
        const edited = after(run);
        const left = ids(edited);
        expect(left.length).toBeGreaterThan(0);
        expect(new Set(left).size).toBe(left.length);
        for (const { parent, name } of edited.scenarios) {
          if (parent !== undefined) expect(left).toContain(parent);
          expect(name).toMatch(/^\S(?:[^\n]*\S)?$/u);
        }
        expect(edited.factors).toBe(shipped.factors);
      }),
      { numRuns: 150 },
    );
  });

  it("never changes the mark of a scenario that the edit does not give one", () => {
    fc.assert(
      fc.property(runs, anyScenarioEdit(scenarioId), (run, edit) => {
        const before = after(run);
        const [was, is] = [shapes(before), shapes(applyEdit(before, edit))];
        for (const [id, shape] of is)
          if (was.has(id) && !(edit.edit === "setShape" && edit.scenario === id))
            expect(shape).toBe(was.get(id));
      }),
      { numRuns: 300 },
    );
  });
});

describe("laws", () => {
  it("a new scenario removed again leaves the case as it was", () => {
    fc.assert(
      fc.property(one(ids(shipped)), fc.string(), (parent, typed) => {
        const name = `N${typed}`;
        const id = freshScenarioId(shipped, name);
        const grown = applyEdit(shipped, { edit: "newScenario", id, name, parent });
        expect(grown.scenarios).toHaveLength(shipped.scenarios.length + 1);
        expect(ids(grown)[ids(grown).indexOf(parent) + 1]).toBe(id);
        expect(settingsOf(grown, id)).toBe(settingsOf(shipped, parent));
        expect(changes(grown, id)).toEqual([]);
        expect(applyEdit(grown, { edit: "removeScenario", scenario: id })).toEqual(shipped);
      }),
    );
  });

  it("a move is a permutation, goes where it says, and moving back undoes it", () => {
    fc.assert(
      fc.property(one(ids(shipped)), fc.nat({ max: shipped.scenarios.length - 1 }), (scenario, to) => {
        const from = ids(shipped).indexOf(scenario);
        const moved = applyEdit(shipped, { edit: "moveScenario", scenario, to });
        expect(ids(moved)[to]).toBe(scenario);
        expect(ids(moved).sort()).toEqual(ids(shipped).sort());
        expect(ids(moved).filter((id) => id !== scenario)).toEqual(
          ids(shipped).filter((id) => id !== scenario),
        );
        expect(applyEdit(moved, { edit: "moveScenario", scenario, to: from })).toEqual(shipped);
      }),
    );
  });

  it("fresh ids and names of copies are free, whatever the name; ids are ASCII", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 6 }), (names) => {
        let grown = shipped;
        for (const typed of ["constructor", "Été — à Moscou!", "постоянный", ...names, ...names]) {
          const name = copyName(grown, typed);
          expect(grown.scenarios.map((other) => other.name)).not.toContain(name);
          const id = freshScenarioId(grown, typed);
          expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
          const next = applyEdit(grown, { edit: "newScenario", id, name, parent: "baseline" });
          expect(next.scenarios).toHaveLength(grown.scenarios.length + 1);
          grown = next;
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a scenario", () => {
  const child: ScenarioEdit = { edit: "newScenario", id: "child", name: "Child", parent: "day-after" };
  const grandchild: ScenarioEdit = { edit: "newScenario", id: "grand", name: "Grand", parent: "child" };

  it("removed hands its children to its own parent, who keep their settings", () => {
    const edits: Edit[] = [
      child,
      { edit: "setWeight", scenario: "child", factor: "aims", weight: 9 },
      grandchild,
      { edit: "removeScenario", scenario: "child" },
    ];
    const left = after(edits);
    expect(left.scenarios.find(({ id }) => id === "grand")?.parent).toBe("day-after");
    expect(changes(left, "grand").map(({ text }) => text)).toEqual([
      "Weight of Diverging aims 9 (Day after stabilisation: 5)",
    ]);
    const alone = after([{ edit: "removeScenario", scenario: "day-after" }], left);
    expect(Object.keys(alone.scenarios.find(({ id }) => id === "grand")!)).not.toContain("parent");
    expect(changes(alone, "grand")).toHaveLength(2);
  });

  it("duplicated has all that the original has, under another name and mark", () => {
    const twice = after([
      { edit: "duplicateScenario", scenario: "air-campaign", id: "second", name: "Second" },
    ]);
    const [original, copy] = ["air-campaign", "second"].map((id) =>
      twice.scenarios.find((s) => s.id === id)!,
    );
    expect({ ...copy, id: "", name: "", shape: "" }).toEqual({ ...original, id: "", name: "", shape: "" });
    expect(changes(twice, "second")).toEqual(changes(twice, "air-campaign"));
  });

  it("says where it comes from and what it asks, until that is taken out again", () => {
    const before = shipped.scenarios.find(({ id }) => id === "day-after")!;
    const words = (to: { source?: string; question?: string }): Edit => ({
      edit: "setScenarioWords",
      scenario: "day-after",
      to,
    });
    const told = after([words({ source: "A letter" })]);
    expect(told.scenarios[1]).toMatchObject({ source: "A letter", question: before.question });
    expect(after([words({ source: before.source! })], told)).toEqual(shipped);
    expect(Object.keys(after([words({ source: " " })]).scenarios[1]!)).not.toContain("source");
    expect(after([words({ question: before.question! })])).toBe(shipped);
  });

  it("that is the only one stays", () => {
    const removals = ids(shipped).map((scenario): Edit => ({ edit: "removeScenario", scenario }));
    expect(ids(after(removals))).toEqual([ids(shipped).at(-1)]);
  });

  it("can begin with settings of its own; those the case cannot hold make none", () => {
    const made = after([{ ...child, settings: { weights: { aims: 8 } }, story: "Once" }]);
    expect(made.scenarios.find(({ id }) => id === "child")).toMatchObject({
      story: "Once",
      parent: "day-after",
    });
    expect(settingsOf(made, "child")).toEqual({ weights: { aims: 8 } });
    expect(after([{ ...child, settings: { weights: { nobody: 8 } } }])).toBe(shipped);
  });

  it("keeps keys of its file that nobody knows", () => {
    const file = JSON.parse(saveCase(shipped)) as { scenarios: object[] };
    file.scenarios[0] = { ...file.scenarios[0], "x-note": "kept" };
    const opened = openCase(JSON.stringify(file));
    if (!opened.ok) throw new Error("refused");
    const edited = after([{ edit: "moveScenario", scenario: "baseline", to: 3 }], opened.case);
    expect(edited.scenarios[3]).toMatchObject({ id: "baseline", "x-note": "kept" });
  });
});
