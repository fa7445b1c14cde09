// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { presentCase } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { newScenario } from "../../state/scenarios.ts";
import { ScenarioDialog } from "./ScenarioDialog.tsx";
import { ScenarioTabs } from "./ScenarioTabs.tsx";

function ready() {
  const { app } = fakeApp();
  show(app, <ScenarioTabs />);
  const names = () => presentCase(app.document.getState()).scenarios.map(({ name }) => name);
  return { app, names };
}
const tab = (name: RegExp) => screen.getByRole("tab", { name });
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: /^Name of scenario/ });

test("the open scenario is a tab with the number of its changes; the others are one click away", () => {
  const { app } = ready();
  expect(tab(/^Article baseline$/).getAttribute("aria-selected")).toBe("true");
  act(() => app.change({ edit: "setWeight", factor: "strikes", weight: 8 }));
  expect(tab(/Article baseline · 1 change$/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /more scenarios/ }));
  fireEvent.click(screen.getByRole("menuitem", { name: /Proxy clashes spread/ }));
  expect(app.document.getState().scenario).toBe("proxy-war");
  expect(tab(/^Proxy clashes spread/).getAttribute("aria-selected")).toBe("true");
});

test("a new one asks for its name at once: Enter keeps what is typed, Escape the name it had", () => {
  const { app, names } = ready();
  fireEvent.click(screen.getByRole("button", { name: "New scenario from the open one" }));
  expect(field().value).toBe("Copy of Article baseline");
  fireEvent.change(field(), { target: { value: " Strikes\tescalate " } });
  fireEvent.keyDown(field(), { key: "Enter" });
  expect(names()[1]).toBe("Strikes escalate");
  fireEvent.keyDown(tab(/^Strikes escalate/), { key: "F2" });
  fireEvent.change(field(), { target: { value: "Other" } });
  fireEvent.keyDown(field(), { key: "Escape" });
  expect(names()[1]).toBe("Strikes escalate");
  expect(app.document.getState().history.past.map(({ label }) => label)).toEqual([
    "New scenario “Copy of Article baseline”",
    "Scenario “Copy of Article baseline” → “Strikes escalate”",
  ]);
});

test("arrows walk the tabs, and the menu of a tab has everything that can be done with it", () => {
  const { app, names } = ready();
  act(() => newScenario(app));
  fireEvent.keyDown(field(), { key: "Escape" });
  fireEvent.keyDown(tab(/^Copy of/), { key: "ArrowLeft" });
  const before = app.document.getState().scenario;
  act(() => app.document.open("copy-of-article-baseline"));
  expect(["baseline", "copy-of-article-baseline"]).toContain(before);
  fireEvent.keyDown(tab(/^Copy of/), { key: "F10", shiftKey: true });
  const menu = screen.getByRole("menu", { name: /^Scenario Copy of/ });
  const items = within(menu)
    .getAllByRole("menuitem")
    .map((one) => one.textContent?.replace(/(F2|Ctrl\+.*)$/, ""));
  expect(items).toEqual([
    "Rename",
    "Duplicate",
    "Mark ",
    "Story and changes…",
    "Move left",
    "Move right",
    "Remove",
  ]);
  fireEvent.click(within(menu).getByRole("menuitem", { name: /Move left/ }));
  expect(names().slice(0, 2)).toEqual(["Copy of Article baseline", "Article baseline"]);
});

test("the scenario in words: name, story and mark are edits, and its changes are a list", () => {
  const { app } = fakeApp();
  show(app, <ScenarioDialog scenario="air-campaign" onClose={() => undefined} />);
  expect(screen.getAllByRole("listitem").map((one) => one.textContent)).toEqual([
    "Israeli strikes: very high throughout (article: high)",
    "Air defences silent: assumed very high throughout",
  ]);
  fireEvent.change(screen.getByRole("textbox", { name: "Story" }), { target: { value: "Once upon a time" } });
  fireEvent.click(screen.getByRole("radio", { name: "hexagon" }));
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  const one = presentCase(app.document.getState()).scenarios.find(({ id }) => id === "air-campaign");
  expect(one).toMatchObject({ story: "Once upon a time", shape: "hexagon", name: "Escalating air campaign" });
});
