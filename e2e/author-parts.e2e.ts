import { expect, test } from "./app.ts";
import { settled } from "./page/explore.ts";

test("by keyboard alone: other sentences at other levels of a cause, and a circle opened where it is refused", async ({
  page,
}) => {
  await settled(page);
  await page.keyboard.press("Control+7");
  await page.getByRole("tab", { name: "Mechanisms" }).click();
  const main = page.locator('main[data-screen="author"]');
  const listed = (name: string) =>
    main.getByRole("listbox", { name: "Mechanisms" }).getByRole("option", { name });
  await listed("Iran feels exposed").click();
  const how = main.getByRole("region", { name: "How it works" });
  const answer = page.getByTestId("answer");
  const sentences = how.getByRole("textbox", { name: /^Strength of/ });
  /** Chooses from a list by its first letters. */
  const choose = async (list: RegExp, letters: string) => {
    await how.getByRole("button", { name: list }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("listbox", { name: list }).waitFor();
    await page.keyboard.type(letters);
    await page.keyboard.press("Enter");
  };
  /** Goes on to what has this name, from where the focus is. */
  const tabTo = async (name: string) => {
    const target = how.getByRole("button", { name, exact: true });
    for (let i = 0; i < 40; i++) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`No way to ${name} by the Tab key.`);
  };

  await test.step("a circle is refused where it would be closed, and opened there", async () => {
    const count = await sentences.count();
    await choose(/Add a sentence/, "Friction");
    const said = how.getByRole("alert");
    await expect(said).toContainText("Friction in Syria → Iran feels exposed → Friction in Syria");
    await expect(sentences).toHaveCount(count);
    await tabTo("Take away Iran feels exposed → Friction in Syria");
    await page.keyboard.press("Enter");
    await expect(said).toHaveCount(0);
    await expect(sentences).toHaveCount(count + 1);
    // Both in one step back.
    await page.keyboard.press("Control+z");
    await expect(sentences).toHaveCount(count);
    await listed("Friction in Syria").click();
    await expect(how.getByRole("group", { name: "Iran feels exposed and Friction in Syria" })).toBeVisible();
    await listed("Iran feels exposed").click();
  });
  await test.step("parts, each with its levels and its sentences", async () => {
    const before = (await answer.textContent()) ?? "";
    await choose(/By whose level/, "Iranian military presence");
    const low = how.getByRole("group", { name: "While Iranian presence is very low or low" });
    await expect(low).toBeVisible();
    await expect(answer).toHaveText(before);
    await how
      .getByRole("group", { name: "While Iranian presence is medium to very high" })
      .getByRole("button", { name: "low", exact: true })
      .focus();
    await page.keyboard.press("Space");
    const rest = how.getByRole("group", { name: "While Iranian presence is low to very high" });
    const strength = rest.getByRole("textbox", { name: /^Strength of/ }).first();
    await strength.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("0.1");
    await page.keyboard.press("Tab");
    await expect(answer).not.toHaveText(before);
    await how.getByRole("button", { name: "Remove the part: while Iranian presence is low to" }).focus();
    await page.keyboard.press("Enter");
    await expect(how.getByRole("group", { name: /^While/ })).toHaveCount(0);
    await expect(answer).toHaveText(before);
  });
});
