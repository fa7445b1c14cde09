import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { pick, open, saveAs } from "./page/documents.ts";
import { command, on, rested, settled } from "./page/explore.ts";
import { misfits } from "./page/layout.ts";

// From one reading to several, side by side, by keyboard alone.

test("a scenario is made, named, changed, compared, undone, saved and opened again by keyboard", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { number, weight } = on(page);
  const tab = (name: string | RegExp) => page.getByRole("tab", { name });
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  const asShipped = (await number.textContent()) ?? "";

  await test.step("new, and named in place", async () => {
    await command(page, "New scenario");
    await expect(page.getByRole("textbox", { name: /^Name of scenario/ })).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Strikes escalate");
    await page.keyboard.press("Enter");
    await expect(tab("Strikes escalate")).toHaveAttribute("aria-selected", "true");
    await expect(number).toHaveText(asShipped);
  });
  await test.step("changed, and told by its changes", async () => {
    await command(page, "strikes 9");
    await expect(tab("Strikes escalate · 1 change")).toBeVisible();
    await expect(number).not.toHaveText(asShipped);
    await rested(page);
  });
  await test.step("the one before is as it was", async () => {
    await page.keyboard.press("Control+PageUp");
    await expect(tab("Article baseline")).toHaveAttribute("aria-selected", "true");
    await expect(weight("Israeli strikes")).toHaveValue("5");
    await expect(number).toHaveText(asShipped);
  });
  await test.step("compared", async () => {
    await page.keyboard.press("Control+2");
    await expect(page.getByRole("main")).toContainText(
      /Strikes escalate adds \d+ points? to a break in the long run, all of it through Weight of Israeli strikes/,
      { timeout: 30_000 },
    );
    await expect(column("Strikes escalate")).toContainText(
      "Weight of Israeli strikes 9 (Article baseline: 5)",
    );
    await page.getByRole("radio", { name: "Values" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "Difference from baseline" })).toBeChecked();
    expect(await misfits(page, '[data-screen="compare"]')).toEqual([]);
  });
  await test.step("undone where it was done, and done again", async () => {
    await page.keyboard.press("Control+z");
    await expect(tab("Strikes escalate")).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("main")).toContainText("Strikes escalate does nothing to a break", {
      timeout: 30_000,
    });
    await page.keyboard.press("Control+Shift+z");
    await expect(page.getByRole("main")).toContainText("Strikes escalate adds", { timeout: 30_000 });
  });
  await test.step("saved and opened again", async () => {
    const path = join(folder, "scenarios.entente");
    await saveAs(started, path);
    await expect(on(page).status).toContainText("Saved scenarios.entente.");
    const saved = JSON.parse(await readFile(path, "utf8")) as { scenarios: unknown[] };
    expect(saved.scenarios[1]).toMatchObject({
      name: "Strikes escalate",
      parent: "baseline",
      settings: { weights: { strikes: 9 } },
    });
    await open(started, path);
    await pick(started, path);
    await expect(on(page).status).toContainText("Opened scenarios.entente.");
    await expect(tab("Strikes escalate")).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
