import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { verify } from "../app/model/session/chain.ts";
import type { Session } from "../app/model/session/types.ts";
import { expect, test } from "./app.ts";
import { findings } from "./page/axe.ts";
import { complaintsOf } from "./page/complaints.ts";
import { saveAs } from "./page/documents.ts";
import { settled } from "./page/explore.ts";
import { misfits } from "./page/layout.ts";
import { press } from "./page/press.ts";

interface Saved {
  sessions?: Session[];
  scenarios: { name: string; story: string; settings: { weights?: Record<string, number> } }[];
}

/** A step is fit to be shown: nothing cut off, nothing axe minds. */
async function fit(page: Page): Promise<void> {
  expect(await misfits(page)).toEqual([]);
  expect(await findings(page)).toEqual([]);
}

test("a dry run of a workshop goes from set-up to close by keyboard alone, and nothing is shown before a round closes", async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000);
  const path = join(folder, "room.entente");
  const started = await start();
  const { page } = started;
  await settled(page);
  const complaints = complaintsOf(page);
  const main = page.getByRole("main", { name: "Workshop" });
  const steps = page.getByRole("region", { name: "Steps of the workshop" });

  await test.step("set up: the answer is nowhere, and a sixth factor can be chosen by keyboard", async () => {
    await page.keyboard.press("Control+6");
    await expect(main).toBeVisible();
    await expect(page.getByTestId("answer")).toHaveCount(0);
    await main.getByRole("checkbox", { name: /^Iranian presence/ }).focus();
    await page.keyboard.press("Space");
    await expect(main).toContainText("6 of at most 8");
    await fit(page);
    await press(page, "Dry run");
  });
  await test.step("twelve come in, read the question and practise", async () => {
    await expect(main).toContainText("12 people are here");
    await press(page, "Begin with the brief");
    await expect(main).toContainText("It counts as a break when");
    await fit(page);
    await press(page, "Begin the warm-up");
    await press(page, "Let all answer now");
    await press(page, "Close warm-up");
    await expect(main).toContainText("spans held the answer");
    await press(page, "Begin round 1");
  });
  await test.step("round 1 runs: who is in, and no chance of anything", async () => {
    await expect(steps.locator('[aria-current="step"]')).toContainText("Round 1");
    await press(page, "Let all answer now");
    await expect(main.getByRole("status").first()).toHaveText("12 of 12 are in");
    await fit(page);
    await expect(page.locator("body")).not.toContainText("%");
    await press(page, "Close round 1");
    await expect(page.locator("body")).not.toContainText("%");
    await press(page, "Go to the reveal");
  });
  await test.step("one thing at a time, and hidden again", async () => {
    await expect(main).toContainText("Nothing is open yet");
    await expect(main.getByRole("progressbar")).toHaveCount(0, { timeout: 60_000 });
    await press(page, "Show next");
    await expect(main).toContainText("Split room", { timeout: 60_000 });
    await expect(main).not.toContainText("What each weighting says: ");
    await fit(page);
    for (const says of ["Long run, pooled", "Coupling", "Before any model", "Weigh it most"]) {
      await press(page, "Show next");
      await expect(main).toContainText(says);
    }
    await fit(page);
    await press(page, "Hide all");
    await expect(main).not.toContainText("Split room");
    await press(page, "Show next");
    await press(page, "Discuss these two");
    await press(page, "Start 4 minutes");
    await expect(main).toContainText("left for this factor");
    await main.getByRole("textbox", { name: "A note, without a name" }).fill("Two knew of a meeting.");
    await press(page, "Add");
    await expect(main).toContainText("Two knew of a meeting.");
    await fit(page);
  });
  await test.step("round 2, and what it comes to", async () => {
    await press(page, "Begin round 2");
    await press(page, "Let all answer now");
    await press(page, "Close round 2");
    await press(page, "Go to the result");
    await expect(main).toContainText("round 2, pooled", { timeout: 60_000 });
    await expect(main).toContainText(/(Stable|Not stable yet): answers moved by/);
    await expect(main.getByRole("region", { name: "Group model" })).toContainText("not the room’s estimate");
    await fit(page);
  });
  await test.step("challenge and close", async () => {
    await press(page, "Challenge it");
    await expect(main.getByRole("region", { name: "Signs to watch" }).getByRole("listitem")).toHaveCount(4);
    await fit(page);
    await press(page, "Close the workshop");
    await main.getByRole("textbox", { name: /^Minority report/ }).fill("Two seats see it otherwise.");
    await main.getByRole("textbox", { name: "Because" }).fill("The sources agree.");
    await fit(page);
    await press(page, "Close and keep");
    await press(page, "Save the room’s weights as a scenario");
  });
  await test.step("its report is one press away, whatever was exported before", async () => {
    await page.keyboard.press("Control+E");
    await press(page, "No marking");
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByRole("tab", { name: "Data" }).click();
    await page.keyboard.press("Escape");
    await press(page, "Report, workbook or slides…");
    await expect(dialog.getByRole("tab", { name: "Report" })).toHaveAttribute("aria-selected", "true");
    await expect(dialog.getByRole("heading", { name: /^Dry run of / })).toBeInViewport();
    await page.keyboard.press("Escape");
  });
  await test.step("the case has all of it, with a whole log", async () => {
    await saveAs(started, path);
    await expect(page.getByRole("contentinfo")).toContainText("Saved");
    const saved = JSON.parse(readFileSync(path, "utf8")) as Saved;
    const [session] = saved.sessions ?? [];
    expect(session && verify(session)).toEqual({ ok: true });
    expect(session?.events.filter(({ type }) => type === "response")).toHaveLength(36);
    expect(session?.events.filter(({ type }) => type === "aggregate")).toHaveLength(2);
    expect(session?.events.at(-1)?.type).toBe("closed");
    const room = saved.scenarios.find(({ name }) => name.startsWith("Room, "));
    expect(room?.story).toContain("simulated");
    expect(Object.keys(room?.settings.weights ?? {})).toHaveLength(6);
  });
  expect(complaints).toEqual([]);
});

test("a window loaded anew while a round is open shows the workshop again, and no answer to the room", async ({ page }) => {
  await settled(page);
  const main = page.getByRole("main", { name: "Workshop" });
  await page.keyboard.press("Control+6");
  await press(page, "Dry run");
  await press(page, "Begin with the brief");
  await press(page, "Begin the warm-up");
  await press(page, "Let all answer now");
  await press(page, "Close warm-up");
  await press(page, "Begin round 1");
  await expect(main).toContainText("of 12 are in");
  // The draft follows within a second.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(main).toBeVisible();
  await expect(page.getByTestId("answer")).toHaveCount(0);
  await expect(main).toContainText("Go on");
}); // prettier-ignore
