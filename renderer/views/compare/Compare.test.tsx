// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { workOn } from "../../../app/model/analysis/request.ts";
import { complete } from "../../../app/model/analysis/work.ts";
import { SHIPPED, shippedCase } from "../../../app/model/shipped.test-help.ts";
import { inlineClient, type Listener, type ModelClient } from "../../worker/client.ts";
import { presentCase } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Compare } from "./Compare.tsx";

const layout = vi.hoisted(() => ({ now: "regular" }));
vi.mock("../../ui/useLayout.ts", () => ({ useLayout: () => layout.now }));

const PATIENT = { timeout: 20_000 };

/** The model at once and with few draws: what is tested here is what is made of its answers. */
const prompt = (listener: Listener): ModelClient => ({
  ...inlineClient(listener),
  askRange: () => 0,
  analyse(theCase, inputs, what, hear) {
    let isWanted = true;
    queueMicrotask(() => {
      const brief = what.kind === "range" ? { ...what, draws: 50 } : what;
      if (isWanted) hear.finished(complete(workOn(theCase, inputs, brief)));
    });
    return () => (isWanted = false);
  },
});

test.each(SHIPPED.filter(({ name }) => shippedCase(name).scenarios.length > 1))(
  "$name: columns with their changes, a finding for each, and points that add up",
  async ({ name }) => {
    const theCase = shippedCase(name);
    const { app } = fakeApp({ case: theCase, connect: prompt });
    const names = theCase.scenarios.slice(0, 3).map((one) => one.name);
    show(app, <Compare />);
    await waitFor(() => expect(screen.getAllByRole("img", { name: /^Break in/ })).toHaveLength(2), PATIENT);
    for (const one of names) expect(screen.getByRole("region", { name: one })).toBeTruthy();
    for (const one of names.slice(1)) expect(screen.getByText(one, { selector: "b" })).toBeTruthy();
    const number = (text: string | undefined) => Number((text ?? "").replace("−", "-").replace("±", ""));
    for (const bars of screen.getAllByRole("img", { name: /^Break in/ }))
      for (const group of (bars.getAttribute("aria-label") ?? "")
        .split(". ")
        .filter((one) => !one.includes("No change"))) {
        const [total, ...rows] = [...group.matchAll(/([+−±]\d+)/g)].map(([, found]) => number(found));
        expect(rows.reduce((sum, row) => sum + row, 0)).toBe(total);
      }
  },
  60_000,
);

test("which stand side by side is chosen, ordered and taken out without touching the document", async () => {
  const { app } = fakeApp({ connect: prompt });
  const before = app.document.getState();
  show(app, <Compare />);
  const heads = () =>
    screen
      .getAllByRole("heading", { level: 2 })
      .map((one) => one.textContent?.replace(/(?<=baseline)baseline$|(?<=engage)baseline$/, ""));
  const choose = (column: string, item: string) => {
    fireEvent.click(screen.getByRole("button", { name: `Column ${column}` }));
    fireEvent.click(within(screen.getByRole("menu")).getByRole("menuitem", { name: item }));
  };
  expect(heads()).toEqual(["Article baseline", "Day after stabilisation", "Russian air defences engage"]);
  choose("Russian air defences engage", "Make it the baseline");
  expect(heads()[0]).toBe("Russian air defences engage");
  choose("Day after stabilisation", "Take out of the comparison");
  expect(heads()).toEqual(["Russian air defences engage", "Article baseline"]);
  expect(app.document.getState()).toBe(before);
});

test("in a small window, where rows have no names, the second number says what it is; else the row does", async () => {
  const named = () => screen.queryAllByText("Open strain, now", { selector: "em" }).length;
  for (const small of [true, false]) {
    layout.now = small ? "small" : "regular";
    const { app } = fakeApp({ connect: prompt });
    const { unmount } = show(app, <Compare />);
    await waitFor(() => expect(screen.getAllByRole("img", { name: /^Break in/ })).toHaveLength(2), PATIENT);
    expect(named()).toBe(small ? 3 : 0);
    unmount();
  }
}, 60_000);

test("one scenario cannot be compared: it can be duplicated", () => {
  const theCase = shippedCase("russia-iran-syria");
  const { app } = fakeApp({ case: { ...theCase, scenarios: theCase.scenarios.slice(0, 1) } });
  show(app, <Compare />);
  expect(screen.getByText("Compare needs two scenarios.")).toBeTruthy();
  act(() => fireEvent.click(screen.getByRole("button", { name: "Duplicate Article baseline" })));
  expect(presentCase(app.document.getState()).scenarios.map(({ name }) => name)).toEqual([
    "Article baseline",
    "Copy of Article baseline",
  ]);
});
