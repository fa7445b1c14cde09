import type { CDPSession, Page } from "@playwright/test";
import { command, on, rested } from "../page/explore.ts";
import { openExport } from "../page/exports.ts";
import { screens, show } from "../page/tour.ts";

/** What the window holds after everything that can be given back has been. */
export interface Held {
  /** Megabytes of the page's JavaScript. */
  readonly heap: number;
  /** Of the page, with those that are no longer in it but still held. */
  readonly nodes: number;
  readonly listeners: number;
}

async function held(page: Page, session: CDPSession): Promise<Held> {
  await show(page, "Explore");
  await rested(page);
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
  return { heap: of("JSHeapUsedSize") / 1e6, nodes: of("Nodes"), listeners: of("JSEventListeners") };
}

/** What one does in some minutes: weights, an item of evidence, a scenario, every screen, an export, undo. */
async function someMinutes(page: Page, round: number): Promise<void> {
  const sliders = page.getByRole("region", { name: "Weights" }).getByRole("slider");
  const count = await sliders.count();
  for (let i = 0; i < 6; i++) {
    await sliders.nth((round + i) % count).focus();
    for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowLeft", "ArrowLeft"])
      await page.keyboard.press(key);
  }
  await rested(page);
  for (const key of ["n", "s", "l", "f", "f"]) await page.keyboard.press(key);
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "What happened" }).fill(`Event ${String(round)}`);
  await page.getByRole("textbox", { name: "Date of the event" }).fill("2019-02-02");
  await page.getByRole("combobox", { name: /Is a sign of/ }).selectOption({ index: 1 + (round % 3) });
  await page.getByRole("button", { name: "Record and count it" }).click();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  for (const screen of await screens(page)) await show(page, screen);
  await show(page, "Explore");
  await command(page, "New scenario");
  await page.keyboard.press("Enter");
  await show(page, "Compare");
  await show(page, "Explore");
  await page.keyboard.press("Control+z");
  for (const tab of ["Chart", "Data", "Slides"]) {
    const dialog = await openExport(page, tab);
    await dialog.getByRole("button", { name: "Export", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  await on(page).number.waitFor();
}

/** The same minutes again and again; the first are for what is loaded once. @returns after each round but the first */
export async function hour(page: Page, rounds: number): Promise<Held[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  const all: Held[] = [];
  for (let round = 0; round <= rounds; round++) {
    await someMinutes(page, round);
    if (round > 0) all.push(await held(page, session));
  }
  return all;
}
