import type { Browser, Page } from "@playwright/test";
import { expect } from "@playwright/test";

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Where the computer thinks it is. */
  readonly locale?: string;
  readonly timezoneId?: string;
  readonly at?: Date;
}

/** When every picture is taken. */
const DAY = new Date("2026-02-03T10:00:00Z");

/** A page that looks the same at every start: its day, its chances, its place and language stand still, nothing moves. */
export async function steadyPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 800, dark = false, locale = "en-GB", timezoneId = "UTC", at = DAY }: Look = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale,
    timezoneId,
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(at);
  await page.addInitScript(() => {
    let last = 1;
    crypto.getRandomValues = (array) => {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      for (let i = 0; i < bytes.length; i += 1) bytes[i] = last = ((last * 75 + 74) % 65_537) & 0xff;
      return array;
    };
  });
  await page.goto(url);
  return page;
}

/** Compares the page with the picture of that name, once nothing is being worked out any more. */
export async function golden(page: Page, name: string, inside?: string): Promise<void> {
  await expect(page.locator("[role=progressbar]")).toHaveCount(0, { timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await expect.soft(inside === undefined ? page : page.locator(inside)).toHaveScreenshot(`${name}.png`);
}
