// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeApp } from "../../state/fakes.test-help.ts";
import type { Files } from "../../state/files.ts";
import { Window } from "../../ui/Window.tsx";
import { MapPanel } from "../explore/MapPanel.tsx";
import { SidePanel } from "../explore/SidePanel.tsx";
import { Weights } from "../explore/Weights.tsx";
import { useKeys } from "./useKeys.ts";

const files = {} as Files;

function Page() {
  useKeys(files);
  return (
    <>
      <Weights />
      <MapPanel />
      <SidePanel />
    </>
  );
}

async function ready() {
  Element.prototype.scrollIntoView = vi.fn();
  const { app } = fakeApp({ tourSeen: false });
  show(app, <Page />);
  await waitFor(() => {
    expect(app.answers.getState().now).not.toBeNull();
  });
  return app;
}

test.each([
  ["Next step", () => screen.getByRole("button", { name: "Next step" })],
  ["Skip", () => screen.getByRole("button", { name: /^Skip/ })],
  ["a step", () => within(screen.getByRole("list")).getAllByRole("button")[0] ?? document.body],
  ["a weight", () => screen.getByRole("slider", { name: "Weight of Israeli strikes" })],
  ["a box of the map", () => document.querySelector("[data-box]") ?? document.body],
  ["the page", () => document.body],
])("Escape ends the tour with the focus on %s", async (_, where) => {
  const app = await ready();
  expect(app.look.getState().panel).toBe("tour");
  fireEvent.focus(where());
  fireEvent.keyDown(where(), { key: "Escape" });
  expect(app.look.getState()).toMatchObject({ panel: "why", tourStep: 0 });
  expect(app.settings().tourSeen).toBe(true);
});

test("Escape ends no tour while a field or a dialog wants it", async () => {
  const app = await ready();
  fireEvent.keyDown(screen.getByRole("slider", { name: "Weight of Israeli strikes" }), { key: "7" });
  fireEvent.keyDown(screen.getByRole("textbox", { name: /Israeli strikes/ }), { key: "Escape" });
  expect(app.look.getState().panel).toBe("tour");
  act(() => app.look.setState({ dialog: { kind: "about" } }));
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(app.look.getState().panel).toBe("tour");
});

test("Ctrl+Enter presents while a button has the focus, and does not press it; Enter alone presses it", async () => {
  const app = await ready();
  const press = (ctrlKey: boolean) => {
    const button = screen.getByRole("button", { name: "Next step" });
    fireEvent.keyDown(button, { key: "Enter", ctrlKey });
    fireEvent.keyUp(button, { key: "Enter", ctrlKey });
  };
  press(false);
  expect(app.look.getState().tourStep).toBe(1);
  expect(app.present.getState().where).not.toBe("here");
  press(true);
  expect(app.present.getState().where).toBe("here");
  expect(app.look.getState().tourStep).toBe(1);
});

test("a window over the page keeps its keys: a letter beside its fields leads nowhere else", async () => {
  const { app } = fakeApp();
  const Beside = () => {
    useKeys(files);
    return (
      <Window title="How it came out" onClose={vi.fn()}>
        Words
      </Window>
    );
  };
  show(app, <Beside />);
  const before = app.look.getState();
  for (const key of ["e", "2", "?"]) fireEvent.keyDown(screen.getByRole("dialog"), { key });
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "2", ctrlKey: true });
  expect(app.look.getState()).toBe(before);
});
