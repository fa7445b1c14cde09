import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Case } from "../app/model/case/types.ts";
import { expect, test } from "./app.ts";
import { open, pick, saveAs } from "./page/documents.ts";
import { settled } from "./page/explore.ts";

// Written for this test: two airlines that share their routes.
const TEXT = `North Air and South Air have shared their routes since 2015. Together they fill planes that neither could fill alone, and their passengers change from one to the other without a second ticket. Before that year each of them flew half empty over the mountains, four days a week, and lost money on every flight. The agreement turned two losers into one modest winner, and both boards still open their yearly reports with it. It was signed for ten years, with a clause that lets either side leave sooner. Nobody thought then that the clause would ever be read again.

Fuel has become dear, and North Air has ordered planes that South Air cannot pay for. Its pilots earn twice as much as those of its partner, fly fewer hours and sleep in better hotels; on the shared routes the two crews meet every evening and compare. The finance office of South Air calculates that a new fleet would take it eleven years. North Air calculates that it cannot wait for so long, since the old planes burn a third more. In public both speak of patience. In their own meetings each speaks of being held back, the one by poverty, the other by arrogance.

The pilots of South Air have struck twice. Each strike cost North Air more than the whole year's saving, because its own passengers stood in the wrong airport without a plane to take them home. After the second strike its chairman asked aloud why he should pay for quarrels at which he has no seat. The answer of the unions was that he may have a seat as soon as he pays their members what he pays his own. Since then a third strike has been threatened three times and called off three times, always at night, always at the last hour.

A cheap rival flies the same routes. As long as it grows, both need each other; the day it fails, each could do without. It has grown by a tenth in every year since 2017, out of an airport that belongs to a county and asks for no fees. Its owner has said that he means to sell once the two others have parted, for then there would be a buyer. Some take this for a joke. The two airlines do not: they have agreed, on paper and at some length, to match each of his prices for as long as either of them can bear it, and to open their books to each other while they do.

The contract can be ended with a year's notice. In the short run nothing will happen; in the long run the partnership may end. Lawyers on both sides hold that the end would be cheap, since each has kept its own planes, its own brand and its own slots. What could not be divided is the one thing that passengers value, the single ticket. A minister who wants two airlines in the country rather than one has promised to stay out of it, and his successor has promised nothing. The partners have not met in public since spring. The next talks are set for autumn, in a town that neither of them serves.`;

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

async function choose(page: Page, list: string | RegExp, item: string | RegExp) {
  await page.getByRole("button", { name: list }).first().click();
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
  const turnTo = (name: string) => page.getByRole("tab", { name, exact: true }).click();
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  /** The case as a file has it, but for the steps that led there. */
  const saved = async (name: string): Promise<Omit<Case, "history">> => {
    await saveAs(started, join(folder, name));
    await expect(page.getByRole("contentinfo")).toContainText(`Saved ${name}`);
    const { history: _, ...rest } = JSON.parse(await readFile(join(folder, name), "utf8")) as Case;
    return rest;
  };
  const answer = page.getByTestId("answer");
  const mechanisms = main.getByRole("listbox", { name: "Mechanisms" }).getByRole("option");

  await page.keyboard.press("Control+n");
  await page.getByRole("textbox", { name: "One partner" }).fill("North Air");
  await page.getByRole("textbox", { name: "The other" }).fill("South Air");
  await page.getByRole("textbox", { name: /^The event/ }).fill("the airlines part");
  await page.getByRole("button", { name: "Make the case" }).click();
  const blank = await saved("blank.entente");

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

  await test.step("the question, its periods, its outcomes and how often it ends", async () => {
    await turnTo("Question");
    await main.getByRole("textbox", { name: "As of" }).fill("2025-06-01");
    await main.getByRole("textbox", { name: "The question", exact: true }).fill("Do the airlines part?");
    await main.getByRole("button", { name: "Add a horizon" }).click();
    await main.getByRole("button", { name: "Remove Medium term" }).click();
    await expect(main.getByText("3 of at most 4")).toBeVisible();
    // What says when a period ends goes on to say so.
    await expect(main.getByRole("textbox", { name: "In a sentence" }).nth(1)).toHaveValue(
      "within eight years",
    );
    await turnTo("Outcome");
    await main.getByRole("button", { name: "Add a kind of break" }).click();
    await main.getByRole("textbox", { name: "Name of the outcome" }).last().fill("It ends in court");
    await main
      .getByRole("textbox", { name: "How one would know It ends in court" })
      .fill("One sues the other.");
    await main.getByRole("textbox", { name: "As the text sees it: how many of 100 end" }).fill("50");
    await main.getByRole("textbox", { name: "Seen from outside, very high: percent in a year" }).fill("9");
  });
  await test.step("states in words, a weight, a state of one period", async () => {
    await turnTo("Factors");
    await main.getByRole("option", { name: "Strikes" }).click();
    await main.getByRole("textbox", { name: "What very low looks like" }).fill("No strike in a year");
    await main.getByRole("textbox", { name: "What very high looks like" }).fill("A strike every month");
    await main.getByRole("textbox", { name: "As in the text" }).fill("7");
    await main.getByRole("combobox", { name: "State of Strikes, Now" }).selectOption({ label: "very high" });
  });
  await test.step("a condition, and a row of a table set by hand", async () => {
    await turnTo("Mechanisms");
    await mechanisms.filter({ hasText: "Talk of ending" }).click();
    await choose(page, /Add a condition to the sentence about Envy/, /^needs/);
    await choose(page, /Condition: /, "Unequal means");
    await expect(page.getByRole("group", { name: "Envy and Talk of ending" })).toContainText("nothing below");
    await main.getByRole("table").getByRole("button").last().click();
    await main.getByRole("button", { name: "Pin this row" }).click();
    await expect(main.getByRole("button", { name: "Take the row set by hand back" })).toBeVisible();
    // What is said aloud only, below the edge, does not let the window slide out of its frame.
    const slid = await page.evaluate(() => {
      document.documentElement.scrollTop = 400;
      return document.documentElement.scrollTop;
    });
    expect(slid).toBe(0);
  });
  await test.step("what the check finds is put right by its buttons", async () => {
    await turnTo("Factors");
    await main.getByRole("textbox", { name: "Name of a new factor" }).fill("Weather");
    await main.getByRole("button", { name: "Add", exact: true }).click();
    await turnTo("Mechanisms");
    await main.getByRole("textbox", { name: "Name of a new mechanism" }).fill("Weather");
    await main.getByRole("button", { name: "Add", exact: true }).click();
    await turnTo("Check");
    const found = main.getByRole("region", { name: "To look at" });
    for (const [said, mended] of [
      ["Nothing moves", "Let “Weather” move it"],
      ["Two parts are called", "Call the second “Weather (2)”"],
      ["“Weather (2)” leads to nothing", "Let it raise “Pressure”"],
      ["“Pressure” names no paragraph", "Link P2, P4, P5, from its causes"],
      ["names no paragraph", "Mark it as beyond the text"],
    ] as const) {
      const finding = found.getByRole("listitem").filter({ hasText: said });
      await expect(finding).not.toHaveCount(0);
      for (let left = await finding.count(); left > 0; left = await finding.count()) {
        await finding.first().getByRole("button", { name: mended }).click();
        await expect(finding).toHaveCount(left - 1);
      }
    }
    await expect(found).toContainText("Nothing: every part has");
  });
  const made = await answer.textContent();
  const whole = await saved("whole.entente");
  await test.step("back to the blank, and forth again to the same case", async () => {
    let steps = 0;
    for (; await undo.isEnabled(); steps++) await undo.click();
    expect(steps).toBeGreaterThan(45);
    expect(await saved("back.entente")).toEqual(blank);
    const redo = page.getByRole("banner").getByRole("button", { name: /^Redo/ });
    while (await redo.isEnabled()) await redo.click();
    await expect(answer).toHaveText(made ?? "");
    expect(await saved("airlines.entente")).toEqual(whole);
  });
  await test.step("closed and opened again, it is the same", async () => {
    await page.getByRole("button", { name: /: case menu$/ }).click();
    await page.getByRole("menuitem", { name: "Russia and Iran in Syria" }).click();
    await expect(page.getByRole("button", { name: "Russia and Iran in Syria: case menu" })).toBeVisible();
    await open(started, join(folder, "airlines.entente"));
    await pick(started, join(folder, "airlines.entente"));
    await expect(page.getByRole("button", { name: "North Air and South Air: case menu" })).toBeVisible();
    await page.keyboard.press("Control+7");
    await turnTo("Text");
    await expect(page.getByRole("textbox", { name: "Paragraph P5" })).toHaveValue(/year's notice/);
    await turnTo("Mechanisms");
    await expect(mechanisms).toHaveCount(6);
    expect(await saved("reopened.entente")).toEqual(whole);
  });
});

test("a box of the map is moved by arrow keys, stays there, and one step back takes it home", async ({
  page,
}) => {
  await settled(page);
  await page.keyboard.press("Control+7");
  await page.getByRole("tab", { name: "Try" }).click();
  const box = page.getByRole("button", { name: /^Israeli strikes: column/ });
  const home = await box.getAttribute("aria-label");
  // What is taken hold of lies on what is seen.
  const [hold, seen] = [await box.boundingBox(), await page.locator('[data-box="strikes"]').boundingBox()];
  expect(
    Math.abs((hold?.y ?? 0) + (hold?.height ?? 0) / 2 - (seen?.y ?? 0) - (seen?.height ?? 0) / 2),
  ).toBeLessThan(1.5);
  await box.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(box).not.toHaveAttribute("aria-label", home ?? "");
  await page.getByRole("tab", { name: "Try" }).focus();
  await page.keyboard.press("Control+z");
  await expect(box).toHaveAttribute("aria-label", home ?? "");
});

test("tour, events and verdict are told on pages of the editor, by keyboard and by hand, and come back from the file", async ({
  started,
  page,
  folder,
}) => {
  test.slow();
  await settled(page);
  await page.keyboard.press("Control+7");
  const main = page.locator('main[data-screen="author"]');
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  const title = (n: number) => main.getByRole("textbox", { name: `Title of step ${n}` });

  await test.step("the order of the tour, by keyboard", async () => {
    await page.getByRole("tab", { name: "Tour" }).click();
    const first = await title(1).inputValue();
    await main.getByRole("button", { name: /^Step 1 of / }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(title(2)).toHaveValue(first);
    await expect(main.getByRole("button", { name: /^Step 2 of / })).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(title(1)).toHaveValue(first);
  });
  await test.step("and dragged; the whole drag is one step back", async () => {
    const first = await title(1).inputValue();
    const [from, to] = await Promise.all(
      [1, 2].map((n) => main.getByRole("button", { name: new RegExp(`^Step ${n} of `) }).boundingBox()),
    );
    if (!from || !to) throw new Error("no handles");
    await page.mouse.move(from.x + 8, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y + 60, { steps: 4 });
    await page.mouse.move(to.x + 8, to.y + 120, { steps: 4 });
    await page.mouse.up();
    await expect(title(2)).toHaveValue(first);
    await undo.click();
    await expect(title(1)).toHaveValue(first);
  });
  await test.step("a step is written and shows a part", async () => {
    await main.getByRole("textbox", { name: "Text of step 1" }).fill("Told anew.");
    await main.getByRole("combobox", { name: "Step 1 also shows" }).selectOption({ index: 1 });
  });
  await test.step("an event", async () => {
    await page.getByRole("tab", { name: "What happened next" }).click();
    await main.getByRole("textbox", { name: "What happened" }).first().fill("A treaty is signed");
    await page.keyboard.press("Enter");
    const event = main.getByRole("region", { name: /^Event E/ });
    await expect(event.getByRole("textbox", { name: "What happened" })).toHaveValue("A treaty is signed");
    await event.getByRole("textbox", { name: "Date" }).fill("soon");
    await expect(event).toContainText("Not read as a day, month or year");
    await event.getByRole("textbox", { name: "Date" }).fill("2025-01");
    await event.getByRole("button", { name: "Add a source" }).click();
    await event.getByRole("textbox", { name: "Source 1" }).fill("https://example.org/treaty");
    await event.getByRole("combobox", { name: "Also bears on" }).selectOption({ index: 1 });
  });
  await test.step("how it came out, whole or not at all", async () => {
    await main.getByRole("button", { name: "Say how it came out…" }).click();
    const dialog = page.getByRole("dialog", { name: "How it came out" });
    const periods = dialog.getByRole("radiogroup");
    await periods.first().getByText("It broke").click();
    await periods.last().getByText("No break").click();
    await expect(dialog.getByRole("alert")).toContainText("A break stays a break");
    await periods.first().getByText("No break").click();
    await periods.last().getByText("It broke").click();
    await dialog
      .getByRole("combobox", { name: /^Which outcome/ })
      .last()
      .selectOption({ index: 1 });
    await dialog.getByRole("textbox", { name: "When did it break?" }).fill("2025-01");
    await dialog
      .getByRole("combobox", { name: "Which event was the break?" })
      .selectOption({ label: "2025-01 A treaty is signed" });
    await dialog.getByRole("textbox", { name: /By which rule/ }).fill("By none of them.");
    await dialog.getByRole("textbox", { name: /What is in doubt/ }).fill("the day\nthe place");
    await dialog.getByRole("button", { name: "Keep" }).click();
    await expect(main.getByRole("region", { name: "How it came out" })).toContainText("the place");
  });
  await test.step("and from the file", async () => {
    const path = join(folder, "told.entente");
    await saveAs(started, path);
    await expect(page.getByRole("contentinfo")).toContainText("Saved told.entente");
    const saved = JSON.parse(await readFile(path, "utf8")) as Case;
    expect(saved.tour[0]?.text).toBe("Told anew.");
    const event = saved.next?.events.at(-1);
    expect(event).toMatchObject({ date: "2025-01", sources: ["https://example.org/treaty"] });
    expect(saved.verdict).toMatchObject({
      broke: true,
      date: "2025-01",
      event: event?.id,
      doubts: ["the day", "the place"],
    });
    expect(saved.outcome.rungs.find(({ id }) => id === saved.verdict?.rung)?.happened).toBe(true);
  });
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
