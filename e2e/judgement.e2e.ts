import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { open, pick, saveAs } from "./page/documents.ts";
import { settled } from "./page/explore.ts";
import { misfits } from "./page/layout.ts";

interface Saved {
  judgements?: { reason?: string; horizons: Record<string, number>; date: string }[];
  history?: { label: string; kind: string }[];
}

test("a judgement is written, checked, frozen, saved; a week later what is new is told, and it is scored", async ({
  start,
  folder,
}) => {
  const path = join(folder, "desk.entente");
  const saved = () => JSON.parse(readFileSync(path, "utf8")) as Saved;
  const started = await start();
  const { page } = started;
  await settled(page);
  const complaints = complaintsOf(page);
  const strip = page.locator('[data-region="since"]');
  const main = page.getByRole("main", { name: "Judgement" });
  const write = (head: string, text: string) =>
    main.getByRole("textbox", { name: head, exact: true }).fill(text);

  await test.step("write, with what the model says put in on demand", async () => {
    await page.keyboard.press("Control+5");
    await main.getByRole("button", { name: "Put it in" }).click();
    await write("Why", "With low confidence we think a break is then likely. Raids could make it louder.");
    await write("Key assumptions", "The regime becomes safer.");
    await write("Alternatives", "They part quietly.");
    await write("If we turn out wrong", "A third party broke it.");
    await write("What would change our mind", "A new treaty.");
  });
  await test.step("two sentences out of one, and a word for a hedge", async () => {
    await main.getByRole("button", { name: /^Fix: Two things/ }).click();
    await main.getByRole("button", { name: /^Pick: No estimate/ }).click();
    await page.getByRole("menuitem", { name: "likely (55–80%)", exact: true }).click();
    await expect(main.getByRole("textbox", { name: "Why" })).toHaveValue(
      "A break is then likely (55–80%). Our confidence is low. It is likely (55–80%) that raids will make it louder.",
    );
    expect(await misfits(page, "main")).toEqual([]);
  });
  await test.step("freeze with a check open and a reason", async () => {
    await main.getByRole("button", { name: "Freeze judgement…" }).click();
    const dialog = page.getByRole("dialog", { name: "Freeze this judgement" });
    await dialog.getByRole("textbox").fill("Nobody dissents yet.");
    await dialog.getByRole("button", { name: "Freeze all the same" }).click();
    await expect(main.getByRole("button", { name: /open until|can be scored/ })).toBeVisible();
    await saveAs(started, path);
    await expect(page.getByRole("contentinfo")).toContainText("Saved");
    expect(saved().judgements?.[0]?.reason).toBe("Nobody dissents yet.");
    expect(saved().history?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Judgement: bottom line from the model"]),
    );
  });
  await test.step("a week later nothing is new", async () => {
    await page.clock.setFixedTime(Date.now() + 7 * 24 * 3600 * 1000);
    await open(started, path);
    await pick(started, path);
    await expect(strip).toContainText("Nothing has changed since you were here.");
    await strip.getByRole("button", { name: "Dismiss" }).click();
    await expect(strip).toHaveCount(0);
  });
  await test.step("scored once it is said how it came out", async () => {
    await page.keyboard.press("Control+5");
    await main.getByRole("button", { name: "Say how it came out…" }).click();
    const dialog = page.getByRole("dialog", { name: "How it came out" });
    for (const group of await dialog.getByRole("radiogroup").all()) await group.getByText("No break").click();
    await dialog.getByRole("textbox", { name: /By which rule/ }).fill("No rule of a break was met.");
    await dialog.getByRole("button", { name: "Keep" }).click();
    await main.getByRole("button", { name: /scored/ }).click();
    await expect(main.getByRole("region", { name: "Scores" })).toContainText("no break");
    await expect(main).toContainText("the same numbers, to the last digit");
  });
  await test.step("every step stands in the trail", async () => {
    await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Trail" }).click();
    const trail = page.getByRole("main", { name: "Audit trail" });
    await trail.getByRole("searchbox").fill("frozen");
    await expect(trail.getByRole("row")).toHaveCount(2);
    expect(await misfits(page, "main")).toEqual([]);
  });
  expect(complaints).toEqual([]);
});
