// @vitest-environment jsdom
import { show } from "../page.test-help.tsx";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { headText } from "../../../app/model/case/judge.ts";
import { presentCase } from "../../state/document.ts";
import { fakeApp } from "../../state/fakes.test-help.ts";
import { Judgement } from "./Judgement.tsx";
import { statusOf } from "./FreezeCard.tsx";
import { checksOf } from "./useChecks.ts";

async function setUp() {
  const fake = fakeApp({
    handlers: { "app:info": () => ({ host: "browser", version: "0.1.0", platform: "linux", folder: null }) },
  });
  show(fake.app, <Judgement />);
  await screen.findByRole("button", { name: "Put it in" });
  const text = (head: Parameters<typeof headText>[1]) =>
    headText(presentCase(fake.app.document.getState()), head);
  return { ...fake, text };
}
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole("textbox", { name }), { target: { value } });

it("writes nothing by itself; the model's sentence is put in on demand and told when the numbers move", async () => {
  const { app, text } = await setUp();
  expect(app.isEdited()).toBe(false);
  fireEvent.click(screen.getByRole("button", { name: "Put it in" }));
  expect(text("bottomLine")).toMatch(/^Within ten years, it is unlikely \(20–45%\) that /);
  write("Bottom line", `${text("bottomLine")} So we hold.`);
  app.change({ edit: "setLevel", factor: "stabilisation", horizon: "all", level: "VL" });
  const take = await screen.findByRole("button", { name: "Take the new sentence" });
  expect(text("bottomLine")).toMatch(/unlikely \(20–45%\).* So we hold\.$/);
  fireEvent.click(take);
  expect(text("bottomLine")).toMatch(/very unlikely \(05–20%\).* So we hold\.$/);
});

it("a check is numbered, fixed at a press, and gone", async () => {
  const { text } = await setUp();
  write("Why", "With low confidence we think a break is then likely.");
  fireEvent.click(await screen.findByRole("button", { name: /^Fix: Two things in one sentence/ }));
  expect(text("why")).toBe("A break is then likely (55–80%). Our confidence is low.");
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Fix: Two things/ })).toBeNull());
});

it("freezing with open checks wants a reason, and keeps it", async () => {
  const { app } = await setUp();
  fireEvent.click(screen.getByRole("button", { name: "Freeze judgement…" }));
  const dialog = await screen.findByRole("dialog", { name: "Freeze this judgement" });
  const go = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Freeze all the same" });
  expect(go.disabled).toBe(true);
  fireEvent.change(within(dialog).getByRole("textbox"), { target: { value: "The meeting is at ten." } });
  fireEvent.click(go);
  await waitFor(() => expect(presentCase(app.document.getState()).judgements).toHaveLength(1));
  const [frozen] = presentCase(app.document.getState()).judgements ?? [];
  expect(frozen?.reason).toBe("The meeting is at ten.");
  expect(frozen?.open?.length).toBeGreaterThan(0);
  expect(frozen?.horizon).toBe("long");
});

it("hostile text is text", async () => {
  const { text } = await setUp();
  write("Dissent", "<img src=x onerror=alert(1)>");
  expect(text("dissent")).toBe("<img src=x onerror=alert(1)>");
  expect(document.querySelector("img")).toBeNull();
});

it("every check has a number of its own", async () => {
  const { app } = await setUp();
  write("Why", "It could break. It might hold.");
  const { open } = checksOf(presentCase(app.document.getState()), []);
  expect(open.map(({ number }) => number)).toEqual(open.map((_, i) => i + 1));
  expect(open.filter(({ head }) => head === "why")).toHaveLength(2);
});

it("says until when a frozen one is open", () => {
  const judgement = {
    horizons: { now: 0.1, long: 0.3 },
    horizon: "long",
    due: { now: "2019-07-30", long: "2029-01-30" },
  };
  expect(statusOf(judgement, new Set(), "2026-11-27")).toBe("open until 2029");
  expect(statusOf(judgement, new Set(["now"]), "2026-11-27")).toBe("scored in part");
  expect(statusOf(judgement, new Set(), "2030-01-01")).toBe("can be scored");
  expect(statusOf(judgement, new Set(["now", "long"]), "2030-01-01")).toBe("scored");
});
