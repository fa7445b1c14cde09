import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { append, newSession } from "../app/model/session/chain.ts";
import { ballotPaper, readBallot } from "../app/model/session/ballot.ts";
import { ballotPage } from "../app/model/session/ballot-page.ts";
import { goTo } from "../app/model/session/commands.ts";
import { SETUP } from "../app/model/session/session.test-help.ts";
import { stateOf } from "../app/model/session/state.ts";
import { METHODS } from "../app/model/session/types.ts";
import { expect, test } from "./app.ts";
import { launchBrowser } from "./edition.ts";
import { findings } from "./page/axe.ts";

/* A ballot in one file, opened from a folder by any browser: no program, no network, no server. */

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchBrowser();
});
test.afterAll(() => browser.close());

const AT = "2026-02-03T09:00:00.000Z";
/** What is typed where one number a factor is asked for. */
const NUMBERS = { swing: [50, 100, 0], rank: [2, 1, 3], points: [20, 50, 30], slider: [3, 9, 0] } as const;

for (const method of METHODS)
  test(`a ballot asked by ${method} is filled in from a file and taken back`, async ({ folder }) => {
    const setup = { ...SETUP, method };
    const opened = newSession("s", setup, AT);
    const session = append(opened, goTo(setup, stateOf(opened), "round1"), AT);
    const path = join(folder, "ballot.html");
    writeFileSync(path, ballotPage(ballotPaper(session, "r1")));
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, offline: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path).href);
    expect(await findings(page)).toEqual([]);

    const save = page.getByRole("button", { name: "Save my answer as a file" });
    const said = page.getByRole("status").last();
    await save.click();
    await expect(said).toHaveText("Write a name or seat first.");
    await page.getByLabel("A name or seat").fill("Seat 4");
    for (const [label, value] of [
      ["Lowest", "10"],
      ["Best guess", "20"],
      ["Highest", "40"],
    ] as const)
      for (const field of await page.getByLabel(`${label}, percent`).all()) await field.fill(value);
    if (method === "bestWorst") {
      await save.click();
      await expect(said).toContainText("Choose what pushes furthest");
      await page.getByLabel("Pushes furthest").selectOption("B");
      await page.getByLabel("Pushes least").selectOption("C");
      await page.getByLabel("Against A").selectOption("2 times as far");
      await page.getByLabel("Against C").selectOption("8 times as far");
      const others = page.locator("fieldset").filter({ hasText: "do the others push?" });
      await others.getByRole("combobox").selectOption("4 times as far");
    } else if (method === "pairs") {
      await page.getByLabel("A or B?").selectOption("B, 2 times as far");
      await page.getByLabel("A or C?").selectOption("A, 2 times as far");
      await save.click();
      await expect(said).toContainText("Choose one for “B or C?”");
      await page.getByLabel("B or C?").selectOption("C, 9 times as far");
      await expect(page.getByText(/contradict each other \(\d\.\d\d; up to 0\.10 is fine\)/)).toBeVisible();
      await page.getByLabel("B or C?").selectOption("B, 4 times as far");
      await expect(page.getByText("agree with each other (0.00")).toBeVisible();
    } else
      for (const [i, { label }] of setup.factors.entries())
        await page.getByLabel(label, { exact: true }).first().fill(String(NUMBERS[method][i]));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    const downloading = page.waitForEvent("download");
    await save.click();
    const file = join(folder, "answer.json");
    await (await downloading).saveAs(file);
    const read = readBallot(session, readFileSync(file, "utf8"));
    expect(read).toMatchObject({ ok: true, value: { name: "Seat 4", response: { weights: { method } } } });
    if (!read.ok) return;
    const { weights } = read.value.response;
    if (weights?.method === "bestWorst")
      expect(weights).toMatchObject({
        best: "b",
        worst: "c",
        bestTo: { a: 2, b: 1, c: 8 },
        toWorst: { a: 4, b: 8, c: 1 },
      });
    if (weights?.method === "pairs")
      expect(weights.pairs).toEqual([
        ["a", "b", 1 / 2],
        ["a", "c", 2],
        ["b", "c", 4],
      ]);
    await context.close();
    expect(complaints).toEqual([]);
  });
