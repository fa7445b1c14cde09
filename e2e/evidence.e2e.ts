import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { on, rested, settled } from "./page/explore.ts";
import { misfits } from "./page/layout.ts";

// Evidence, in both hosts: nothing moves before it is let count, and undo takes it back.

const parts = (page: Page) => ({
  log: page.getByRole("region", { name: "Log" }),
  form: page.getByRole("region", { name: /^(New|Edit) item$/ }),
  before: page.getByTestId("before"),
  title: page.getByRole("textbox", { name: "What happened" }),
});

async function describe(page: Page, title: string, sign: string): Promise<void> {
  await parts(page).title.fill(title);
  await page.getByRole("textbox", { name: "Date of the event" }).fill("2019-02-02");
  await page.getByRole("textbox", { name: "Name of the source" }).fill("foreign ministry, briefing");
  await page.getByRole("combobox", { name: "Reliability of the source" }).selectOption("B");
  await page.getByRole("combobox", { name: "Credibility of the report" }).selectOption("2");
  await page.getByRole("combobox", { name: /Is a sign of/ }).selectOption(sign);
}

test("an item is looked at before it counts, counted, and taken back", async ({ page }) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { number } = on(page);
  const { log, before, title } = parts(page);
  const first = (await number.textContent()) ?? "";
  await page.keyboard.press("e");
  await expect(title).toBeFocused();
  await expect(log).toContainText("No evidence logged yet.");
  await describe(page, "Moscow calls for all foreign forces to leave", "foreignForcesLeave");
  await expect(before).toContainText(/33% → \d\d%/);
  await expect(before).toContainText(/A break .* (stays|becomes) .* \(\d\d–\d\d%\)/);
  await expect(number).toHaveText(first);
  await page.getByRole("button", { name: "Record and count it" }).click();
  await expect(number).not.toHaveText(first);
  await expect(log).toContainText("1 counts · 0 on record only");
  await expect(log).toContainText(/33% → \d\d%/);
  await page.getByRole("navigation").getByRole("button", { name: "Explore" }).click();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("1 item counts");
  await expect(page.getByRole("button", { name: /^Evidence: [+−]\d/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(number).toHaveText(first);
  expect(complaints).toEqual([]);
});

test("recorded only, an item stays without effect; what cannot all be true is named and set aside", async ({ page }) => {
  await settled(page);
  const { number } = on(page);
  const { log } = parts(page);
  const first = (await number.textContent()) ?? "";
  await page.keyboard.press("e");
  for (const [title, direction] of [["Guards killed", "yes"], ["Nobody killed", "no"]] as const) {
    await describe(page, title, "guardsKilled");
    await page.getByRole("combobox", { name: "Reliability of the source" }).selectOption("A");
    await page.getByRole("combobox", { name: "Credibility of the report" }).selectOption("1");
    await page.getByRole("combobox", { name: "Direction" }).selectOption(direction);
    await page.getByRole("button", { name: "Record only" }).click();
  }
  await expect(log).toContainText("0 count · 2 on record only");
  await expect(number).toHaveText(first);
  for (const title of ["Guards killed", "Nobody killed"]) {
    await page.getByRole("button", { name: `What to do with “${title}”` }).click();
    await page.getByRole("menuitem", { name: "Count it" }).click();
  }
  await expect(log.getByRole("alert")).toContainText("“Guards killed” and “Nobody killed”");
  await log.getByRole("button", { name: "“Nobody killed” on record only" }).click();
  await expect(log.getByRole("alert")).toBeHidden();
  await rested(page);
}); // prettier-ignore

test("what happened next is off, and is added and taken out in one step; nothing is cut off", async ({ page }) => {
  // A full log in four sizes of window is a lot to look at.
  test.slow();
  await settled(page);
  const { log } = parts(page);
  await page.keyboard.press("Control+4");
  const found: string[] = [];
  await page.getByRole("tab", { name: "What happened next" }).click();
  await page.getByRole("button", { name: "Add and count" }).click();
  await expect(log).toContainText(/\d+ count · \d+ on record only/);
  for (const [width, height] of [[1440, 900], [1280, 800], [1024, 640], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(500);
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await page.waitForTimeout(200);
      found.push(...(await misfits(page)).map((one) => `${width} × ${height}: ${one}`));
    }
  }
  expect(found).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("Control+z");
  await expect(log).toContainText("No evidence logged yet.");
}); // prettier-ignore
