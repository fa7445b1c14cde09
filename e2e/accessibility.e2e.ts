import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { findings } from "./page/axe.ts";
import { open, pick } from "./page/documents.ts";
import { command, on, settled } from "./page/explore.ts";
import { misfits } from "./page/layout.ts";

// The page is the same in both hosts: one of them shows it here.

/** Every theme, and what the system asks for when an untouched app shows it. */
const THEMES = [
  ["light", { colorScheme: "light", contrast: "no-preference" }],
  ["dark", { colorScheme: "dark", contrast: "no-preference" }],
  ["contrast", { colorScheme: "light", contrast: "more" }],
  ["contrast-dark", { colorScheme: "dark", contrast: "more" }],
] as const;

/** What axe finds on screen as it is, in each theme in turn: in the first by every rule, in the others by those of colour. */
async function inEveryTheme(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, wish] of THEMES) {
    await page.emulateMedia({ ...wish, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await page.waitForTimeout(200);
    const here = await findings(page, theme === "light" ? "all" : "colour");
    found.push(...here.map((one) => `${name}, ${theme}: ${one}`));
  }
  await page.emulateMedia(THEMES[0][1]);
  return found;
}

type Places = readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[];

/** What axe finds on the way through places, each given some milliseconds to be drawn whole. */
async function onTheWay(page: Page, places: Places, wait: number): Promise<string[]> {
  const found: string[] = [];
  for (const [name, go] of places) {
    await go(page);
    await page.waitForTimeout(wait);
    found.push(...(await inEveryTheme(page, name)));
  }
  return found;
}

/** Everything there is to look at, each with how to get there; what is opened is left by Escape. */
const PLACES: Places = [
  ["why", (page) => page.getByRole("tab", { name: /^Why/ }).click()],
  ["selection", (page) => page.getByRole("button", { name: "Israeli strikes: show details" }).click()],
  ["article", (page) => page.getByRole("tab", { name: "Article", exact: true }).click()],
  ["now", (page) => page.keyboard.press("n")],
  [
    "compare",
    async (page) => {
      await page.keyboard.press("Control+2");
      await page
        .getByRole("img", { name: /^Break/ })
        .first()
        .waitFor();
    },
  ],
  ["tour", (page) => command(page, "The argument in one minute")],
];
/** The evidence screen, with something in each of its parts. */
const EVIDENCE: Places = [
  ["new item", (page) => page.keyboard.press("e")],
  ["every sign", (page) => page.getByRole("radiogroup", { name: "Signs" }).getByText("Board").click()],
  ["what happened next", (page) => page.getByRole("tab", { name: "What happened next" }).click()],
  ["a full log", (page) => page.getByRole("button", { name: "Add and count" }).click()],
];
/** The judgement with marks in its text, and the trail of what was done. */
const JUDGEMENT: Places = [
  ["judgement, empty", (page) => page.keyboard.press("Control+5")],
  ["judgement, checks", (page) => page.getByRole("textbox", { name: "Why" }).fill("With low confidence a break is likely. It could come.")],
  ["judgement, words", (page) => page.getByRole("button", { name: /^Pick/ }).click()],
  ["trail", async (page) => { await page.keyboard.press("Escape"); await command(page, "Trail"); }],
]; // prettier-ignore
const OPENED: Places = [
  ["full argument", (page) => page.keyboard.press("f")],
  ["tipping points", (page) => page.keyboard.press("Control+3")],
  ["what to watch", (page) => page.getByRole("radio", { name: "What to watch" }).click({ force: true })],
  ["explore again", (page) => page.keyboard.press("Control+1")],
  ["shortcuts", (page) => page.keyboard.press("Shift+?")],
  ["palette", (page) => page.keyboard.press("Control+k")],
  ["about", (page) => command(page, "About Entente")],
  ["open", (page) => page.keyboard.press("Control+o")],
  ["save as", (page) => page.keyboard.press("Control+Shift+S")],
  ["case menu", (page) => page.getByRole("button", { name: /: case menu$/ }).click()],
  ["states", (page) => page.getByRole("button", { name: /State of Israeli strikes/ }).click()],
  ["views", (page) => page.getByRole("button", { name: "What the views mean" }).click()],
  ["confidence", (page) => page.getByRole("button", { name: /^Confidence/ }).click()],
  ["settings", (page) => page.getByRole("button", { name: "Settings" }).click()],
  ["scenario menu", (page) => page.getByRole("button", { name: /^Open scenario: rename/ }).click()],
  ["scenario in words", (page) => command(page, "Story, mark and changes")],
];

test("nobody is shut out", async ({ page }) => {
  test.slow();
  await settled(page);
  const found: string[] = [];
  const look = async (name: string) => found.push(...(await inEveryTheme(page, name)));
  found.push(...(await onTheWay(page, PLACES, 150)));
  await page.getByRole("button", { name: "Skip to the numbers" }).click();
  for (const [name, go] of OPENED) {
    await go(page);
    await page.waitForTimeout(150);
    await look(name);
    // The first leaves what is open, or else the selection; the second the full argument.
    for (let i = 0; i < 2; i++) await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
  }
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  await on(page).dialog.getByRole("button", { name: "No marking" }).waitFor();
  await look("marking");
  await on(page).dialog.getByRole("button", { name: "No marking" }).click();
  await on(page).dialog.getByRole("img").first().waitFor();
  await look("export");
  for (const tab of ["Data", "Slides", "Report", "Bundle"]) {
    await on(page).dialog.getByRole("tab", { name: tab }).click();
    await page.waitForTimeout(1000);
    await look(`export, ${tab}`);
  }
  expect(found).toEqual([]);
});

test("nobody is shut out of the evidence", async ({ page }) => {
  test.slow();
  await settled(page);
  expect(await onTheWay(page, EVIDENCE, 400)).toEqual([]);
});

test("nobody is shut out of judgement and trail", async ({ page }) => {
  await settled(page);
  expect(await onTheWay(page, JUDGEMENT, 400)).toEqual([]);
});

/** A judgement frozen, told how it came out, and the reading of the scores. */
const SCORED: Places = [
  ["freeze", async (page) => { await page.keyboard.press("Control+5"); await page.getByRole("button", { name: "Freeze judgement…" }).click(); }],
  ["frozen", async (page) => { const { dialog } = on(page); await dialog.getByRole("textbox").fill("A trial."); await dialog.getByRole("button", { name: "Freeze all the same" }).click(); await page.getByRole("button", { name: /open until|can be scored/ }).click(); }],
  ["how it came out", async (page) => { await page.getByRole("button", { name: "Back to writing" }).click(); await page.getByRole("button", { name: "Say how it came out…" }).click(); }],
  ["scores", async (page) => {
    const { dialog } = on(page);
    for (const group of await dialog.getByRole("radiogroup").all()) await group.getByText("No break").click();
    await dialog.getByRole("textbox", { name: /By which rule/ }).fill("No rule was met.");
    await dialog.getByRole("button", { name: "Keep" }).click();
    await page.getByRole("button", { name: /scored/ }).click();
    await page.getByRole("figure", { name: "Calibration" }).getByRole("img").waitFor();
  }],
  ["verdict", (page) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Verdict" }).click()],
]; // prettier-ignore

test("nobody is shut out of tipping points and scores", async ({ page }) => {
  test.slow();
  await settled(page);
  const found: string[] = [];
  const look = async (name: string) => found.push(...(await inEveryTheme(page, name)));
  await page.keyboard.press("Control+3");
  const main = page.locator('main[data-screen="tipping"]');
  await main.getByRole("button", { name: "As scenario" }).first().waitFor();
  await page.waitForTimeout(1500);
  await look("tipping points");
  await main.getByText("By weight").click();
  await page.waitForTimeout(2000);
  await look("tipping points by weight");
  found.push(...(await onTheWay(page, SCORED, 400)));
  expect(found).toEqual([]);
});

async function fromList(page: Page, list: RegExp, letters: string): Promise<void> {
  await page.getByRole("button", { name: list }).first().click();
  await page.getByRole("listbox", { name: list }).waitFor();
  await page.keyboard.type(letters);
  await page.keyboard.press("Enter");
}

/** The case editor, page by page, with what opens on them. */
const EDITOR: Places = [
  ["new case", (page) => page.keyboard.press("Control+n")],
  ["paste", async (page) => { await page.keyboard.press("Escape"); await page.keyboard.press("Control+7"); }],
  ["text", async (page) => { await page.getByRole("textbox", { name: "The text" }).fill("One.\n\nTwo words."); await page.getByRole("button", { name: "Number the paragraphs" }).click(); await page.getByRole("textbox", { name: "Paragraph P2" }).focus(); await page.keyboard.press("Control+a"); }],
  ...["Question", "Factors", "Mechanisms", "Outcome", "Check", "Try"].map((name) => [name, (page: Page) => page.getByRole("tab", { name, exact: true }).click()] as const),
  ["a row of a table", async (page) => { await page.getByRole("tab", { name: "Mechanisms" }).click(); await page.getByRole("region", { name: "What this says" }).getByRole("button").first().click(); }],
  ["rule in parts", (page) => fromList(page, /By whose level/, "Iranian military")],
  ["circle refused", (page) => fromList(page, /Add a sentence/, "Pressure")],
  ["a claim", (page) => page.getByRole("region", { name: "Claims" }).getByRole("button", { name: /the author/ }).first().click()],
]; // prettier-ignore

test("nobody is shut out of the case editor", async ({ page }) => {
  test.slow();
  await settled(page);
  expect(await onTheWay(page, EDITOR, 900)).toEqual([]);
});

const WEATHER = `network weather { }
variable rain { type discrete [ 2 ] { yes, no }; }
variable sprinkler { type discrete [ 2 ] { on, off }; }
variable grass { type discrete [ 2 ] { wet, dry }; }
probability ( rain ) { table 0.2, 0.8; }
probability ( sprinkler | rain ) { (yes) 0.01, 0.99; (no) 0.4, 0.6; }
probability ( grass | sprinkler, rain ) { (on, yes) 0.99, 0.01; (on, no) 0.9, 0.1; (off, yes) 0.8, 0.2; (off, no) 0, 1; }
`;

test("nobody is shut out of networks and history", async ({ started, page, folder }) => {
    test.slow();
    await settled(page);
    const found: string[] = [];
    const look = async (name: string) => {
      await page.waitForTimeout(1200);
      found.push(...(await inEveryTheme(page, name)));
    };
    await page.getByRole("button", { name: /: case menu$/ }).click();
    await page.getByRole("menuitem", { name: "Soviet Union and Egypt, 1971" }).click();
    await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Verdict" }).click();
    await page.locator('#said svg[role="img"]').waitFor();
    await look("verdict");
    const path = join(folder, "weather.bif");
    await writeFile(path, WEATHER);
    await open(started, path);
    await pick(started, path);
    await page.locator("#network").waitFor();
    await look("network");
    expect(found).toEqual([]);
  }); // prettier-ignore

test("nothing is cut off or scrolls sideways, from 1024 × 640 to 1920 × 1080 and enlarged by half", async ({ page }) => {
  await settled(page);
  const found: string[] = [];
  for (const [width, height] of [[1440, 900], [1280, 800], [1024, 640], [853, 533], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(400);
    const look = async (name: string) => {
      await page.waitForTimeout(150);
      // On the smallest window the whole argument is read by scrolling; so is any map enlarged by half.
      const scrolled = width < 1024 || (width === 1024 && name === "full argument");
      const faults = (await misfits(page)).filter((one) => !scrolled || !one.includes("scrolls sideways"));
      const main = await page.locator("main").boundingBox();
      if (!main || main.y + main.height < height - 60) faults.push("the screen does not fill its room");
      found.push(...faults.map((one) => `${width} × ${height}, ${name}: ${one}`));
    };
    await page.keyboard.press("l");
    await look("long run");
    await page.keyboard.press("n");
    await look("now");
    await command(page, "Israeli strikes on");
    await look("selection");
    await page.keyboard.press("f");
    await look("full argument");
    for (let i = 0; i < 2; i++) await page.keyboard.press("Escape");
    for (const tab of ["Map", "Why", "Outcomes"]) {
      const choice = page.getByRole("radiogroup", { name: "View", exact: true }).getByText(tab, { exact: true });
      if (!(await choice.isVisible())) continue;
      await choice.click();
      await look(tab);
    }
    await page.keyboard.press("Control+3");
    await page.waitForTimeout(1500);
    await look("tipping points");
    for (const tab of ["One change", "Smallest sets", "Two factors", "What to watch"]) {
      const choice = page.locator('main[data-screen="tipping"]').getByRole("radiogroup").getByText(tab, { exact: true });
      if (!(await choice.isVisible())) continue;
      await choice.click();
      await look(tab);
    }
    await page.keyboard.press("Control+1");
    await command(page, "The argument in one minute");
    await look("tour");
    await page.getByRole("button", { name: "Skip to the numbers" }).click();
  }
  expect(found).toEqual([]);
}); // prettier-ignore
