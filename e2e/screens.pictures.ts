import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "./app.ts";
import { endEdition, launchBrowser, startEdition } from "./edition.ts";
import { openExport } from "./page/exports.ts";
import { command, on, pastTour } from "./page/explore.ts";
import { golden, type Look, steadyPage } from "./page/steady.ts";

const CASES = join(import.meta.dirname, "../assets/cases");

// Every screen of the window, as it is at the start of the first shipped case.

const NETWORK = `network clinic { }
variable smoke { type discrete [ 2 ] { yes, no }; }
variable cough { type discrete [ 3 ] { none, some, much }; }
variable ill { type discrete [ 2 ] { yes, no }; }
probability ( smoke ) { table 0.3, 0.7; }
probability ( ill | smoke ) { (yes) 0.2, 0.8; (no) 0.05, 0.95; }
probability ( cough | ill, smoke ) { (yes, yes) 0.1, 0.3, 0.6; (yes, no) 0.2, 0.4, 0.4; (no, yes) 0.5, 0.3, 0.2; (no, no) 0.8, 0.15, 0.05; }
`;

/** The main screen of a case once its answer and its range are there. */
async function atRest(page: Page): Promise<void> {
  await page.locator('[data-region="answer"][aria-busy="false"]').waitFor({ timeout: 60_000 });
}

async function withPage(
  { userData, folder }: { readonly userData: string; readonly folder: string },
  look: Look,
  show: (page: Page) => Promise<void>,
  named?: string,
): Promise<void> {
  const edition = await startEdition(userData, folder, named === undefined ? [] : [named]);
  const browser = await launchBrowser();
  try {
    await show(await steadyPage(browser, edition.url, look));
  } finally {
    await browser.close();
    await endEdition(edition, "SIGTERM");
  }
}

const skip = (page: Page) => page.getByRole("button", { name: "Skip to the numbers" }).click();
const SCREENS = ["explore", "compare", "tipping", "evidence", "judgement", "workshop", "editor"] as const;

test("the window, screen by screen", async ({ userData, folder }) => {
  await withPage({ userData, folder }, {}, async (page) => {
    await atRest(page);
    await golden(page, "screen-first-run");
    await skip(page);
    for (const [i, name] of SCREENS.entries()) {
      await page.keyboard.press(`Control+${i + 1}`);
      await page.waitForTimeout(1500);
      if (name === "compare") await page.getByText("Working out the scenarios").waitFor({ state: "hidden" });
      await golden(page, `screen-${name}`);
    }
    for (const name of ["Trail", "Full argument"]) {
      await page.keyboard.press("Control+1");
      await command(page, name);
      await page.waitForTimeout(800);
      await golden(page, `screen-${name.toLowerCase().replace(" ", "-")}`);
    }
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+1");
    for (const [keys, name] of [
      ["Control+k", "palette"],
      ["?", "shortcuts"],
      ["Control+n", "new-case"],
    ] as const) // prettier-ignore
    {
      await page.keyboard.press(keys);
      await on(page).dialog.waitFor();
      await golden(page, `window-${name}`);
      await page.keyboard.press("Escape");
    }
    for (const tab of ["Chart", "Data", "Slides", "Report", "Bundle"]) {
      const dialog = await openExport(page, tab);
      await page.waitForTimeout(2500);
      await golden(page, `export-${tab.toLowerCase()}`);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    }
  });
});

for (const [name, look] of [
  ["small", { width: 1024, height: 640 }],
  ["dark", { dark: true }],
] as const)
  test(`the main screens: ${name}`, async ({ userData, folder }) => {
    await withPage({ userData, folder }, look, async (page) => {
      await atRest(page);
      await skip(page);
      for (const i of [0, 1, 2, 3, 4, 5]) {
        await page.keyboard.press(`Control+${i + 1}`);
        await page.waitForTimeout(1500);
        await golden(page, `screen-${SCREENS[i] ?? ""}-${name}`);
      }
      if (name === "dark") {
        await page.keyboard.press("Control+1");
        await command(page, "Theme: high contrast");
        await golden(page, "screen-explore-contrast-dark");
      }
    });
  });

for (const [name, look] of [
  ["", {}],
  ["-small-dark", { width: 1024, height: 640, dark: true }],
] as const)
  test(`the case editor, page by page${name}`, async ({ userData, folder }) => {
    await withPage({ userData, folder }, look, async (page) => {
      await atRest(page);
      await skip(page);
      await page.keyboard.press("Control+7");
      const tabs = page.getByRole("tablist", { name: "Pages of the case editor" }).getByRole("tab");
      await tabs.first().waitFor();
      for (const tab of await tabs.all()) {
        await tab.click();
        await page.waitForTimeout(1500);
        const title = ((await tab.textContent()) ?? "").toLowerCase().replace(/[^a-z]+/g, "-");
        await golden(page, `editor-${title}${name}`);
      }
    });
  });

for (const [name, look] of [
  ["", {}],
  ["-dark", { dark: true }],
] as const)
  test(`a settled case${name}`, async ({ userData, folder }) => {
    const path = join(folder, "settled.entente");
    await copyFile(join(CASES, "china-vietnam-1975.entente"), path);
    await withPage(
      { userData, folder },
      look,
      async (page) => {
        await on(page).status.getByText("settled.entente", { exact: true }).waitFor();
        await pastTour(page);
        await atRest(page);
        await golden(page, `settled-explore${name}`);
        await page
          .getByRole("navigation", { name: "Screens" })
          .getByRole("button", { name: "Verdict" })
          .click();
        await page.waitForTimeout(1500);
        await golden(page, `settled-verdict${name}`);
      },
      path,
    );
  });

test("another program's network", async ({ userData, folder }) => {
  const path = join(folder, "clinic.bif");
  await writeFile(path, NETWORK);
  await withPage(
    { userData, folder },
    {},
    async (page) => {
      await page.locator("#network").waitFor();
      await page.waitForTimeout(1500);
      await golden(page, "screen-network");
    },
    path,
  );
});
