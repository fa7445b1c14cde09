import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { verify } from "../app/model/session/chain.ts";
import type { Session } from "../app/model/session/types.ts";
import { expect, test } from "./app.ts";
import { launchBrowser } from "./edition.ts";
import { findings } from "./page/axe.ts";
import { saveAs } from "./page/documents.ts";
import { settled } from "./page/explore.ts";
import { Phone } from "./page/phone.ts";
import { press } from "./page/press.ts";
import { areIn, openRoom, workshopOf } from "./page/workshop.ts";

/* What a facilitator does about people and what they say: teams, one person on two phones, own questions to practise on, votes, hiding. */

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchBrowser();
});
test.afterAll(() => browser.close());

/** From the menu behind a person's name. */
async function seat(page: Page, name: string, item: string): Promise<void> {
  await press(page, `${name}: what to do`);
  const wanted = page.getByRole("menuitem", { name: item, exact: true });
  await expect(wanted).toBeVisible();
  await wanted.click();
}

test("teams, two phones of one person, own warm-up questions and votes on what is missing", async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000);
  const path = join(folder, "people.entente");
  const started = await start();
  const { page } = started;
  const main = workshopOf(page);
  const begin = page.getByRole("button", { name: "Begin the workshop", exact: true });
  await settled(page);
  await page.keyboard.press("Control+6");

  await test.step("a question of one's own to practise on takes the place of ours", async () => {
    const own = page.getByRole("region", { name: "Warm-up questions" });
    const questions = own.getByRole("listitem");
    await expect(questions.first()).toBeVisible();
    for (let left = await questions.count(); left > 0; left -= 1) {
      await press(page, "Remove warm-up question 1");
      await expect(questions).toHaveCount(left - 1);
    }
    await expect(own).toContainText("none: there is no warm-up");
    await press(page, "Add a question");
    await expect(main).toContainText("Write down warm-up question 1, or remove it.");
    await own.getByRole("textbox", { name: "Question 1" }).fill("How high is the hill?");
    await expect(main).toContainText("Warm-up question 1 needs its known answer, as a number.");
    await expect(begin).toBeDisabled();
    await own.getByRole("textbox", { name: "Answer" }).fill("312");
    await own.getByRole("textbox", { name: "Unit" }).fill("m");
    await press(page, "Begin the workshop");
  });

  const { code, address } = await openRoom(page);
  const phones: Phone[] = [];
  for (const name of ["Seat 1", "Seat 2", "Seat 3", "Seat 3"]) {
    const phone = await Phone.open(browser, `http://${address}/`);
    await phone.join(name, code);
    await expect(phone.heading(/^Welcome/)).toBeVisible();
    phones.push(phone);
  }
  const [first, second, third, again] = phones as [Phone, Phone, Phone, Phone];
  await expect(main).toContainText("4 people are here");

  await test.step("two become a team, and their phones say so", async () => {
    await seat(page, "Seat 1", "Into a new team…");
    await page.getByRole("textbox", { name: "What it is called" }).fill("North");
    await press(page, "Make the team");
    await expect(first.page.getByText("Your team: North")).toBeVisible();
    await seat(page, "Seat 2", "Into the team “North”");
    await expect(second.page.getByText("Your team: North")).toBeVisible();
    await seat(page, "Seat 1", "Out of the team “North”");
    await expect(first.page.getByText("Your team:")).toHaveCount(0);
  });

  await test.step("two phones are taken together: one person less", async () => {
    await seat(page, "Seat 3 (2)", "Is somebody who is here already…");
    await expect(page.getByRole("dialog")).toContainText("no round that both answered");
    expect(await findings(page)).toEqual([]);
    await press(page, "They are one person");
    await expect(main).toContainText("3 people are here");
    await expect(main.getByRole("list", { name: "Taken together, taken out" })).toContainText(
      "Seat 3 (2) is the same person as Seat 3",
    );
  });

  await test.step("they practise on the facilitator's question, which is told only when it is closed", async () => {
    await press(page, "Begin with the brief");
    await press(page, "Begin the warm-up");
    await expect(first.page.getByText("How high is the hill?")).toBeVisible();
    await first.practise(["100", "500", "300"]);
    await second.practise(["10", "20", "15"]);
    // Either phone will do.
    await again.practise(["200", "400", "320"]);
    await areIn(page, "3 of 3 are in");
    for (const phone of phones) await expect(phone.page.getByText("312")).toHaveCount(0);
    await expect(main).not.toContainText("It is 312 m.");
    await press(page, "Close warm-up");
    await expect(main).toContainText("2 of 3 spans held the answer");
    await press(page, "Begin round 1");
  });

  await test.step("an answer from each phone of one person is one answer, and two once they are told apart", async () => {
    for (const [n, phone] of phones.entries()) {
      await phone.fillRound(5 + n, 20 + 4 * n, 60 + 3 * n, [90, 70 - n, 50, 40]);
      await phone.send();
      // What their weights say is told on the phone they are known by.
      await expect(
        phone.heading(phone === again ? "Your answer is in" : "What your own weights say"),
      ).toBeVisible({ timeout: 60_000 });
    }
    await areIn(page, "3 of 3 are in");
    await press(page, /^Tell apart/);
    await areIn(page, "4 of 4 are in");
    await seat(page, "Seat 3 (2)", "Is somebody who is here already…");
    await expect(page.getByRole("dialog")).toContainText("Both answered round 1.");
    await press(page, "They are one person");
    await areIn(page, "3 of 3 are in");
  });

  await test.step("what is missing is read after the round; what offends is hidden, and the rest voted on", async () => {
    await press(first.page, "Keep my answer");
    await first.remark("A factor is missing", "Price of oil");
    await first.remark("A factor is missing", "Something rude");
    await press(third.page, "Keep my answer");
    await third.remark("A factor is missing", "Elections");
    await expect(main).toContainText("3 suggestions so far");
    await expect(main).not.toContainText("Price of oil");
    await press(page, "Close round 1");
    await expect(main).toContainText("Price of oil");
    await press(page, "Hide: Something rude");
    await expect(main).not.toContainText("Something rude");
    await press(page, "Vote on phones");
    for (const phone of phones) {
      await expect(phone.page.getByRole("checkbox")).toHaveCount(2);
      await expect(phone.page.getByText("Something rude")).toHaveCount(0);
    }
    expect(await findings(first.page)).toEqual([]);
    const vote = async (phone: Phone, choices: readonly string[]) => {
      for (const name of choices) await phone.page.getByRole("checkbox", { name }).check();
      await press(phone.page, `Send ${String(choices.length)} of up to 3`);
      await expect(phone.page.getByText("It is in. Thank you.")).toBeVisible();
    };
    await vote(first, ["Price of oil", "Elections"]);
    await vote(second, ["Elections"]);
    await expect(main).toContainText("2 of 3 have voted");
    // The same person from either phone: what was said last counts, once.
    await vote(third, ["Price of oil"]);
    await vote(again, ["Elections"]);
    await expect(main).toContainText("3 of 3 have voted");
    await expect(main.getByRole("list", { name: "Missing factors" })).not.toContainText("votes");
    await press(page, "Close the vote");
    const stood = main.getByRole("list", { name: "Missing factors" }).getByRole("listitem");
    await expect(stood.filter({ hasText: "Elections" })).toContainText("3 votes");
    await expect(stood.filter({ hasText: "Price of oil" })).toContainText("1 vote");
  });

  await test.step("the file tells all of it", async () => {
    await saveAs(started, path);
    await expect(page.getByRole("contentinfo")).toContainText("Saved");
    const { sessions } = JSON.parse(readFileSync(path, "utf8")) as { sessions?: Session[] };
    const session = sessions?.at(-1);
    expect(session && verify(session)).toEqual({ ok: true });
    const of = (type: string) => session?.events.filter((event) => event.type === type) ?? [];
    expect([of("merged").length, of("parted").length, of("moved").length]).toEqual([2, 1, 3]);
    for (const phone of phones) expect(phone.complaints).toEqual([]);
  });
});
