import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { SCREENS } from "../../renderer/state/screens.ts";
import type { Started } from "../app.ts";
import { answerSave, saveAs } from "./documents.ts";
import { on, settled } from "./explore.ts";
import { openExport, written } from "./exports.ts";
import { press } from "./press.ts";

const rail = (page: Page) => page.getByRole("navigation", { name: "Screens" });

/** The screens of the case that is open, by their names on the rail. */
export async function screens(page: Page): Promise<string[]> {
  const names = await rail(page).getByRole("button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? "")); // prettier-ignore
  return SCREENS.map(({ label }) => label).filter((label) => names.includes(label));
}

/** Goes to a screen by its button on the rail, and waits until it stands. */
export async function show(page: Page, screen: string): Promise<void> {
  await rail(page).getByRole("button", { name: screen, exact: true }).click(); // prettier-ignore
  await page.getByRole("main").first().waitFor();
  await page.waitForTimeout(300);
}

/** Everything one does with the program and one case: each screen, evidence, exports, a save, slides, a dry run. */
export async function tour(started: Started, folder: string): Promise<void> {
  const { page } = started;
  await settled(page);
  await answerSave(started, { folder });
  await test.step("every screen, and every tab on it", async () => {
    for (const screen of await screens(page)) {
      await show(page, screen);
      for (const tab of await page.getByRole("main").getByRole("tab").all())
        if (await tab.isVisible()) await tab.click();
    }
  });
  await test.step("dialogs, the full argument and a theme", async () => {
    await show(page, "Explore");
    await page.keyboard.press("f");
    await page.keyboard.press("f");
    for (const keys of ["?", "Control+k"]) {
      await page.keyboard.press(keys);
      await on(page).dialog.waitFor();
      await page.keyboard.press("Escape");
      await on(page).dialog.waitFor({ state: "hidden" });
    }
  });
  await test.step("an item of evidence that counts", async () => {
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "What happened" }).fill("Forces leave");
    await page.getByRole("textbox", { name: "Date of the event" }).fill("2019-02-02");
    await page.getByRole("combobox", { name: /Is a sign of/ }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Record and count it" }).click();
    await expect(page.getByRole("region", { name: "Log" })).toContainText("1 counts");
  });
  await test.step("a chart, a workbook, slides and a bundle on the disk", async () => {
    await show(page, "Explore");
    await (await openExport(page)).getByText("SVG", { exact: true }).click();
    await written(page, folder, ".svg");
    await (await openExport(page, "Data")).getByText("Workbook (XLSX)").click();
    await written(page, folder, ".xlsx");
    await expect((await openExport(page, "Slides")).getByRole("article")).toHaveCount(5);
    await written(page, folder, ".pptx");
    await openExport(page, "Bundle");
    await written(page, folder, ".zip");
    await (await openExport(page, "Report")).getByText("Bottom line").first().waitFor();
    await page.keyboard.press("Escape");
  });
  await test.step("a save", async () => {
    await saveAs(started, join(folder, "tour.entente"));
    await expect(on(page).status).toContainText("Saved");
  });
  await test.step("slides", async () => {
    await page.keyboard.press("F5");
    const slide = page.locator("[data-stage] main");
    await slide.waitFor();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"])
      await page.keyboard.press(key);
    await expect(slide).toHaveAttribute("data-slide", "change");
    await page.keyboard.press("Escape");
  });
  await test.step("a workshop's dry run", async () => {
    await show(page, "Workshop");
    for (const button of ["Dry run", "Begin with the brief", "Begin the warm-up", "Let all answer now", "Close warm-up", "Begin round 1", "Let all answer now", "Close round 1", "Go to the reveal", "Show next"]) await press(page, button); // prettier-ignore
  });
}
