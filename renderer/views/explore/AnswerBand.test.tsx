// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf, bandRange, ICD203 } from "../../../app/model/words/scale.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { AnswerBand } from "./AnswerBand.tsx";

const number = () => screen.getByTestId("answer").textContent;
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;
async function ready(part: Parameters<typeof fakeApp>[0] = {}) {
  const { app } = fakeApp(part);
  show(app, <AnswerBand />);
  await screen.findByTestId("answer");
  return app;
}

test("the sentence has the word with its range in brackets, and the word follows the number shown", async () => {
  const app = await ready();
  for (const [horizon, weight] of [
    ["long", 5],
    ["long", 0],
    ["short", 10],
    ["now", 10],
  ] as const) {
    await act(async () => {
      app.look.setState({ horizon });
      app.change({ edit: "setWeight", factor: "aims", weight });
      await new Promise((done) => setTimeout(done, 30));
    });
    const text = number() ?? "";
    const word = text.startsWith("<") ? null : ICD203[bandOf(Number.parseInt(text, 10))];
    const expected = word ? `${word.word} (${bandRange(word)})` : "below the scale (under 1%)";
    expect(heading()).toContain(expected);
    expect(number()).not.toMatch(/^(0|100)%/);
  }
});

test("with Now chosen open strain stands beside the chance of a break, and only then", async () => {
  const app = await ready();
  expect(screen.queryByText(/open strain now/)).toBeNull();
  fireEvent.click(screen.getByRole("radio", { name: /^Now/ }));
  const strain = screen.getByText(/open strain now/).textContent ?? "";
  const p = app.answers.getState().now?.answer.result.horizons["now"]?.rungs["strained"] ?? 0;
  expect(strain).toContain(`${String(Math.round(p * 100))}%`);
  expect(screen.getByText(/within six months/)).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: /^Long run/ }));
  expect(screen.queryByText(/open strain now/)).toBeNull();
});

test("evidence that cannot be is said in a sentence, and the last number stays", async () => {
  const app = await ready();
  act(() => {
    app.change({ edit: "setObserve", id: "passivity", value: "VH" });
  });
  await waitFor(() => {
    expect(app.answers.getState().now?.inputs.observe).toEqual({ passivity: "VH" });
  });
  const before = number();
  act(() => {
    app.change({ edit: "setAssume", mechanism: "passivity", horizon: "now", level: "VL" });
  });
  const said = (await screen.findByRole("alert")).textContent ?? "";
  expect(said).toMatch(/^.+\. The number is from before the last edit\.$/);
  expect(number()).toBe(before);
  act(() => {
    app.document.undo();
  });
  await waitFor(() => {
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

test("every view shows what it would say, and choosing it says so", async () => {
  const app = await ready();
  const shown = (name: RegExp) => screen.getByRole("radio", { name }).closest("label")?.textContent ?? "";
  const outside = /\d+%$/.exec(shown(/^Outside view/))?.[0];
  fireEvent.click(screen.getByRole("radio", { name: /^Outside view/ }));
  await waitFor(() => {
    expect(app.answers.getState().now?.inputs.view).toBe(0);
  });
  expect(outside).toBeTruthy();
  expect(number()).toBe(outside);
});

test("the range is three dots until it is drawn, then two percentages around the dots", async () => {
  await ready();
  expect(screen.getByText("…")).toBeTruthy();
  expect(await screen.findByText(/^\d+% to \d+%$/, undefined, { timeout: 10_000 })).toBeTruthy();
});

test("no chance is ever shown as 0 or 100 percent, and every one has its range", async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (p) => {
      const { app } = fakeApp({ connect: answering(p) });
      await Promise.resolve();
      const { unmount } = show(app, <AnswerBand />);
      expect(number()).not.toMatch(/^(0|100)%/);
      expect(heading()).toMatch(/\((\d+–\d+%|under 1%|over 99%)\)/);
      unmount();
    }),
    { numRuns: 25, examples: [[0], [1], [0.0099], [0.9901], [0.005]] },
  );
});

/** A model that has one answer to everything: this chance of a break. */
function answering(p: number): NonNullable<NonNullable<Parameters<typeof fakeApp>[0]>["connect"]> {
  return (listener) => ({
    ask: (theCase) => {
      const at = { break: p, rungs: { strained: 1 - p }, nodes: {} };
      const level = { p: [0.2, 0.2, 0.2, 0.2, 0.2], mean: 0.5 };
      const nodes = Object.fromEntries(
        [...theCase.factors, ...theCase.mechanisms].map(({ id }) => [id, level]),
      );
      const horizons = Object.fromEntries(theCase.horizons.map(({ id }) => [id, { ...at, nodes }]));
      const answer = { result: { horizons }, why: { horizons: {} }, strain: null, links: { horizons: {} } };
      queueMicrotask(() => listener.answered(answer, 7));
      return 7;
    },
    askRange: () => 0,
    analyse: () => () => undefined,
    close: () => undefined,
  });
}

test("every horizon says the day on which it ends, where the case says from when", async () => {
  const app = await ready();
  for (const [horizon, words] of [
    ["now", "within six months (by 30 Jul 2019)"],
    ["short", "within three years (by 30 Jan 2022)"],
    ["long", "within ten years (by 30 Jan 2029)"],
  ] as const) {
    act(() => app.look.setState({ horizon }));
    expect(screen.getByTitle(new RegExp(words.replace(/[()]/g, "\\$&")))).toBeTruthy();
  }
  act(() => app.edit({ edit: "setCaseWords", to: { asOf: "" } }));
  expect(screen.queryByTitle(/\(by /)).toBeNull();
});
