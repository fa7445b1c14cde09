import { type Page, expect } from "@playwright/test";

/** Presses a button without a pointer. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const found = page.getByRole("button", { name, exact: typeof name === "string" }).first();
  await expect(found).toBeEnabled();
  await found.focus();
  await page.keyboard.press("Enter");
}
