import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { endEdition, launchBrowser, startEdition } from "../edition.ts";
import { on, settled } from "../page/explore.ts";

/** A program's folders, made for one measurement and taken away after it. */
export async function withFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Opens the browser edition in a window of usual size, past the tour.
 * @param text of the case; absent: the shipped one
 */
export async function withWindow<T>(act: (page: Page) => Promise<T>, text?: string): Promise<T> {
  return withFolder(async (folder) => {
    const file = join(folder, "case.entente");
    if (text !== undefined) writeFileSync(file, text);
    const edition = await startEdition(join(folder, "state"), folder, text === undefined ? [] : [file]);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(edition.url);
      await settled(page);
      return await act(page);
    } finally {
      await browser.close();
      await endEdition(edition, "SIGKILL");
    }
  });
}

/** Milliseconds from the program's start to its address, and to a number on the screen. */
export async function start(browser: Browser, folder: string): Promise<{ address: number; answer: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const begin = performance.now();
  const edition = await startEdition(join(folder, "state"), folder);
  try {
    const address = performance.now() - begin;
    await page.goto(edition.url, { waitUntil: "commit" });
    await on(page).number.waitFor();
    return { address, answer: performance.now() - begin };
  } finally {
    await page.close();
    await endEdition(edition, "SIGTERM");
  }
}
