// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { presentCase } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Selection } from "./Selection.tsx";

test("what is selected is headed with its name on the map, its whole name beneath where that is another", () => {
  const { app } = fakeApp();
  const { factors, mechanisms } = presentCase(app.document.getState());
  show(app, <Selection />);
  for (const { id, short, label } of [...factors, ...mechanisms]) {
    act(() => app.look.setState({ selected: id }));
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe(short);
    if (label !== short) expect(screen.getByText(label)).toBeTruthy();
  }
});
