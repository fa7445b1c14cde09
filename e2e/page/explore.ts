import { expect, type Locator, type Page } from "@playwright/test";

/** The main screen as a test speaks of it. */
export const on = (page: Page) => ({
  number: page.getByTestId("answer"),
  sentence: page.getByRole("region", { name: "The answer" }).getByRole("heading", { level: 1 }),
  weight: (name: string): Locator => page.getByRole("region", { name: "Weights" }).getByRole("slider", { name: `Weight of ${name}` }), // prettier-ignore
  tour: page.getByRole("complementary", { name: "The argument in one minute" }),
  status: page.getByRole("contentinfo"),
  dialog: page.getByRole("dialog"),
});

/** Past the tour in a window of usual size, with the first answer and its range there. */
export async function settled(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await pastTour(page);
  await rested(page);
}

/** Past the tour, where there is one. */
export async function pastTour(page: Page): Promise<void> {
  const { tour, number } = on(page);
  await number.waitFor();
  // The panel may be drawn anew while the first answer comes in: what is pressed is what is there then.
  const skip = page.getByRole("button", { name: "Skip to the numbers" });
  await expect(async () => {
    if (await tour.isVisible()) await skip.click({ timeout: 5_000 });
    expect(await tour.isVisible()).toBe(false);
  }).toPass();
}

/** The range belongs to what is on screen. */
export const rested = (page: Page): Promise<unknown> =>
  page.locator('[data-region="answer"][aria-busy="false"]').waitFor();

/** What the parts of the screen say: number, bars, waterfall, map. */
const PARTS = ['[data-testid="answer"]', "#by-horizon svg", "#why svg", "#argument svg"];

/** Presses a key and gives what the parts said on every frame from before it until they stand still. */
export async function framesOf(page: Page, key: string): Promise<string[][]> {
  const frames = page.evaluate(async (parts) => {
    const seen: string[][] = [];
    for (let still = 0; still < 20;) {
      await new Promise(requestAnimationFrame);
      const now = parts.map((part) =>
        [...document.querySelectorAll(part)].map(({ textContent }) => textContent).join("|"),
      );
      const same = JSON.stringify(now) === JSON.stringify(seen.at(-1));
      if (!same) seen.push(now);
      still = same && seen.length > 1 ? still + 1 : 0;
    }
    return seen;
  }, PARTS);
  await page.waitForTimeout(100);
  await page.keyboard.press(key);
  return frames;
}

/** Runs a command by its name, or sets a weight ("strikes 8"), as one does from the keyboard. */
export async function command(page: Page, words: string): Promise<void> {
  const field = page.getByRole("searchbox", { name: "Find or do anything" });
  await page.keyboard.press("Control+k");
  await field.fill(words);
  await on(page).dialog.getByRole("menuitem").first().click();
  await field.waitFor({ state: "hidden" });
}
