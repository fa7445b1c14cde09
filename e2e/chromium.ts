import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findChromium } from "../app/browser/chromium.ts";

/** The Chromium to test in: CHROMIUM_PATH, the system's, Playwright's own; null when there is none. */
export function testChromium(): string | null {
  const own = chromium.executablePath();
  return findChromium() ?? (existsSync(own) ? own : null);
}

/** The same, or the end of the run: a test that cannot be run has not passed. */
export function testChromiumOrEnd(): string {
  const found = testChromium();
  if (found !== null) return found;
  console.error(
    "No Chromium was found to test in: run `npx playwright install chromium`, or name one in CHROMIUM_PATH.",
  );
  process.exit(1);
}
