import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { on, settled } from "./page/explore.ts";

// What would make it another word, in both hosts.

const panel = (page: Page, name: string) => page.getByRole("region", { name });
const undo = (page: Page) => page.getByRole("button", { name: /^Undo/ });

test("from the reasons to tipping points: a dot, a set and a cell are applied and undone", async ({
  page,
}) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { number } = on(page);
  const before = (await number.textContent()) ?? "";
  await page.getByRole("button", { name: /tipping points$/ }).click();
  await expect(page.locator('main[data-screen="tipping"]')).toBeVisible();

  await test.step("one change alone keeps its promise", async () => {
    const tip = panel(page, "One change alone").getByRole("button", { name: /the tipping point/ }).first();
    const promised = /: (\d+)%/.exec((await tip.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await tip.click();
    await expect(number).toHaveText(`${promised}%`);
    await undo(page).click();
    await expect(number).toHaveText(before);
  });

  await test.step("a set is one step of undo", async () => {
    const row = panel(page, "Smallest sets").getByRole("listitem").nth(1);
    const promised = (await row.locator("strong").textContent()) ?? "";
    await row.getByRole("button", { name: /^Apply/ }).click();
    await expect(number).toHaveText(promised);
    await undo(page).click();
    await expect(number).toHaveText(before);
    await expect(undo(page)).toBeDisabled();
  });

  await test.step("a cell of the map sets both factors", async () => {
    const cell = panel(page, "Two factors at once").getByRole("button", { name: /very low, .* very low: \d+%/ });
    const promised = /: (\d+)%/.exec((await cell.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await cell.click();
    await expect(number).toHaveText(`${promised}%`);
    await undo(page).click();
    await expect(number).toHaveText(before);
  });
  expect(complaints).toEqual([]);
}); // prettier-ignore

test("by keyboard alone: to the screen, to a word out of reach, along a chart, and back", async ({ page }) => {
  await settled(page);
  const { number } = on(page);
  const before = (await number.textContent()) ?? "";
  await page.keyboard.press("Control+3");
  const bars = panel(page, "What moves it").getByRole("toolbar").last();
  await bars.locator('button[tabindex="0"]').focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(number).not.toHaveText(before);
  await page.keyboard.press("Control+z");
  await expect(number).toHaveText(before);

  await page.getByRole("button", { name: /Horizon/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /within three years/ }).press("Enter");
  await page.getByRole("button", { name: /Word/ }).focus();
  await page.keyboard.press("Enter");
  const likely = page.getByRole("option", { name: /^likely/ });
  await expect(likely).toContainText(/out of reach: highest \d+%/);
  await likely.press("Enter");
  await expect(panel(page, "Smallest sets")).toContainText(/out of reach of any states/);
}); // prettier-ignore

test("small windows show one chart at a time, what moves it first", async ({ page }) => {
  await settled(page);
  await page.setViewportSize({ width: 1024, height: 640 });
  await page.keyboard.press("Control+3");
  for (const name of ["What moves it", "One change alone", "Smallest sets", "Two factors at once", "What to watch"]) {
    const tab = page.getByRole("radiogroup", { name: "View", exact: true }).getByText(name.replace(/ (alone|at once)$/, ""), { exact: true });
    await tab.click();
    await expect(panel(page, name).getByRole("figure").first()).toBeVisible();
  }
}); // prettier-ignore
