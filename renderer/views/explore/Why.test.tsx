// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { dryRun } from "../../../app/model/session/session.test-help.ts";
import { Effect } from "../author/Effect.tsx";
import { SidePanel } from "./SidePanel.tsx";

async function ready(view = <SidePanel />) {
  const { app } = fakeApp();
  show(app, view);
  await waitFor(() => {
    expect(app.answers.getState().now).not.toBeNull();
  });
  return app;
}
type App = Awaited<ReturnType<typeof ready>>;

async function raise(app: App, weight: number) {
  act(() => app.change({ edit: "setWeight", factor: "strikes", weight }));
  await waitFor(() => {
    expect(app.answers.getState().now?.inputs.weights).toEqual({ strikes: weight });
  });
}
/** What one does that moves no number. */
function aside(app: App) {
  act(() => {
    app.edit({ edit: "setMarking", marking: { text: "Draft", tlp: "" } });
    app.edit({ edit: "keepSession", session: dryRun() });
    app.edit({ edit: "editJudgement", head: "why", text: "Because" });
  });
}
const said = () => screen.getByRole("region", { name: "Your last move" }).textContent ?? "";

test("what moves no number is never told as the last move: the move before it still is", async () => {
  const app = await ready();
  await raise(app, 8);
  const told = said();
  expect(told).toContain("Weight of Israeli strikes 5 → 8");
  expect(told).toMatch(/(\d+)% → (?!\1%)\d+%/);
  aside(app);
  const labels = app.document.getState().history.past.map(({ label }) => label);
  expect(labels.some((label) => label.endsWith(" kept"))).toBe(true);
  expect(said()).toBe(told);
  await raise(app, 9);
  expect(said()).toContain("Weight of Israeli strikes 8 → 9");
});

test("after a step taken back nothing is told as the last move, whatever comes then that moves no number", async () => {
  const app = await ready();
  for (const weight of [6, 7, 8]) await raise(app, weight);
  act(() => {
    app.document.undo();
    app.document.undo();
  });
  await waitFor(() => {
    expect(app.answers.getState().now?.inputs.weights).toEqual({ strikes: 6 });
  });
  aside(app);
  expect(screen.queryByRole("region", { name: "Your last move" })).toBeNull();
});

test("in the case editor a marking is no edit of the argument", async () => {
  const app = await ready(<Effect part={null} />);
  aside(app);
  expect(screen.getByText("Nothing that the answer hangs on has been edited yet.")).toBeTruthy();
  await raise(app, 8);
  const told = screen.getByText(/moved the answer/).textContent;
  aside(app);
  expect(screen.getByText(/moved the answer/).textContent).toBe(told);
});

test("a bar that was clicked is pointed at no longer: its way does not stay on the map", async () => {
  const app = await ready();
  const bar = screen.getByRole("button", { name: /^Israeli strikes: / });
  fireEvent.pointerOver(bar);
  expect(app.look.getState().hovered).toBe("strikes");
  fireEvent.click(bar);
  expect(app.look.getState()).toMatchObject({ panel: "selection", selected: "strikes", hovered: null });
});
