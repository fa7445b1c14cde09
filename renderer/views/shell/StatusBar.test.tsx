// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { blankCase } from "../../../app/model/author/start.ts";
import { keepDrafts } from "../../state/drafts.ts";
import { silentApp } from "../../state/fakes.test-help.ts";
import { StatusBar } from "./StatusBar.tsx";

const GONE = "Entente does not answer. Start it again and reload this page: what was saved is in its file.";

test("unsaved changes are called safe only while they are, and what went wrong goes when it is over", async () => {
  let wrong: "throws" | "refuses" | null = "throws";
  const { app } = silentApp({
    handlers: {
      "draft:keep": () => {
        if (wrong === "throws") throw new Error(GONE);
        return wrong === "refuses" ? { failed: "full", message: "The disk is full." } : undefined;
      },
    },
  });
  show(app, <StatusBar />);
  const stop = keepDrafts(app, "window");
  const raise = (weight: number) => act(() => app.change({ edit: "setWeight", factor: "strikes", weight }));
  const alert = () => screen.queryByRole("alert")?.textContent;
  raise(6);
  await waitFor(() => expect(alert()).toBe(`Unsaved changes are not being kept safe: ${GONE}`));
  expect(screen.getByText("Edited – not kept safe, not saved")).toBeTruthy();
  wrong = "refuses";
  raise(7);
  await waitFor(() => expect(alert()).toBe("The disk is full."));
  expect(screen.queryByText(/Edited – kept safe/)).toBeNull();
  wrong = null;
  raise(8);
  await waitFor(() => expect(screen.getByText("Edited – kept safe, not yet saved")).toBeTruthy());
  expect(alert()).toBeUndefined();
  stop();
});

test("only a case that comes with the program is as shipped; one made just now is new", async () => {
  const { app } = silentApp();
  show(app, <StatusBar />);
  expect(screen.getByText("As shipped")).toBeTruthy();
  act(() => app.show(blankCase(), { file: null, stamp: null, name: "Sweden and Norway" }));
  await waitFor(() => expect(screen.getByText("New, not in a file yet")).toBeTruthy());
});

test("what went wrong can be put away once it is read; what was said of an edit goes when the edit is taken back", async () => {
  const { app } = silentApp();
  show(app, <StatusBar />);
  act(() => app.notify("notes.txt: The file is not an Entente case.", "error"));
  const close = screen.getByRole("button", { name: "Close the message" });
  act(() => close.click());
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByRole("button", { name: "Close the message" })).toBeNull();

  act(() => {
    app.change({ edit: "setWeight", factor: "strikes", weight: 8 });
    app.notify("Israeli strikes 5 → 8. Undo takes it back.");
  });
  expect(screen.getByRole("status").textContent).toContain("Undo takes it back.");
  act(() => app.document.undo());
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(""));
});
