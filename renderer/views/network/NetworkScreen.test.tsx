// @vitest-environment jsdom
import "../page.test-help.tsx";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { networkCase } from "../../../app/model/interchange/network-case.ts";
import { asia } from "../../../app/model/network/asia.test-help.ts";
import { presentNetwork } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { show } from "../page.test-help.tsx";
import { NetworkScreen } from "./NetworkScreen.tsx";
import { oddsText, steps } from "./words.ts";

// The test's page has no room to scroll in.
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const clinic = networkCase(asia);

/** The clinic on screen, asked about lung cancer. */
async function ready() {
  const { app } = fakeApp();
  const theCase = { ...clinic, network: { ...clinic.network, target: { variable: "lung", state: "yes" } } };
  app.show(theCase, { file: null, stamp: null, name: "asia" });
  show(app, <NetworkScreen />);
  await waitFor(() => expect(answer()).toBe("6%"));
  return app;
}
const answer = () => screen.getByTestId("answer").textContent;
const row = (name: RegExp) => screen.getByRole("button", { name });
const box = (name: RegExp) => screen.getByRole("group", { name });
const network = (app: Awaited<ReturnType<typeof ready>>) => presentNetwork(app.document.getState())?.network;

test("the chance of the state in question stands in words with its range, every box with whole percentages", async () => {
  await ready();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("It is very unlikely (05–20%) that lung is yes.");
  for (const { label } of clinic.network.variables) {
    const name = box(new RegExp(`^${label}[,:]`)).getAttribute("aria-label") ?? "";
    const parts = [...name.matchAll(/(\d+)%/g)].map(([, n]) => Number(n));
    expect(parts.reduce((a, b) => a + b, 0)).toBe(100);
  }
}); // prettier-ignore

test("a click on a state says it was seen, another takes it back, and undo knows both by name", async () => {
  const app = await ready();
  fireEvent.click(row(/^asia is yes/));
  await waitFor(() => expect(row(/^tub is yes/).getAttribute("aria-label")).toBe("tub is yes, 5%"));
  expect(network(app)?.findings).toEqual({ asia: "yes" });
  expect(app.document.getState().history.past.at(-1)?.label).toBe("Finding: asia is yes");
  expect(row(/^asia is yes/).getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(row(/^asia is yes/));
  await waitFor(() => expect(row(/^tub is yes/).getAttribute("aria-label")).toBe("tub is yes, 1%"));
  act(() => app.document.undo());
  await waitFor(() => expect(row(/^tub is yes/).getAttribute("aria-label")).toBe("tub is yes, 5%"));
});

test("by keyboard: along the arrows, into a box, and a state seen", async () => {
  const app = await ready();
  const start = box(/^asia:/);
  act(() => start.focus());
  fireEvent.keyDown(start, { key: "ArrowDown" });
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^tub:/);
  fireEvent.keyDown(document.activeElement ?? start, { key: "Enter" });
  fireEvent.keyDown(document.activeElement ?? start, { key: "ArrowDown" });
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^tub is no/);
  fireEvent.keyDown(document.activeElement ?? start, { key: "Enter" });
  expect(network(app)?.findings).toEqual({ tub: "no" });
  fireEvent.keyDown(document.activeElement ?? start, { key: "Escape" });
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^tub: seen: no/);
});

test("findings that cannot hold together are named, can be taken back, and the last numbers stay, marked", async () => {
  const app = await ready();
  fireEvent.click(row(/^either is no/));
  await waitFor(() => expect(answer()).toBe("<1%"));
  fireEvent.click(row(/^tub is yes/));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/tub.*either|either.*tub/);
  expect(answer()).toBe("<1%");
  expect(screen.getByTestId("answer").dataset["stale"]).toBe("true");
  fireEvent.click(within(alert).getByRole("button", { name: "Take back either" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(network(app)?.findings).toEqual({ tub: "yes" });
});

test("a box: less than certain, ruled out, asked, and its table typed over", async () => {
  const app = await ready();
  act(() => app.look.setState({ selected: "tub", panel: "selection" }));
  fireEvent.click(screen.getByRole("button", { name: "Not no" }));
  expect(network(app)?.findings).toEqual({ tub: [1, 0] });
  fireEvent.click(screen.getByRole("button", { name: "Not no" }));
  expect(network(app)?.findings).toEqual({});
  fireEvent.click(screen.getByRole("button", { name: "Set as question" }));
  expect(network(app)?.target).toEqual({ variable: "tub", state: "yes" });

  const cell = () => screen.getByRole<HTMLInputElement>("textbox", { name: "yes when yes" });
  fireEvent.change(cell(), { target: { value: "25%" } });
  fireEvent.blur(cell());
  expect(network(app)?.variables[1]?.p).toEqual([0.25, 0.75, 0.01, 0.99]);
  fireEvent.change(cell(), { target: { value: "often" } });
  fireEvent.blur(cell());
  expect(screen.getByText(/Type a chance from 0 to 1.*It is still 0\.25\./)).toBeTruthy();
  expect(network(app)?.variables[1]?.p).toEqual([0.25, 0.75, 0.01, 0.99]);
});

test("what tells most about the question comes first, in five steps", async () => {
  await ready();
  const names = await waitFor(() => {
    const found = screen.getAllByRole("button", { name: /: \d of 5$/ });
    return found.map((one) => one.getAttribute("aria-label"));
  });
  expect(names[0]).toBe("either: 5 of 5");
});

test("words: how rare findings are, and relative steps", () => {
  expect([0, -0.5, -5.5, -60].map(oddsText)).toEqual([
    "as good as certain",
    "about 1 in 1.6",
    "about 1 in 240",
    "about 1 in 10 to the power 26",
  ]);
  expect([0, 0.01, 0.4, 1].map((tell) => steps(tell, 1))).toEqual([0, 1, 2, 5]);
  expect(steps(0, 0)).toBe(0);
});
