import type { Stage } from "../app/bridge/contract.ts";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { launchBrowser } from "./edition.ts";
import { PHONE_PAGES, phoneRound, phoneSetup, phoneStage } from "./page/phone-pages.ts";
import { Phone } from "./page/phone.ts";
import { golden } from "./page/steady.ts";

// What a phone shows at every step.

test("every page of a phone", async ({ page }) => {
  const [first] = await call(page, "room:addresses");
  const state = await call(page, "room:open", {
    session: "golden",
    address: first?.address ?? "127.0.0.1",
    port: null,
    byHand: false,
    encrypted: false,
    setup: phoneSetup,
  });
  if ("failed" in state) throw new Error(state.message);
  const show = (one: Stage["page"]) => call(page, "room:show", phoneStage(one));
  await show({ show: "lobby", text: "You are in. We begin when everybody is here." });
  const browser = await launchBrowser();
  const phone = await Phone.open(browser, state.url);
  await phone.page.locator("#name").waitFor();
  await golden(phone.page, "phone-join");
  await phone.join("Seat 1");
  for (const [name, one] of PHONE_PAGES) {
    await show(one);
    await phone.page.waitForTimeout(700);
    await golden(phone.page, `phone-${name}`);
  }
  const { factors, ...asked } = phoneRound("r1", "swing");
  await show({ ...asked, factors: factors.slice(0, 2) });
  await expect(phone.heading("Before any model")).toBeVisible();
  await golden(phone.page, "phone-round");
  expect(phone.complaints).toEqual([]);
  await browser.close();
});
