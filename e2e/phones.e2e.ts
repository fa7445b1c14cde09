import type { Browser, Page } from "@playwright/test";
import type { Stage } from "../app/bridge/contract.ts";
import { METHODS } from "../app/model/session/types.ts";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { launchBrowser } from "./edition.ts";
import { findings } from "./page/axe.ts";
import { PHONE_PAGES, phoneRound, phoneSetup, phoneStage } from "./page/phone-pages.ts";
import { Phone } from "./page/phone.ts";

/* Every page of a phone, in every theme: nobody is shut out, and nothing scrolls sideways on the narrowest. */

let browser: Browser;
test.beforeAll(async () => {
  browser = await launchBrowser();
});
test.afterAll(() => browser.close());

const THEMES = [
  ["light", { colorScheme: "light", contrast: "no-preference" }],
  ["dark", { colorScheme: "dark", contrast: "no-preference" }],
  ["contrast", { colorScheme: "light", contrast: "more" }],
  ["contrast-dark", { colorScheme: "dark", contrast: "more" }],
] as const;

/** What of a page cannot be seen whole while it has the focus, for the foot lies over it. */
const underTheFoot = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const foot = document.querySelector("footer");
    const fields = [
      ...document.querySelectorAll<HTMLElement>("main :is(a, button, input, textarea, summary)"),
    ];
    return fields.flatMap((field) => {
      window.scrollTo(0, 0);
      field.focus();
      if (document.activeElement !== field) return [];
      const below = field.getBoundingClientRect().bottom - (foot?.getBoundingClientRect().top ?? Infinity);
      return below > 0
        ? [`${field.tagName} ${field.textContent || field.id} by ${Math.round(below)} px`]
        : [];
    });
  });

test("nobody is shut out on a phone, from joining to the door that is closed again", async ({ page }) => {
  test.slow();
  const [first] = await call(page, "room:addresses");
  const state = await call(page, "room:open", {
    session: "phones",
    address: first?.address ?? "127.0.0.1",
    port: null,
    byHand: false,
    encrypted: false,
    setup: phoneSetup,
  });
  if ("failed" in state) throw new Error(state.message);
  const show = (one: Stage["page"], more: Partial<Stage> = {}) =>
    call(page, "room:show", phoneStage(one, more));
  await show({ show: "lobby", text: "You are in. We begin when everybody is here." });
  const phone = await Phone.open(browser, state.url.replace(/#.*/, ""));
  const found: string[] = [];
  const look = async (name: string) => {
    await phone.page.setViewportSize({ width: 320, height: 480 });
    found.push(...(await underTheFoot(phone.page)).map((one) => `${name}: ${one} lies under the foot`));
    for (const [theme, wish] of THEMES) {
      await phone.page.emulateMedia(wish);
      // High enough for all of it: what the foot lies over is reached by scrolling.
      await phone.page.setViewportSize({ width: 320, height: 3_000 });
      const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > 320) found.push(`${name}: ${String(wide)} px wide on 320`);
      const here = await findings(phone.page, theme === "light" ? "all" : "colour");
      found.push(...here.map((one) => `${name}, ${theme}: ${one}`));
    }
  };
  await expect(phone.heading("Join the room")).toBeVisible();
  await look("join");
  await phone.next();
  await expect(phone.page.getByRole("alert")).toContainText("six letters");
  await look("join, incomplete");
  await phone.join("Seat 1", state.code);
  for (const [name, one] of PHONE_PAGES) {
    await show(one, { remarks: [{ kind: "unclear", label: "A term is unclear" }] });
    const title = "title" in one ? one.title : one.show === "brief" ? one.question : /^Welcome/;
    await expect(phone.heading(title)).toBeVisible();
    await look(name);
  }
  for (const method of METHODS) {
    await show(phoneRound(method, method));
    await expect(phone.heading("Before any model")).toBeVisible();
    if (method === METHODS[0]) await look("chances, unset");
    await phone.slide([10, 60, 30]);
    await phone.next();
    await expect(phone.heading("Before any model")).toHaveCount(0);
    await look(`${method}, first page`);
    if (method !== "swing") continue;
    await phone.next();
    await expect(phone.heading("How far does each one go?")).toBeVisible();
    await phone.slide([90, 50, 20]);
    await look("distances");
    await phone.next();
    await expect(phone.heading("Check and send")).toBeVisible();
    await look("check");
    await phone.send();
    await expect(phone.heading("Your answer is in")).toBeVisible();
    await look("sent");
    await show(phoneRound("again", method, method));
    await expect(phone.heading("Round 2")).toBeVisible();
    await look("keep or change");
  }
  const options = ["Price of oil", "Elections"].map((label, i) => ({ id: `c${String(i)}`, label }));
  await show({ show: "vote", about: "missing", title: "Which of these?", options, most: 3 });
  await expect(phone.heading("Which of these?")).toBeVisible();
  await look("vote");
  const questions = [{ id: "heard", text: "Could you say what you know?", low: "hardly", high: "fully" }];
  await show({ show: "end", text: "Thank you for coming.", questions });
  await expect(phone.heading("Thank you")).toBeVisible();
  await look("feedback");
  await call(page, "room:close");
  await expect(phone.heading("The room is closed")).toBeVisible();
  await look("closed");
  expect(found).toEqual([]);
  expect(phone.complaints).toEqual([]);
});
