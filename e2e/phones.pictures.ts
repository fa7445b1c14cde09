import type { RoomSetup, Stage } from "../app/bridge/contract.ts";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { launchBrowser } from "./edition.ts";
import { Phone } from "./page/phone.ts";
import { golden } from "./page/steady.ts";

// What a phone shows at every step.

const FACTORS = ["Israeli strikes", "Russian ties to Israel", "Proxy clashes"].map((label, i) => ({
  id: `f${i}`,
  label,
  calm: "none to speak of",
  worst: "every week, and on both sides",
}));
const setup: RoomSetup = {
  factors: FACTORS,
  chances: [{ kind: "chance", id: "h1", text: "How likely is it that the two part within three years?" }],
  warmups: [],
  method: "swing",
};
const strip = (id: string, label: string, dots: readonly number[]) => ({
  id,
  label,
  from: 0,
  to: 10,
  unit: "",
  low: 3,
  median: 5,
  high: 7.5,
  dots,
});
const PAGES: readonly (readonly [string, Stage["page"]])[] = [
  ["lobby", { show: "lobby", text: "You are in. We begin when everybody is here." }],
  [
    "brief",
    {
      show: "brief",
      question: "Will the two part?",
      paragraphs: ["A break. One of them leaves in public.", "Long run: until 30 January 2029"],
      words: [
        { label: "unlikely", text: "20–45%" },
        { label: "roughly even chance", text: "45–55%" },
      ],
    },
  ],
  [
    "wait",
    { show: "wait", title: "The round is closed", text: "Look up: the results come on the screen in front." },
  ],
  [
    "reveal",
    {
      show: "reveal",
      title: "How the room weighed",
      strips: [strip("a", "Israeli strikes", [2, 3, 3, 5, 5, 6, 8, 9]), strip("b", "Proxy clashes", [4, 4, 5, 5, 6, 6, 6, 7])], // prettier-ignore
    },
  ],
  [
    "discuss",
    {
      show: "discuss",
      title: "Israeli strikes",
      prompts: ["What do you know about this that others here may not?"],
      reasons: ["Both sides have said in public that this is their limit.", "Alone it would move little."],
    },
  ],
  [
    "result",
    {
      show: "result",
      title: "What the room’s weights say",
      sentence: "It is unlikely (20–45%) that the two part.",
      lines: [{ label: "Long run", text: "33%, unlikely (20–45%)" }],
    },
  ],
  [
    "vote",
    {
      show: "vote",
      about: "sign",
      title: "What would we see first?",
      options: ["A joint meeting is put off twice.", "Payments stop without an explanation."].map((label, i) => ({ id: `s${i}`, label })), // prettier-ignore
      most: 3,
    },
  ],
  [
    "end",
    {
      show: "end",
      text: "Thank you.",
      questions: [{ id: "q1", text: "I could say what I think.", low: "not at all", high: "fully" }],
    },
  ],
];

test("every page of a phone", async ({ page }) => {
  const [first] = await call(page, "room:addresses");
  const state = await call(page, "room:open", {
    session: "golden",
    address: first?.address ?? "127.0.0.1",
    port: null,
    byHand: false,
    encrypted: false,
    setup,
  });
  if ("failed" in state) throw new Error(state.message);
  const show = (one: Stage["page"]) =>
    call(page, "room:show", {
      title: "Two partners",
      marking: "TLP:GREEN",
      page: one,
      remarks: [],
      endsAt: null,
    });
  await show({ show: "lobby", text: "You are in. We begin when everybody is here." });
  const browser = await launchBrowser();
  const phone = await Phone.open(browser, state.url);
  await phone.page.locator("#name").waitFor();
  await golden(phone.page, "phone-join");
  await phone.join("Seat 1");
  for (const [name, one] of PAGES) {
    await show(one);
    await phone.page.waitForTimeout(700);
    await golden(phone.page, `phone-${name}`);
  }
  await show({ show: "round", round: "r1", kind: "weights", n: 1, questions: setup.chances, method: "swing", factors: [FACTORS[0], FACTORS[1]].filter((one) => one !== undefined), changes: 1, from: null }); // prettier-ignore
  await expect(phone.heading("Before any model")).toBeVisible();
  await golden(phone.page, "phone-round");
  await phone.page.emulateMedia({ colorScheme: "dark" });
  await golden(phone.page, "phone-round-dark");
  for (const [name, one] of PAGES) {
    await show(one);
    await phone.page.waitForTimeout(700);
    await golden(phone.page, `phone-${name}-dark`);
  }
  await phone.page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await golden(phone.page, "phone-end-contrast");
  expect(phone.complaints).toEqual([]);
  await browser.close();
});
