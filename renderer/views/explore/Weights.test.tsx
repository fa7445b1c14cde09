// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { Profiler } from "react";
import { expect, test } from "vitest";
import { levelAt } from "../../../app/model/case/edits.ts";
import { presentCase, presentSettings } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { MapPanel } from "./MapPanel.tsx";
import { OutcomesPanel } from "./OutcomesPanel.tsx";
import { WeightRow } from "./WeightRow.tsx";
import { Weights } from "./Weights.tsx";

async function ready() {
  const { app } = fakeApp();
  show(app, <Weights />);
  await waitFor(() => {
    expect(app.answers.getState().now).not.toBeNull();
  });
  return app;
}
const slider = () => screen.getByRole<HTMLInputElement>("slider", { name: "Weight of Israeli strikes" });
const press = (key: string, target: Element = slider()) => fireEvent.keyDown(target, { key });
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: /Israeli strikes/ });
type App = Awaited<ReturnType<typeof ready>>;
const settings = (app: App) => presentSettings(app.document.getState());
const labels = (app: App) => app.document.getState().history.past.map(({ label }) => label);

/** Starts with a figure on the slider, as one does, and ends with Enter. */
function type(text: string): void {
  press(text.charAt(0));
  fireEvent.change(field(), { target: { value: text } });
  press("Enter", field());
}

test("every factor has one row, with its weight from 0 to 10 and points that sum to the answer", async () => {
  const app = await ready();
  const { factors } = presentCase(app.document.getState());
  const sliders = screen.getAllByRole<HTMLInputElement>("slider");
  expect(sliders).toHaveLength(factors.length);
  for (const one of sliders) expect([one.min, one.max, one.value]).toEqual(["0", "10", "5"]);
  const why = app.answers.getState().now?.answer.why.horizons["long"];
  const printed = sliders.map((one) => Number(/adds ([+−±]?\d+)/.exec(one.getAttribute("aria-valuetext") ?? "")?.[1]?.replace("−", "-").replace("±", ""))); // prettier-ignore
  const sum = printed.reduce((a, b) => a + b, 0);
  expect(Math.abs(sum - ((why?.answer ?? 0) - (why?.start ?? 0)) * 100)).toBeLessThan(1.5);
});

test("a range is typed on the slider: its middle is the weight, both are one undo step", async () => {
  const app = await ready();
  type("6 to 8");
  expect(settings(app)).toEqual({ weights: { strikes: 7 }, ranges: { strikes: [6, 8] } });
  expect(slider().getAttribute("aria-valuetext")).toMatch(
    /^7 of 10, more than in the article.*range 6 to 8$/,
  );
  expect(app.document.getState().history.past).toHaveLength(1);
  act(() => {
    app.document.undo();
  });
  expect(settings(app)).toEqual({});
});

test.each([
  ["11", "A weight is at most 10, not 11."],
  ["5 to 12", "A weight is at most 10, not 12."],
  ["1x", "Type a weight from 0 to 10, or a range such as 6 to 8."],
])("%s is refused in a sentence and changes nothing", async (text, sentence) => {
  const app = await ready();
  type(text);
  expect(screen.getByRole("alert").textContent).toBe(sentence);
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(settings(app)).toEqual({});
  press("Escape", field());
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(labels(app)).toEqual([]);
});

test("0 leaves a factor out, 10 is twice the article's", async () => {
  const app = await ready();
  type("0");
  expect(slider().getAttribute("aria-valuetext")).toMatch(/^0 of 10, left out/);
  type("10");
  expect(slider().getAttribute("aria-valuetext")).toMatch(/^10 of 10, twice/);
  expect(settings(app)).toEqual({ weights: { strikes: 10 } });
});

test("Backspace takes a factor back to the article, weight, range and state", async () => {
  const app = await ready();
  type("6 to 8");
  act(() => {
    app.change({ edit: "setLevel", factor: "strikes", horizon: "long", level: "VL" });
  });
  press("Backspace");
  expect(settings(app)).toEqual({});
  expect(labels(app).at(-1)).toBe("Israeli strikes back to the article");
});

test("a double click takes the weight back, and leaves the state", async () => {
  const app = await ready();
  act(() => {
    app.change({ edit: "setLevel", factor: "strikes", horizon: "long", level: "VL" });
  });
  type("9");
  fireEvent.doubleClick(slider());
  expect(settings(app).weights).toBeUndefined();
  expect(settings(app).set).toBeDefined();
});

test("arrow keys move by half a step and are one undo step while they follow each other", async () => {
  const app = await ready();
  for (const value of ["5.5", "6", "6.5"]) fireEvent.change(slider(), { target: { value } });
  expect(labels(app)).toEqual(["Weight of Israeli strikes 5 → 6.5"]);
});

test("the menu of states explains each by its anchor, and sets this horizon alone", async () => {
  const app = await ready();
  fireEvent.click(screen.getByRole("button", { name: /State of Israeli strikes/ }));
  const list = await screen.findByRole("listbox");
  const theCase = presentCase(app.document.getState());
  const strikes = theCase.factors.find(({ id }) => id === "strikes");
  const options = within(list).getAllByRole("option");
  options.forEach((option, i) => expect(option.textContent).toContain(strikes?.anchors[i]));
  expect(options).toHaveLength(5);
  fireEvent.click(within(list).getByRole("option", { name: /very low/i }));
  const at = (horizon: string) => levelAt(theCase, settings(app), "strikes", horizon);
  expect(at("long")).toBe("VL");
  expect(at("now")).toBe(levelAt(theCase, {}, "strikes", "now"));
});

test("a weight on its way draws no other row and no chart anew before the answer is there", async () => {
  const app = await ready();
  const drawn: string[] = [];
  const told = (id: string) => drawn.push(id);
  show(
    app,
    <>
      <Profiler id="map" onRender={told}>
        <MapPanel />
      </Profiler>
      <Profiler id="outcomes" onRender={told}>
        <OutcomesPanel />
      </Profiler>
      {presentCase(app.document.getState()).factors.map((factor) => (
        <Profiler key={factor.id} id={factor.id} onRender={told}>
          <WeightRow factor={factor} points={0} />
        </Profiler>
      ))}
    </>,
  );
  drawn.length = 0;
  act(() => {
    app.change({ edit: "setWeight", factor: "strikes", weight: 8 }, "weight:strikes");
  });
  expect(drawn).toEqual(["strikes"]);
  await waitFor(() => {
    expect(drawn).toContain("map");
  });
  expect(drawn).toContain("outcomes");
});

test("Back to article is off until something was changed", async () => {
  const app = await ready();
  const back = screen.getByRole<HTMLButtonElement>("button", { name: /Back to article/ });
  expect(back.disabled).toBe(true);
  type("9");
  expect(back.disabled).toBe(false);
  fireEvent.click(back);
  expect(settings(app)).toEqual({});
});
