// @vitest-environment jsdom
import { act } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { silentApp } from "../../state/fakes.test-help.ts";
import type { Files } from "../../state/files.ts";
import { show } from "../page.test-help.tsx";
import { useHostMenu } from "./useHostMenu.ts";

const files = {} as Files;
function Menu() {
  useHostMenu(files);
  return null;
}

test("the host’s menu is written once a drag pauses, with what it came to, not at every move", () => {
  vi.useFakeTimers();
  try {
    const { app, calls } = silentApp();
    const labels = () =>
      calls("window:menu").map((items) => (items as Record<string, { label: string }>)["undo"]?.label);
    show(app, <Menu />);
    act(() => void vi.runAllTimers());
    for (const weight of [5.5, 6, 6.5])
      act(() => app.change({ edit: "setWeight", factor: "strikes", weight }, "weight:strikes"));
    act(() => void vi.runAllTimers());
    expect(labels()).toEqual(["Undo", "Undo weight of Israeli strikes 5 → 6.5"]);
  } finally {
    vi.useRealTimers();
  }
});
