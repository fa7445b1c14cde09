import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { open, pick, saveAs } from "./page/documents.ts";
import { settled } from "./page/explore.ts";

// Written for this test: two airlines that share their routes.
const TEXT = `North Air and South Air have shared their routes since 2015. Together they fill planes that neither could fill alone.

Fuel has become dear, and North Air has ordered planes that South Air cannot pay for. Its pilots earn twice as much as those of its partner.

The pilots of South Air have struck twice. Each strike cost North Air more than the whole year's saving.

A cheap rival flies the same routes. As long as it grows, both need each other; the day it fails, each could do without.

The contract can be ended with a year's notice. In the short run nothing will happen; in the long run the partnership may end.`;

/** Selects words of a paragraph as a reader would: caret before them, then Shift and the arrow key. */
async function select(page: Page, paragraph: string, words: string) {
  const field = page.getByRole("textbox", { name: `Paragraph ${paragraph}`, exact: true });
  const start = (await field.inputValue()).indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  await field.focus();
  await field.evaluate((node: HTMLTextAreaElement, at) => node.setSelectionRange(at, at), start);
  await page.keyboard.down("Shift");
  for (const _ of words) await page.keyboard.press("ArrowRight");
  await page.keyboard.up("Shift");
}

const FACTOR = { apart: "Factor: pulls them apart", hold: "Factor: holds them together" } as const;

const PARTS = [
  ["P1", "fill planes", "Shared planes", FACTOR.hold],
  ["P2", "Fuel has become dear", "Price of fuel", FACTOR.apart],
  ["P2", "ordered planes", "Unequal means", FACTOR.apart],
  ["P2", "earn twice as much", "Unequal pay", FACTOR.apart],
  ["P3", "struck twice", "Strikes", FACTOR.apart],
  ["P4", "cheap rival", "Cheap rival", FACTOR.hold],
  ["P5", "year's notice", "Easy way out", FACTOR.apart],
  ["P3", "cost North Air", "Cost of the partner", "Mechanism"],
  ["P2", "cannot pay", "Envy", "Mechanism"],
  ["P4", "both need each other", "Need of each other", "Mechanism"],
  ["P5", "may end", "Talk of ending", "Mechanism"],
] as const;

const SENTENCES = [
  ["Cost of the partner", ["Strikes", "Price of fuel"]],
  ["Envy", ["Unequal pay", "Unequal means"]],
  ["Need of each other", ["Shared planes", "Cheap rival"]],
  ["Talk of ending", ["Cost of the partner", "Envy"]],
  ["Pressure", ["Talk of ending", "Need of each other", "Easy way out"]],
] as const;

async function choose(page: Page, list: string | RegExp, item: string, nth = 0) {
  await page.getByRole("button", { name: list }).nth(nth).click();
  await page.getByRole("option", { name: item, exact: true }).last().click();
}

test("a new author makes a case of twelve parts from a pasted text, takes steps back, saves and reopens it", async ({
  started,
  page,
  folder,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  await settled(page);
  const main = page.locator('main[data-screen="author"]');
  const answer = page.getByTestId("answer");
  const mechanisms = main.getByRole("listbox", { name: "Mechanisms" }).getByRole("option");

  await page.keyboard.press("Control+n");
  await page.getByRole("textbox", { name: "One partner" }).fill("North Air");
  await page.getByRole("textbox", { name: "The other" }).fill("South Air");
  await page.getByRole("textbox", { name: /^The event/ }).fill("the airlines part");
  await page.getByRole("button", { name: "Make the case" }).click();

  await page.getByRole("textbox", { name: "The text" }).fill(TEXT);
  await page.getByRole("button", { name: "Number the paragraphs" }).click();
  await expect(page.getByRole("textbox", { name: /^Paragraph P/ })).toHaveCount(5);
  for (const [paragraph, words, name, kind] of PARTS) {
    await select(page, paragraph, words);
    await page.getByRole("textbox", { name: "Name of what is made of the selected words" }).fill(name);
    await page.getByRole("button", { name: kind, exact: true }).click();
    await expect(main.getByRole("button", { name, exact: true }).first()).toBeVisible();
  }

  await page.getByRole("tab", { name: "Mechanisms" }).click();
  const before = await answer.textContent();
  for (const [mechanism, causes] of SENTENCES) {
    await main.getByRole("option", { name: new RegExp(`^${mechanism}`) }).click();
    for (const cause of causes) await choose(page, /Add a sentence/, cause);
  }
  // What is needed holds the pressure down.
  await choose(page, /What Need of each other does/, "lowers");
  await expect(page.getByRole("group", { name: "Need of each other and Pressure" })).toContainText("lowers");
  await expect.poll(() => answer.textContent()).not.toBe(before);

  // Each step back has a name; all of them lead to the start, and forth again to the same answer.
  const made = await answer.textContent();
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  await expect(undo).toHaveAccessibleName("Undo what moves Pressure");
  let steps = 0;
  for (; await undo.isEnabled(); steps++) await undo.click();
  expect(steps).toBeGreaterThan(20);
  await expect(mechanisms).toHaveCount(1);
  const redo = page.getByRole("banner").getByRole("button", { name: /^Redo/ });
  while (await redo.isEnabled()) await redo.click();
  await expect(answer).toHaveText(made ?? "");

  const path = join(folder, "airlines.entente");
  await saveAs(started, path);
  await expect(page.getByRole("contentinfo")).toContainText("Saved airlines.entente");
  await page.getByRole("button", { name: /: case menu$/ }).click();
  await page.getByRole("menuitem", { name: "Russia and Iran in Syria" }).click();
  await expect(page.getByRole("button", { name: "Russia and Iran in Syria: case menu" })).toBeVisible();
  await open(started, path);
  await pick(started, path);
  await expect(page.getByRole("button", { name: "North Air and South Air: case menu" })).toBeVisible();
  await page.keyboard.press("Control+7");
  await page.getByRole("tab", { name: "Text" }).click();
  await expect(page.getByRole("textbox", { name: "Paragraph P5" })).toHaveValue(/year's notice/);
  await page.getByRole("tab", { name: "Mechanisms" }).click();
  await expect(mechanisms).toHaveCount(5);
  await expect(answer).toHaveText(made ?? "");
});

test("a box of the map is moved by arrow keys, stays there, and one step back takes it home", async ({
  page,
}) => {
  await settled(page);
  await page.keyboard.press("Control+7");
  await page.getByRole("tab", { name: "Try" }).click();
  const box = page.getByRole("button", { name: /^Israeli strikes: column/ });
  const home = await box.getAttribute("aria-label");
  await box.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(box).not.toHaveAttribute("aria-label", home ?? "");
  await page.getByRole("tab", { name: "Try" }).focus();
  await page.keyboard.press("Control+z");
  await expect(box).toHaveAttribute("aria-label", home ?? "");
});

test("a network says where it is edited", async ({ started, page, folder }) => {
  const { writeFile } = await import("node:fs/promises");
  await settled(page);
  const path = join(folder, "rain.bif");
  await writeFile(
    path,
    "network rain { }\nvariable rain { type discrete [ 2 ] { yes, no }; }\nprobability ( rain ) { table 0.2, 0.8; }\n",
  );
  await open(started, path);
  await pick(started, path);
  await page.locator("#network").waitFor();
  await page.keyboard.press("Control+7");
  await expect(page.getByRole("contentinfo")).toContainText("edited here, on the network screen");
});
