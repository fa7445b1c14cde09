import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { framesOf, on, rested, settled } from "./page/explore.ts";

// The main screen, in both hosts: by mouse, by keyboard, from the first start on.

test("the first start tells the argument in one minute, by keyboard; the second does not", async ({
  start,
}) => {
  const first = await start();
  const { tour, weight } = on(first.page);
  await expect(tour).toBeVisible();
  await expect(first.page.getByRole("button", { name: "Next step" })).toBeFocused();
  for (let step = 2; step <= 4; step++) {
    await first.page.keyboard.press("Enter");
    await expect(tour.locator('[aria-current="step"]')).toContainText(String(step));
  }
  await tour.getByRole("button", { name: "Try Israeli strikes" }).focus();
  await first.page.keyboard.press("Enter");
  await expect(tour).toBeHidden();
  await expect(weight("Israeli strikes")).toBeFocused();
  await first.close();

  const second = await start();
  await on(second.page).number.waitFor();
  await expect(on(second.page).tour).toBeHidden();
});

test("a weight is moved by mouse: drag, Escape, undo and redo by name, double click", async ({ page }) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { weight, number } = on(page);
  const slider = weight("Israeli strikes");
  const thumb = page.locator('[data-factor="strikes"] [class*=thumb]').first();
  const track = page.locator('[data-factor="strikes"] [class*=track]').first();
  const before = await number.textContent();
  /** Takes hold of the thumb and moves it to this share of its track, without letting go. */
  const drag = async (share: number) => {
    const [from, along] = [await thumb.boundingBox(), await track.boundingBox()];
    if (!from || !along) throw new Error("The slider is not there.");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(along.x + along.width * share, from.y + from.height / 2, { steps: 8 });
  };
  const undo = page.getByRole("button", { name: /^Undo/ });

  await drag(0.92);
  await expect(slider).not.toHaveValue("5");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(slider).toHaveValue("5");
  await expect(number).toHaveText(before ?? "");
  await expect(undo).toBeDisabled();

  await drag(0.92);
  await page.mouse.up();
  const to = await slider.inputValue();
  expect(Number(to)).toBeGreaterThan(7);
  await expect(undo).toHaveAccessibleName(`Undo weight of Israeli strikes 5 → ${to}`);
  await rested(page);
  await expect(number).not.toHaveText(before ?? "");
  const after = await number.textContent();
  await expect(page.getByRole("region", { name: "Your last move" })).toContainText(
    `Weight of Israeli strikes 5 → ${to}`,
  );
  await undo.click();
  await expect(number).toHaveText(before ?? "");
  await page.getByRole("button", { name: `Redo weight of Israeli strikes 5 → ${to}` }).click();
  await expect(number).toHaveText(after ?? "");
  await thumb.dblclick();
  await expect(slider).toHaveValue("5");
  expect(complaints).toEqual([]);
});

test("by keyboard alone: weights, ranges, horizons, the whole argument, the palette", async ({ page }) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { weight, number, sentence, dialog } = on(page);
  const strikes = weight("Israeli strikes");

  await test.step("W goes to the weights; a key changes number, bars, waterfall and map on one frame", async () => {
    await page.keyboard.press("w");
    await expect(page.locator('[data-region="weights"] input').first()).toBeFocused();
    await strikes.focus();
    const frames = await framesOf(page, "Home");
    await expect(strikes).toHaveValue("0");
    expect(frames).toHaveLength(2);
    for (const [i, part] of (frames[1] ?? []).entries()) expect(part).not.toBe(frames[0]?.[i]);
    await expect(sentence).toHaveText(/ \(\d+–\d+%\) that /);
  });

  await test.step("Backspace takes it back; arrows move half a step, Shift and arrow a whole one or more", async () => {
    await page.keyboard.press("Backspace");
    await expect(strikes).toHaveValue("5");
    await page.keyboard.press("ArrowRight");
    await expect(strikes).toHaveValue("5.5");
    await page.keyboard.press("Shift+ArrowRight");
    expect(Number(await strikes.inputValue())).toBeGreaterThanOrEqual(6.5);
    await expect(strikes).toHaveAttribute("aria-valuetext", /more than in the article, adds \+\d+ points/);
  });

  await test.step("a range is typed where the weight stands", async () => {
    await page.keyboard.type("6 to 8");
    await page.keyboard.press("Enter");
    await expect(strikes).toHaveValue("7");
    await expect(strikes).toHaveAttribute("aria-valuetext", /range 6 to 8$/);
  });

  await test.step("N, S and L choose the horizon; with Now the open strain stands beside the number", async () => {
    await page.keyboard.press("n");
    await expect(page.getByText(/^\d+%\s*open strain now$/)).toBeVisible();
    await expect(sentence).toHaveText(/\((\d+–\d+%|under 1%)\)/);
    await page.keyboard.press("s");
    await expect(page.getByRole("radio", { name: /^Short–medium/ })).toBeChecked();
    await page.keyboard.press("l");
    await expect(page.getByRole("radio", { name: /^Long run/ })).toBeChecked();
    await expect(page.getByText(/open strain now$/)).toBeHidden();
  });

  await test.step("a refused weight is told where it can be read, at the head and at the end of the list", async () => {
    const list = await page.getByRole("region", { name: "Weights" }).boundingBox();
    for (const name of ["Israeli strikes", "Air defences unable"]) {
      await on(page).weight(name).focus();
      await page.keyboard.press("1");
      await page.keyboard.type("2 to 40");
      await page.keyboard.press("Enter");
      const told = await page.getByRole("alert").filter({ hasText: "at most 10" }).boundingBox();
      expect(told?.x).toBeGreaterThanOrEqual(list?.x ?? 0);
      expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(
        (list?.y ?? 0) + (list?.height ?? 0) + 1,
      );
      await page.keyboard.press("Escape");
    }
    await strikes.focus();
  });

  await test.step("F shows the full argument, Escape leaves it", async () => {
    await page.keyboard.press("f");
    await expect(page.getByRole("figure", { name: "Full argument" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("figure", { name: "How the argument runs" })).toBeVisible();
  });

  await test.step("F6 walks through every part of the window", async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("F6");
      seen.add(await page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset["region"] ?? "")); // prettier-ignore
    }
    expect([...seen].sort()).toEqual(["answer", "map", "outcomes", "scenarios", "side", "weights"]);
  });

  await test.step("the palette sets a weight and finds a factor", async () => {
    await page.keyboard.press("Control+k");
    await expect(dialog).toBeVisible();
    await page.keyboard.type("strikes 8");
    await expect(dialog.getByRole("menuitem").first()).toHaveText(/Weight of Israeli strikes: 8/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(strikes).toHaveValue("8");
    await page.keyboard.press("Control+z");
    await expect(strikes).toHaveValue("7");
  });

  await test.step("? lists the shortcuts, Escape closes the list", async () => {
    await page.keyboard.press("Shift+?");
    await expect(dialog).toContainText("Keyboard shortcuts");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(number).toBeVisible();
  });
  expect(complaints).toEqual([]);
});

test("states, views, selection and tables", async ({ page }) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { number } = on(page);
  const before = (await number.textContent()) ?? "";

  await test.step("the menu of states explains every state, and choosing one moves the answer", async () => {
    await page.getByRole("button", { name: /State of Israeli strikes/ }).click();
    const options = page.getByRole("listbox").getByRole("option");
    await expect(options).toHaveCount(5);
    for (const text of await options.allTextContents()) expect(text.length).toBeGreaterThan(25);
    await options.first().click();
    await expect(number).not.toHaveText(before);
    await page.getByRole("button", { name: "Israeli strikes back to the article" }).click();
    await expect(number).toHaveText(before);
  });

  await test.step("every view is chosen where its value stands", async () => {
    const outside = page.getByRole("radio", { name: /^Outside view/ });
    const value = /\d+%$/.exec((await outside.getAttribute("aria-label")) ?? (await outside.locator("xpath=ancestor::label").innerText()))?.[0]; // prettier-ignore
    await page.getByText("Outside view", { exact: true }).click();
    await expect(number).toHaveText(value ?? "");
    await page.getByText("Half and half", { exact: true }).click();
    await expect(number).not.toHaveText(value ?? "");
    await page.getByText("Article", { exact: true }).first().click();
    await expect(number).toHaveText(before);
    await rested(page);
    await expect(page.getByText(/^\d+% to \d+%$/)).toBeVisible();
  });

  await test.step("a factor shows its claims, its states and its weight", async () => {
    await page.getByRole("button", { name: "Israeli strikes: show details" }).click();
    const side = page.getByRole("complementary", { name: "Details" });
    await expect(side.getByRole("heading", { name: /What the source claims/ })).toBeVisible();
    await side.getByRole("textbox", { name: /Weight or range/ }).fill("2 to 4");
    await page.keyboard.press("Enter");
    await expect(on(page).weight("Israeli strikes")).toHaveValue("3");
    await page.getByRole("tab", { name: "Article", exact: true }).click();
    await side.getByRole("searchbox").fill("S-300");
    await expect(side.getByRole("listitem").first()).toContainText(/S-300/i);
    await side.getByRole("searchbox").fill("no such words");
    await expect(side).toContainText("No claim has these words.");
  });

  await test.step("every chart has its twin as a table", async () => {
    await page.getByRole("tab", { name: /^Why/ }).click();
    for (const title of ["How the argument runs", "What happens, by horizon", /^Why \d+%/, "How likely"]) {
      const figure = page.getByRole("figure", { name: title });
      await figure.hover();
      await figure.getByRole("button", { name: /^Table, copy or export/ }).click();
      await page.getByRole("menuitem", { name: "As table" }).click();
      expect(await figure.getByRole("row").count()).toBeGreaterThan(3);
      await figure.getByRole("button", { name: "Back to the chart" }).click();
      await expect(figure.getByRole("table")).toBeHidden();
    }
  });
  expect(complaints).toEqual([]);
});
