import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { verify } from "../app/model/session/chain.ts";
import type { Session } from "../app/model/session/types.ts";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { launchBrowser } from "./edition.ts";
import { findings } from "./page/axe.ts";
import { saveAs } from "./page/documents.ts";
import { settled } from "./page/explore.ts";
import { press } from "./page/press.ts";
import { Phone } from "./page/phone.ts";
import { areIn, joinCard, openRoom, workshopOf } from "./page/workshop.ts";

/* A workshop of twelve phones and one sheet of paper, start to finish: each phone a Chromium context of its own. */

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchBrowser();
});
test.afterAll(() => browser.close());

const PHONES = 12;
const seat = (n: number) => (n === 7 ? "Seat 7" : `Seat ${String(n + 1)}`);

test("twelve phones and a sheet go from joining to feedback, through refreshes, sleep and a restart of the laptop", async ({
  start,
  folder,
}) => {
  test.setTimeout(600_000);
  const path = join(folder, "workshop.entente");
  let started = await start();
  let { page } = started;
  await settled(page);
  await page.keyboard.press("Control+6");
  await press(page, "Begin the workshop");
  const { code, address } = await openRoom(page);

  const phones: Phone[] = [];
  await test.step("they join by typed code; two of one name are told apart", async () => {
    for (let n = 0; n < PHONES; n += 1) {
      const phone = await Phone.open(browser, `http://${address}/`);
      phones.push(phone);
      if (n === 0) expect(await findings(phone.page)).toEqual([]);
      await phone.join(seat(n), code);
      await expect(phone.heading(/^Welcome/)).toBeVisible();
    }
    await expect(phones[7]?.heading("Welcome, Seat 7 (2)") ?? page.locator("nothing")).toBeVisible();
    await expect(workshopOf(page)).toContainText("12 people are here");
  });
  const [first, second, sleeper] = phones as [Phone, Phone, Phone, ...Phone[]];

  await test.step("they read the question and practise", async () => {
    await press(page, "Begin with the brief");
    await expect(first.page.getByText("What words stand for")).toBeVisible();
    expect(await findings(first.page)).toEqual([]);
    await press(page, "Begin the warm-up");
    for (const phone of phones) await phone.practise(["10", "9000", "700"]);
    await areIn(page, "12 of 12 are in");
    await press(page, "Close warm-up");
    await press(page, "Begin round 1");
  });

  await test.step("they weigh alone: one refreshes half-way, one sleeps, nobody sees a number", async () => {
    for (const [n, phone] of phones.entries()) {
      if (phone === sleeper) continue;
      await phone.fillRound(5 + n, 20 + 4 * n, 60 + 3 * n, [90, 70 - n, 50 - 2 * n, 40 - 2 * n]);
      if (phone === first) {
        expect(await findings(phone.page)).toEqual([]);
        await phone.page.locator("textarea").fill(`Why <b>not</b> ${String(n)}?`);
        await phone.page.reload();
        await expect(phone.page.locator("textarea")).toHaveValue(`Why <b>not</b> ${String(n)}?`);
      }
      await phone.send();
    }
    await areIn(page, "11 of 12 are in");
    await expect(first.heading("What your own weights say")).toBeVisible({ timeout: 60_000 });
    await press(first.page, "Keep my answer");
    // Who has not answered is reminded, and nobody else.
    await press(page, /^Nudge 1/);
    await expect(sleeper.page.getByText("Your answer is still missing")).toBeVisible();
    await expect(second.page.getByText("Your answer is still missing")).toHaveCount(0);
    // Off and on again, as in a pocket: it is where it was.
    await sleeper.context.setOffline(true);
    await sleeper.page.waitForTimeout(2_000);
    await sleeper.context.setOffline(false);
    await sleeper.fillRound(10, 30, 50, [80, 60, 40, 20]);
    await sleeper.send();
    await areIn(page, "12 of 12 are in");
  });

  await test.step("one who has no phone is typed in from a sheet", async () => {
    await press(page, "Enter a sheet");
    const fields = page.locator("#sheet input");
    await fields.first().fill("Seat 13");
    const count = await fields.count();
    const chances = await page.locator("#sheet fieldset").count();
    for (let n = 1; n < count; n += 1)
      await fields
        .nth(n)
        .fill(
          n <= 3 * (chances - 1) ? (["10", "30", "60"][(n - 1) % 3] ?? "") : n === count - 1 ? "100" : "50",
        );
    await press(page, "Take this sheet");
    await expect(page.getByText("Seat 13 is in")).toBeVisible();
    await press(page, /^Done, 1 taken/);
    await areIn(page, "13 of 13 are in");
  });

  await test.step("the laptop is killed and started again: the same room, the same people, the same answers", async () => {
    await saveAs(started, path);
    await started.kill();
    await expect(second.page.getByText("The laptop does not answer")).toBeVisible({ timeout: 60_000 });
    started = await start();
    ({ page } = started);
    await settled(page);
    // What was not saved comes back by itself, on its first screen.
    await expect(async () => {
      await page
        .getByRole("navigation", { name: "Screens" })
        .getByRole("button", { name: "Workshop" })
        .click();
      await expect(page.getByRole("button", { name: /^Go on with workshop/ })).toBeVisible({
        timeout: 2_000,
      });
    }).toPass({ timeout: 60_000 });
    await press(page, /^Go on with workshop/);
    await areIn(page, "13 of 13 are in");
    await press(page, "Open the room");
    await expect(joinCard(page).getByText(address)).toBeVisible();
    await expect(second.page.getByText("The laptop does not answer")).toBeHidden({ timeout: 60_000 });
    await second.page.reload();
    await expect(second.page.getByRole("heading", { level: 1 })).toHaveText(
      /Your answer is in|What your own weights say/,
    );
  });

  await test.step("what is opened on the laptop is on the phones, with one's own place in it", async () => {
    await press(page, "Close round 1");
    await press(page, "Go to the reveal");
    await press(page, "Show next");
    await expect(first.heading("How the room weighed")).toBeVisible({ timeout: 60_000 });
    await expect(first.page.getByText(/You: /).first()).toBeVisible();
    expect(await findings(first.page)).toEqual([]);
    await press(page, "Discuss these two");
    await press(page, "Deal the cards");
    for (const phone of [first, second])
      await expect(phone.page.getByRole("region", { name: "Your card" })).toBeVisible();
    expect(await findings(first.page)).toEqual([]);
    await first.page.getByText("I changed my mind because").click();
    await first.page.getByRole("textbox").fill("I forgot the strikes.");
    await press(first.page, "Send");
    await expect(workshopOf(page)).toContainText("I forgot the strikes.");
  });

  await test.step("round 2: most keep all, one revises", async () => {
    await press(page, "Begin round 2");
    for (const phone of phones.slice(1)) await press(phone.page, "Keep all");
    await press(first.page, "Change something");
    await first.fillRound(20, 40, 70, [95, 60, 40, 30]);
    await first.send();
    await areIn(page, "12 of 13 are in");
    await press(page, "Close round 2");
    await press(page, "Go to the result");
    await expect(first.heading("What the room’s weights say")).toBeVisible({ timeout: 60_000 });
    expect(await findings(first.page)).toEqual([]);
  });

  await test.step("they say what to watch, vote and say how it was", async () => {
    await press(page, "Challenge it");
    for (const [n, phone] of [first, second].entries())
      await phone.remark("Signs to watch", `Sign ${String(n)}`);
    await expect(sleeper.page.getByRole("checkbox")).toHaveCount(2);
    await sleeper.page.getByRole("checkbox", { name: "Sign 0" }).check();
    await sleeper.page.getByRole("button", { name: /^Send 1/ }).click();
    await expect(sleeper.page.getByText("It is in. Thank you.")).toBeVisible();
    await press(page, "Close the workshop");
    for (const phone of phones.slice(0, 2)) {
      for (const at of [0, 1]) await phone.page.locator("fieldset").nth(at).getByRole("radio").nth(3).check();
      await phone.next();
      await expect(phone.page.getByText("It is in. Thank you.")).toBeVisible();
    }
    await press(page, "Close and keep");
  });

  await test.step("the case has all of it, once, under a whole log", async () => {
    await saveAs(started, join(folder, "after.entente"));
    await expect(page.getByRole("contentinfo")).toContainText("Saved");
    const { sessions } = JSON.parse(readFileSync(join(folder, "after.entente"), "utf8")) as {
      sessions?: Session[];
    };
    const session = sessions?.at(-1);
    expect(session && verify(session)).toEqual({ ok: true });
    const of = (type: string) => session?.events.filter((event) => event.type === type) ?? [];
    expect(of("joined")).toHaveLength(13);
    // Twelve practise, twelve and a sheet weigh, twelve weigh again.
    expect(of("response")).toHaveLength(12 + 13 + 12);
    expect(JSON.stringify(session)).not.toContain("tokenHash");
    // The file has everything: with the room gone, so is the journal with its tokens.
    expect(await call(page, "journal:list")).toHaveLength(1);
    await call(page, "room:close");
    await expect.poll(() => call(page, "journal:list")).toEqual([]);
    for (const phone of phones) expect(phone.complaints).toEqual([]);
  });
});
