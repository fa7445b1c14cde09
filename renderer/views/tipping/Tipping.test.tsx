// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { levelAt, weightOf } from "../../../app/model/case/settings.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { presentCase, presentSettings } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Tipping } from "./Tipping.tsx";

const PATIENCE = { timeout: 30_000 };
type Part = NonNullable<Parameters<typeof fakeApp>[0]>;

async function ready(part: Part = {}) {
  const { app } = fakeApp(part);
  show(app, <Tipping />);
  await waitFor(() => expect(document.getElementById("tipping-one")).not.toBeNull(), PATIENCE);
  const settings = () => presentSettings(app.document.getState());
  return {
    app,
    settings,
    level: (factor: string, horizon: string) => levelAt(presentCase(app.document.getState()), settings(), factor, horizon), // prettier-ignore
    past: () => app.document.getState().history.past.map(({ label }) => label),
    answer: () => percentLabel(app.answers.getState().now?.answer.result.horizons["long"]?.break ?? NaN),
  };
}
/** The first button in a region with such a name. Read from the attribute: working names out takes long with hundreds of marks. */
async function button(within: string, name: RegExp, which: "first" | "last" = "first"): Promise<HTMLElement> {
  return waitFor(() => {
    const found = [...region(within).querySelectorAll<HTMLElement>("button[aria-label]")].filter((one) =>
      name.test(one.getAttribute("aria-label") ?? ""),
    );
    const one = which === "first" ? found[0] : found.at(-1);
    if (!one) throw new Error(`No button in ${within} is named ${String(name)}.`);
    return one;
  }, PATIENCE);
}
const region = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`section[aria-label="${name}"]`);
  if (!found) throw new Error(`There is no panel ${name}.`);
  return found;
};

test("a dot is applied by a click, as one step of undo that gives everything back", async () => {
  const { app, settings, level, past, answer } = await ready();
  const before = settings();
  const says = /: (\d+%)/;
  const tip = await button("One change alone", /^Assad secure very high: .*the tipping point/);
  const promised = says.exec(tip.getAttribute("aria-label") ?? "")?.[1];
  fireEvent.click(tip);
  expect(presentCase(app.document.getState()).horizons.map(({ id }) => level("stabilisation", id))).toEqual(["VH", "VH", "VH"]); // prettier-ignore
  expect(past()).toEqual(["State of Assad secure, every horizon: very high"]);
  await waitFor(() => {
    expect(answer()).toBe(promised);
  });
  expect(app.look.getState().notice?.text).toContain("Undo takes it back");
  act(() => app.document.undo());
  expect(settings()).toEqual(before);
});

test("the default word is the next one above the answer; the factors that cannot do it alone say how far they go", async () => {
  await ready();
  expect(screen.getByText(/What would make a break/).parentElement?.textContent).toContain(
    "roughly even (45–55%)",
  );
  const summary = region("One change alone").querySelector("figcaption")?.textContent ?? "";
  expect(summary).toContain(
    "1 of 10 factors alone make a break within ten years roughly even (45–55%) or more",
  );
  expect(summary).toMatch(/Proxy clashes: not alone · at most \d+%/);
  expect(summary).toMatch(/Assad secure: High → very high: \d+%/);
});

test("sets stream in; applying one sets all its factors in one step", async () => {
  const { level, past, settings, app } = await ready();
  await button("Smallest sets", /^Apply: Assad secure high → very high$/);
  const pair = await button("Smallest sets", /^Apply: Proxy clashes .* and Arms/);
  const before = settings();
  fireEvent.click(pair);
  expect([level("proxyClashes", "now"), level("cooperation", "long")]).toEqual(["VH", "L"]);
  expect(past()).toEqual(["Proxy clashes very high, Arms, trade, diplomacy low"]);
  act(() => app.document.undo());
  expect(settings()).toEqual(before);
});

test("a set as a scenario of its own leaves the open one as it is", async () => {
  const { app, level, past } = await ready();
  const { scenario } = app.document.getState();
  fireEvent.click(await button("Smallest sets", /^As scenario: Assad secure high → very high$/));
  expect(app.document.getState().scenario).not.toBe(scenario);
  expect(level("stabilisation", "now")).toBe("VH");
  expect(past()).toEqual(["New scenario “Assad secure high → very high”"]);
  act(() => app.document.undo());
  expect(app.document.getState().scenario).toBe(scenario);
});

test("a word that is there already, and one that is out of reach, are said to be", async () => {
  const { app } = await ready();
  act(() => app.look.setState(({ tipping }) => ({ tipping: { ...tipping, word: "unlikely" } })));
  expect(screen.getByText(/Nothing has to change: a break within ten years is unlikely \(20–45%\) already/)).toBeTruthy(); // prettier-ignore
  act(() =>
    app.look.setState(({ tipping }) => ({ horizon: "short", tipping: { ...tipping, word: "likely" } })),
  );
  const said = await screen.findByText(/Likely \(55–80%\) within three years is out of reach of any states/, undefined, PATIENCE); // prettier-ignore
  expect(said.textContent).toMatch(/highest 41%/);
});

test("a bar's end is applied; by weight it sets the weight to the end of what is plausible", async () => {
  const { app, settings, past } = await ready();
  act(() => app.look.setState(({ tipping }) => ({ tipping: { ...tipping, by: "weight" } })));
  const theCase = presentCase(app.document.getState());
  const factor = theCase.factors.find(({ id }) => id === "stabilisation");
  const high = await button("What moves it", /^Assad secure weight/, "last");
  if (!factor) throw new Error("The case has this factor, and it has bars.");
  fireEvent.click(high);
  expect([factor.weight.min, factor.weight.max]).toContain(weightOf(theCase, settings(), "stabilisation"));
  expect(past()).toHaveLength(1);
});

test("a cell sets two factors in one step; the axes can be chosen and never name one factor twice", async () => {
  const { app, level, past } = await ready();
  const cell = await button("Two factors at once", /^Assad secure very low, Diverging aims high: \d+%/);
  fireEvent.click(cell);
  expect([level("stabilisation", "now"), level("aims", "short")]).toEqual(["VL", "H"]);
  expect(past()).toEqual(["Assad secure very low, Diverging aims high"]);
  fireEvent.click(within(region("Two factors at once")).getByRole("button", { name: /Factor upwards/ }));
  fireEvent.click(screen.getByRole("option", { name: "Diverging aims" }));
  expect(app.look.getState().tipping.axes).toEqual(["aims", "stabilisation"]);
});

test("by keyboard: one stop for a chart, arrows along a row and between rows, Enter applies", async () => {
  const { past } = await ready();
  const chart = region("One change alone").querySelector('[role="toolbar"]');
  if (!(chart instanceof HTMLElement)) throw new Error("The chart has its buttons.");
  const buttons = [...chart.querySelectorAll("button")];
  const stops = buttons.filter(({ tabIndex }) => tabIndex === 0);
  expect(stops).toHaveLength(1);
  const [stop] = stops;
  stop?.focus();
  const name = () => document.activeElement?.getAttribute("aria-label") ?? "";
  expect(name()).toMatch(/^Assad secure very low/);
  const press = (key: string) => document.activeElement && fireEvent.keyDown(document.activeElement, { key });
  press("End");
  expect(name()).toMatch(/^Assad secure very high/);
  press("ArrowRight");
  expect(name()).toMatch(/^Assad secure very high/);
  press("ArrowDown");
  expect(name()).toMatch(/^Arms, trade, diplomacy/);
  press("Home");
  press("ArrowUp");
  expect(name()).toMatch(/^Assad secure/);
  if (document.activeElement) fireEvent.click(document.activeElement);
  expect(past()).toHaveLength(1);
  // What was pressed keeps the focus while the chart is drawn anew.
  expect(name()).toMatch(/^Assad secure/);
});

test("evidence that cannot be is said in a sentence in every panel, and nothing breaks", async () => {
  const { app } = await ready();
  act(() => {
    app.change({ edit: "setObserve", id: "passivity", value: "VH" });
    app.change({ edit: "setAssume", mechanism: "passivity", horizon: "now", level: "VL" });
  });
  await waitFor(() => {
    expect([...document.querySelectorAll('[role="alert"]')].length).toBeGreaterThanOrEqual(3);
  }, PATIENCE);
  for (const alert of [...document.querySelectorAll('[role="alert"]')])
    expect(alert.textContent).toMatch(/\.$/);
});

test("what to watch: supposing a sign is one step", async () => {
  const { app, settings, past } = await ready();
  act(() => app.look.setState(({ tipping }) => ({ tipping: { ...tipping, corner: "watch" } })));
  const seen = await button("What to watch", /foreign forces.*, seen: \d+%/);
  expect(
    screen.getByText(/Steps are relative to the most telling sign, which takes away under 1%/),
  ).toBeTruthy();
  fireEvent.click(seen);
  expect(settings().observe).toEqual({ foreignForcesLeave: true });
  expect(past()).toHaveLength(1);
});

test.each(["soviet-egypt-1971", "us-saudi-1973"])("%s has every panel", async (name) => {
  await ready({ case: shippedCase(name) });
  await button("What moves it", /: \d+%\. Apply$/);
  await button("Two factors at once", /: \d+%\. Apply$/);
  expect(region("Smallest sets").querySelector("figure")).not.toBeNull();
});
