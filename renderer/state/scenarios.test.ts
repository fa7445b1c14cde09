// @vitest-environment jsdom
import { expect, test } from "vitest";
import { changes } from "../../app/model/case/edits.ts";
import type { App } from "./app.ts";
import { presentCase, presentSettings } from "./document.ts";
import { fakeApp } from "./fakes.test-help.ts";
import { comparedOf, duplicateScenario, newScenario, scenarioActions } from "./scenarios.ts";

const open = (app: App) => app.document.getState().scenario;
const ids = (app: App) => presentCase(app.document.getState()).scenarios.map(({ id }) => id);
const run = (app: App, id: string) =>
  scenarioActions(app)
    .find((one) => one.id === `scenario.${id}`)
    ?.run();

test("a new one begins as the open one, is opened, and its name is asked for; undo goes back to where one was", () => {
  const { app } = fakeApp();
  app.document.open("day-after");
  const before = presentCase(app.document.getState());
  newScenario(app);
  const made = open(app);
  expect(presentCase(app.document.getState()).scenarios.find(({ id }) => id === made)).toMatchObject({
    name: "Copy of Day after stabilisation",
    parent: "day-after",
  });
  expect(app.look.getState().renaming).toBe(made);
  app.document.undo();
  expect([open(app), presentCase(app.document.getState())]).toEqual(["day-after", before]);
  app.document.redo();
  expect(open(app)).toBe(made);
});

test("looking at another scenario is no step of undo, and undo shows the scenario it changes", () => {
  const { app } = fakeApp();
  app.change({ edit: "setWeight", factor: "strikes", weight: 8 });
  const { history } = app.document.getState();
  run(app, "next");
  expect(open(app)).toBe("day-after");
  expect(app.document.getState().history).toBe(history);
  expect(app.isEdited()).toBe(true);
  app.document.undo();
  expect([open(app), presentSettings(app.document.getState())]).toEqual(["baseline", {}]);
});

test("the answer follows the scenario that is looked at, and nothing is said to have moved it", async () => {
  const { app } = fakeApp();
  app.change({ edit: "setWeight", factor: "strikes", weight: 8 });
  app.document.open("day-after");
  expect(app.answers.getState().before).toBeNull();
  await expect
    .poll(() => app.answers.getState().now?.inputs.set)
    .toEqual(presentSettings(app.document.getState()).set);
  app.close();
});

test("a scenario seen from a side of its own is shown from there", () => {
  const { app } = fakeApp();
  app.edit({ edit: "setView", scenario: "day-after", view: "outside" });
  expect(app.look.getState().view).toBe(1);
  app.document.open("day-after");
  expect(app.look.getState().view).toBe(0);
  app.document.open("baseline");
  expect(app.look.getState().view).toBe(1);
});

test("removing the open one opens its parent, or its neighbour; undo brings it back open", () => {
  const { app } = fakeApp();
  newScenario(app);
  const made = open(app);
  run(app, "remove");
  expect(open(app)).toBe("baseline");
  app.document.undo();
  expect(open(app)).toBe(made);
  app.document.open("sky-closes");
  run(app, "remove");
  expect(open(app)).toBe("day-after");
});

test("next and previous go round, left and right stop at the ends", () => {
  const { app } = fakeApp();
  const last = ids(app).at(-1) ?? "";
  run(app, "previous");
  expect(open(app)).toBe(last);
  run(app, "next");
  expect(open(app)).toBe("baseline");
  expect(scenarioActions(app).find(({ id }) => id === "scenario.left")?.enabled).toBe(false);
  run(app, "right");
  expect(ids(app).slice(0, 2)).toEqual(["day-after", "baseline"]);
  run(app, "go.3");
  expect(open(app)).toBe("sky-closes");
});

test("back to the article goes to the parent where there is one", () => {
  const { app } = fakeApp();
  app.change({ edit: "setWeight", factor: "aims", weight: 8 });
  newScenario(app);
  app.change({ edit: "setWeight", factor: "strikes", weight: 2 });
  app.change({ edit: "resetAll" });
  expect(presentSettings(app.document.getState())).toEqual({ weights: { aims: 8 } });
  duplicateScenario(app, open(app));
  expect(changes(presentCase(app.document.getState()), open(app))).toEqual([]);
});

test("side by side stand those that were chosen, as far as they are there, else the first ones and the open one", () => {
  const scenarios = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
  expect(comparedOf(scenarios, "a", null)).toEqual(["a", "b", "c"]);
  expect(comparedOf(scenarios, "e", null)).toEqual(["a", "b", "e"]);
  expect(comparedOf(scenarios, "a", ["d", "gone", "b"])).toEqual(["d", "b"]);
  expect(comparedOf(scenarios, "b", ["gone"])).toEqual(["a", "b", "c"]);
  expect(comparedOf([{ id: "a" }], "a", null)).toEqual(["a"]);
});
