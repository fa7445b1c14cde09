// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { act, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { EvidenceItem } from "../../../app/model/case/evidence-types.ts";
import { logOf } from "../../../app/model/case/settings.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import { presentCase, presentSettings } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Evidence } from "./Evidence.tsx";

// Analyses run in portions beside everything else: on a busy machine they take a while.
configure({ asyncUtilTimeout: 8000 });

type App = ReturnType<typeof fakeApp>["app"];

async function ready(name = "russia-iran-syria"): Promise<App> {
  const { app } = fakeApp({ case: shippedCase(name) });
  show(app, <Evidence />);
  await waitFor(() => {
    expect(app.answers.getState().now).not.toBeNull();
  });
  return app;
}

const log = () => screen.getByRole("region", { name: "Log" });
const form = () => screen.getByRole("region", { name: /^(New|Edit) item$/ });
const field = (name: string | RegExp) => within(form()).getByRole<HTMLInputElement>("textbox", { name });
const type = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const pick = (name: string | RegExp, value: string) =>
  fireEvent.change(within(form()).getByRole("combobox", { name }), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const items = (app: App) => logOf(presentCase(app.document.getState()));
const breakOf = (app: App) => app.answers.getState().now?.answer.result.horizons["long"]?.break;
const before = () => screen.getByTestId("before").textContent;

const known: EvidenceItem = {
  id: "one",
  title: "<img src=x onerror=alert(1)> Guards killed",
  eventDate: "2019-03-02",
  sources: [{ name: "An agency", reliability: "B", credibility: 2, link: "javascript:alert(1)" }],
  bearsOn: [{ indicator: "guardsKilled", seen: true }],
  counts: false,
};
const add = (app: App, ...more: readonly Partial<EvidenceItem>[]) =>
  act(() => {
    for (const change of more) app.edit({ edit: "addEvidence", item: { ...known, ...change } });
  });

test("without a log it says so; nothing on the screen has moved the answer", async () => {
  const app = await ready();
  expect(log().textContent).toContain("No evidence logged yet.");
  expect(items(app)).toEqual([]);
  expect(before()).toContain("Choose the sign");
});

test("an item is previewed, recorded and counted: one step of undo, the settings untouched", async () => {
  const app = await ready();
  const first = breakOf(app);
  type("What happened", "Moscow calls for all foreign forces to leave");
  type("Date of the event", "2019-02-02");
  type("Name of the source", "foreign ministry");
  pick("Reliability of the source", "B");
  pick("Credibility of the report", "2");
  pick(/Is a sign of/, "foreignForcesLeave");
  await waitFor(() => {
    expect(before()).toMatch(/33% → \d\d%.*A break.*(stays|becomes).*\(\d\d–\d\d%\)/);
  });
  expect(before()).toMatch(/points? (below|above)/);
  expect(breakOf(app)).toBe(first);
  expect(items(app)).toEqual([]);
  press("Record and count it");
  expect(items(app)).toEqual([
    expect.objectContaining({ title: "Moscow calls for all foreign forces to leave", eventDate: "2019-02-02", counts: true,
      bearsOn: [{ indicator: "foreignForcesLeave", seen: true }] }),
  ]); // prettier-ignore
  await waitFor(() => {
    expect(breakOf(app)).toBeGreaterThan(first ?? 1);
  });
  await waitFor(() => {
    expect(log().textContent).toMatch(/33% → \d\d%/);
  });
  expect(presentSettings(app.document.getState())).toEqual({});
  expect(app.document.getState().history.past).toHaveLength(1);
  expect(field("What happened").value).toBe("");
  act(() => {
    app.document.undo();
  });
  await waitFor(() => {
    expect(breakOf(app)).toBe(first);
  });
});

test("recorded only, it stays without effect until it is let count", async () => {
  const app = await ready();
  const first = breakOf(app);
  add(app, {});
  expect(log().textContent).toContain("on record only");
  expect(log().textContent).toContain("no effect");
  expect(breakOf(app)).toBe(first);
  press(/What to do with/);
  fireEvent.click(await screen.findByRole("menuitem", { name: "Count it" }));
  await waitFor(() => {
    expect(breakOf(app)).not.toBe(first);
  });
  expect(log().textContent).toContain("1 counts · 0 on record only");
});

test("what happened is said before it is recorded", async () => {
  const app = await ready();
  expect(form().textContent).toContain("Say what happened first.");
  press("Record only");
  expect(items(app)).toEqual([]);
  expect(document.activeElement).toBe(field("What happened"));
});

test("texts of a case are text: no markup, no links", async () => {
  const app = await ready();
  add(app, {});
  expect(log().querySelector("img, a")).toBeNull();
  expect(within(log()).getByRole("heading", { name: known.title })).toBeTruthy();
  expect(log().textContent).toContain("javascript:alert(1)");
});

test("what cannot all be true is named, and one of the two is set aside", async () => {
  const app = await ready();
  const certain = { sources: [{ name: "x", reliability: "A", credibility: 1 }], counts: true } as const;
  add(
    app,
    { ...certain, id: "a", title: "Killed" },
    { ...certain, id: "b", title: "Nobody killed", bearsOn: [{ indicator: "guardsKilled", seen: false }] },
  );
  const alert = await within(log()).findByRole("alert");
  expect(alert.textContent).toContain("cannot all be true: “Killed” and “Nobody killed”");
  expect(log().textContent).toContain("Cannot be true together with “Killed”");
  press("“Nobody killed” on record only");
  await waitFor(() => {
    expect(within(log()).queryByRole("alert")).toBeNull();
  });
  expect(items(app).map(({ counts }) => counts)).toEqual([true, false]);
});

test("an item that bears on a state proposes it, as an edit of its own", async () => {
  const app = await ready();
  add(app, { bearsOn: [{ node: "strikes", level: "VH" }] });
  const first = breakOf(app);
  press("Set Israeli strikes to very high");
  expect(presentSettings(app.document.getState())).toEqual({ set: { strikes: "VH" } });
  await waitFor(() => {
    expect(breakOf(app)).not.toBe(first);
  });
  expect(screen.queryByRole("button", { name: /^Set Israeli strikes/ })).toBeNull();
  expect(app.document.getState().history.past.at(-1)?.label).toMatch(/^State of Israeli strikes/);
});

test("grades are edited as a table: a worse grade never counts more, and the usual table comes back", async () => {
  const app = await ready();
  press("How much each grade counts");
  const dialog = await screen.findByRole("dialog");
  const cell = within(dialog).getByRole("textbox", { name: "B2, percent" });
  fireEvent.change(cell, { target: { value: "95" } });
  expect(within(dialog).getByRole("alert").textContent).toContain("B2 would count more than a better grade");
  expect(within(dialog).getByRole<HTMLButtonElement>("button", { name: "Use this table" }).disabled).toBe(
    true,
  );
  fireEvent.change(cell, { target: { value: "70" } });
  press("Use this table");
  expect(presentCase(app.document.getState()).evidenceGrades?.B[1]).toBe(0.7);
  press("How much each grade counts");
  await screen.findByRole("dialog");
  press("The usual table");
  expect(presentCase(app.document.getState())).not.toHaveProperty("evidenceGrades");
});

test("signs are put against outcomes as factors, and against what is logged", async () => {
  const app = await ready();
  const { indicators, outcome } = presentCase(app.document.getState());
  const part = screen.getByRole("region", { name: "Which outcome" });
  const picture = await within(part).findByRole("img", { name: /tells the outcomes apart best/ });
  expect(picture.textContent?.match(/×\d+\.\d\d/g)).toHaveLength(indicators.length * outcome.rungs.length);
  const asTable = async () => {
    press("Table, copy or export: Which outcome does it fit?");
    fireEvent.click(await screen.findByRole("menuitem", { name: "As table" }));
    return within(await within(part).findByRole("table"));
  };
  const order = (table: Awaited<ReturnType<typeof asTable>>) =>
    table.getAllByRole("rowheader").map(({ textContent }) => textContent);
  const table = await asTable();
  const byTelling = order(table);
  expect(byTelling).toHaveLength(indicators.length);
  expect(table.getAllByRole("columnheader")).toHaveLength(outcome.rungs.length + 1);
  expect(table.getAllByRole("cell").every(({ textContent }) => Number(textContent) >= 0)).toBe(true);
  press("Back to the chart");
  fireEvent.click(screen.getByRole("radio", { name: "Speaks most against" }));
  const against = order(await asTable());
  expect(against).not.toEqual(byTelling);
  expect([...against].sort()).toEqual([...byTelling].sort());
  fireEvent.click(screen.getByRole("radio", { name: "Board" }));
  add(app, { counts: true });
  const signs = screen.getByRole("region", { name: "Signs" });
  const row = within(signs).getAllByRole("row").find(({ textContent }) => textContent?.startsWith("IRGC members killed"));
  expect(row?.textContent).toContain("seen");
}); // prettier-ignore

test.each(["russia-iran-syria", "soviet-egypt-1971", "us-saudi-1973"])("what happened next in %s is off, and is added and taken out in one step", async (name) => {
  const app = await ready(name);
  fireEvent.click(screen.getByRole("tab", { name: "What happened next" }));
  const part = await screen.findByRole("region", { name: "What happened next" });
  expect(part.textContent).toMatch(/^What happened next.*Off: \d+ events are not in the log/);
  expect(items(app)).toEqual([]);
  press("Add and count");
  const count = items(app).length;
  expect(count).toBeGreaterThan(10);
  expect(part.textContent).toContain(`In the log: ${count} items`);
  expect(app.document.getState().history.past).toHaveLength(1);
  press("Take them out");
  expect(items(app)).toEqual([]);
}); // prettier-ignore
