import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { on } from "./explore.ts";

/** Opens the export dialog; the first time it asks how the case may be handled. */
export async function openExport(page: Page, tab = "Chart") {
  const { dialog } = on(page);
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  await dialog.waitFor();
  const words = dialog.getByRole("textbox", { name: /^Classification/ });
  if (await words.isVisible()) {
    await words.fill("Draft");
    await dialog.getByText("TLP:AMBER+STRICT", { exact: true }).click();
    await dialog.getByRole("button", { name: "Keep" }).click();
  }
  await dialog.getByRole("tab", { name: tab }).click();
  return dialog;
}

/** Presses Export and gives the path of what was written with this ending. */
export async function written(
  page: Page,
  folder: string,
  ending: string,
  button = "Export",
): Promise<string> {
  const { dialog } = on(page);
  const before = new Set(await readdir(folder));
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  const name = (await readdir(folder)).find((one) => !before.has(one) && one.endsWith(ending));
  if (name === undefined) throw new Error(`No ${ending} was written.`);
  return join(folder, name);
}
