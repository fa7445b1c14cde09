import type { Page } from "@playwright/test";
import { test } from "./app.ts";
import { endEdition, launchBrowser, startEdition } from "./edition.ts";
import { golden, steadyPage } from "./page/steady.ts";

// A dry run from set-up to close: what the facilitator has in front of them, and what the room sees.

const press = (page: Page, name: string) =>
  page.getByRole("main", { name: "Workshop" }).getByRole("button", { name }).first().click();
const answered = (page: Page) => page.getByText("how much each factor matters").first().waitFor(); // prettier-ignore

/** The slide that the room looks at, alone, and back again. */
async function slide(page: Page, name: string, ...keys: string[]): Promise<void> {
  await page.keyboard.press("F5");
  await page.locator("[data-stage]").waitFor();
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForTimeout(600);
  await golden(page, `slide-${name}`);
  await page.keyboard.press("Escape");
  await page.getByRole("main", { name: "Workshop" }).waitFor();
}

test("a workshop from set-up to close, and its slides", async ({ userData, folder }) => {
  const edition = await startEdition(userData, folder);
  const browser = await launchBrowser();
  const page = await steadyPage(browser, edition.url);
  await page.locator('[data-region="answer"][aria-busy="false"]').waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Skip to the numbers" }).click();
  await page.keyboard.press("Control+6");
  await press(page, "Dry run");
  await page.getByText("people are here").first().waitFor();
  await golden(page, "workshop-room");
  await slide(page, "room-join");
  await slide(page, "question", "1");
  await slide(page, "argument", "2");
  await press(page, "Begin with the brief");
  await golden(page, "workshop-brief");
  await press(page, "Begin the warm-up");
  await press(page, "Let all answer now");
  await press(page, "Close warm-up");
  await golden(page, "workshop-warmup");
  await press(page, "Begin round 1");
  await golden(page, "workshop-round1");
  await slide(page, "room-round");
  await press(page, "Let all answer now");
  await press(page, "Close round 1");
  await press(page, "Go to the reveal");
  await press(page, "Show next");
  await answered(page);
  await golden(page, "workshop-reveal");
  await slide(page, "room-weights");
  await press(page, "What each weighting says");
  await golden(page, "workshop-answers");
  await slide(page, "room-answers");
  await press(page, "What splits the room");
  await golden(page, "workshop-drivers");
  await slide(page, "splits", "4", "PageDown");
  await slide(page, "splits-dark", "4", "PageDown", "c");
  await press(page, "Gut against own weights");
  await slide(page, "room-gut");
  await press(page, "Reasons, highest and lowest");
  await slide(page, "room-reasons");
  await press(page, "Discuss these two");
  await press(page, "Start 4 minutes");
  await golden(page, "workshop-discuss");
  await slide(page, "room-discuss");
  await press(page, "Begin round 2");
  await press(page, "Let all answer now");
  await press(page, "Close round 2");
  await press(page, "Go to the result");
  await page.getByText("round 2, pooled").waitFor({ timeout: 60_000 });
  await golden(page, "workshop-result");
  await slide(page, "answer-room");
  await slide(page, "answer-room-dark", "c");
  await slide(page, "matters", "4");
  await slide(page, "matters-contrast", "4", "c", "c");
  await slide(page, "change", "5");
  await slide(page, "moved", "5", "PageDown");
  await press(page, "Challenge it");
  await golden(page, "workshop-challenge");
  await slide(page, "room-challenge");
  await press(page, "Close the workshop");
  await golden(page, "workshop-close");
  await browser.close();
  await endEdition(edition, "SIGTERM");
});

test("the answer without a room", async ({ userData, folder }) => {
  const edition = await startEdition(userData, folder);
  const browser = await launchBrowser();
  const page = await steadyPage(browser, edition.url);
  await page.locator('[data-region="answer"][aria-busy="false"]').waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Skip to the numbers" }).click();
  await page.keyboard.press("F5");
  await page.locator("[data-stage]").waitFor();
  await page.keyboard.press("3");
  await page.waitForTimeout(800);
  await golden(page, "slide-answer");
  await page.keyboard.press("c");
  await golden(page, "slide-answer-dark");
  await browser.close();
  await endEdition(edition, "SIGTERM");
});
