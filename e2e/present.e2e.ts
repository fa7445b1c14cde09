import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { findings } from "./page/axe.ts";
import { complaintsOf } from "./page/complaints.ts";
import { on, settled } from "./page/explore.ts";
import { misfits } from "./page/layout.ts";

// Slides for a room: by keys alone, at every size and in every theme, and in a window of their own.

const SLIDES = ["question", "argument", "answer", "matters", "change"];

const LONG_MARKING = "RESTREINT UE / EU RESTRICTED, RELEASABLE TO THE MEMBERS OF THIS WORKSHOP ALONE".padEnd(
  80,
  "!",
);

const stage = (page: Page) => page.locator("[data-stage]");
const slide = (page: Page) => page.locator("[data-stage] main");

/** Escape closes a window of slides: it is gone before the key is up again. */
async function leave(slides: Page): Promise<void> {
  const closed = slides.waitForEvent("close");
  await slides.keyboard.down("Escape").catch(() => undefined);
  await closed;
}

async function presenting(page: Page): Promise<void> {
  await settled(page);
  await page.keyboard.press("F5");
  await stage(page).waitFor();
  await expect(slide(page)).toHaveAttribute("data-slide", "question");
}

test("five slides by keyboard and clicker; Escape leaves, nothing of the document has changed", async ({
  page,
}) => {
  await presenting(page);
  const complaints = complaintsOf(page);
  for (const [key, at] of [
    ["ArrowRight", "argument"],
    ["PageDown", "answer"],
    ["ArrowLeft", "argument"],
    ["PageUp", "question"],
    ["PageUp", "question"],
    ["5", "change"],
    ["ArrowRight", "change"],
    ["3", "answer"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(slide(page)).toHaveAttribute("data-slide", at);
  }
  await expect(page.getByRole("button", { name: "3 Answer" })).toHaveAttribute("aria-current", "step");

  await test.step("R shows one thing after another, then all", async () => {
    const chart = page.getByRole("img", { name: /^Now: / });
    const dots = page.getByRole("img", { name: /^The answer is / });
    await page.keyboard.press("r");
    await expect(page.getByTestId("slide-answer")).toBeVisible();
    await expect(dots).toBeHidden();
    await page.keyboard.press("r");
    await expect(dots).toBeVisible();
    await expect(chart).toBeHidden();
    await page.keyboard.press("r");
    await expect(chart).toBeVisible();
  });

  await test.step("H keeps numbers back on every slide, B blackens", async () => {
    await page.keyboard.press("h");
    for (const key of ["3", "4", "5"]) {
      await page.keyboard.press(key);
      await expect(slide(page)).toContainText("Numbers are kept back.");
      await expect(slide(page)).not.toContainText("%");
    }
    await page.keyboard.press("h");
    await page.keyboard.press("3");
    await expect(slide(page)).toContainText(/\(\d+–\d+%\)/);
    await page.keyboard.press("b");
    await expect(slide(page)).toBeHidden();
    await page.keyboard.press("b");
    await expect(slide(page)).toBeVisible();
  });

  await test.step("T starts a timer, and stops it; P brings the controls", async () => {
    await page.keyboard.press("t");
    await expect(page.getByRole("timer")).toHaveText(/^(5:00|4:5\d)$/);
    await page.keyboard.press("+");
    await expect(page.getByRole("timer")).toHaveText(/^(6:00|5:5\d)$/);
    await page.keyboard.press("p");
    const controls = page.getByRole("region", { name: "Presenter’s controls" });
    await controls.getByRole("button", { name: "Next slide" }).click();
    await expect(slide(page)).toHaveAttribute("data-slide", "matters");
    await expect(controls.getByRole("button", { name: /^Black/ })).toHaveAttribute("aria-pressed", "false");
  });

  await page.keyboard.press("Escape");
  await expect(stage(page)).toHaveCount(0);
  await expect(on(page).number).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeDisabled();
  expect(complaints).toEqual([]);
});

test("what would break it: sliders move the answer, page keys still turn the slides, all is put back", async ({
  page,
}) => {
  await presenting(page);
  await page.keyboard.press("5");
  const live = page.getByTestId("slide-live");
  const before = (await live.textContent()) ?? "";
  const state = page.getByRole("slider", { name: "State of Assad secure" });
  await state.focus();
  await page.keyboard.press("ArrowRight");
  await expect(state).toHaveAttribute("aria-valuetext", "very high");
  await expect(live).not.toHaveText(before);
  await expect(slide(page)).toContainText(`was ${before}`);
  await page.keyboard.press("PageUp");
  await expect(slide(page)).toHaveAttribute("data-slide", "matters");
  await page.keyboard.press("PageDown");
  await expect(live).not.toHaveText(before);
  await page.getByRole("button", { name: "As before" }).click();
  await expect(live).toHaveText(before);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeDisabled();
});

test("the same picture at any size: everything fits, in every theme, and axe finds nothing", async ({
  page,
}) => {
  // The longest marking there is: nothing of a slide may be cut for it, nor anything of it.
  await settled(page);
  await page.getByRole("contentinfo").getByRole("button", { name: "Marking…" }).click();
  const { dialog } = on(page);
  await dialog.getByRole("textbox", { name: /^Classification/ }).fill(LONG_MARKING);
  await dialog.getByText("TLP:AMBER+STRICT", { exact: true }).click();
  await dialog.getByRole("button", { name: "Keep" }).click();
  await presenting(page);
  await expect(stage(page).getByText(`${LONG_MARKING} · TLP:AMBER+STRICT`)).toHaveCount(2);
  const lines: string[] = [];
  const look = async () => {
    for (let i = 1; i <= SLIDES.length; i++) {
      await page.keyboard.press(String(i));
      await expect(slide(page)).toHaveAttribute("data-slide", SLIDES[i - 1] ?? "");
      const cut = await misfits(page);
      const below = await page.evaluate(() => {
        const main = document.querySelector("[data-stage] main");
        return main ? main.scrollHeight - main.clientHeight : -1;
      });
      lines.push(...cut.map((line) => `${i}: ${line}`), ...(below > 1 ? [`${i}: ${below} px too high`] : []));
    }
    return lines.splice(0);
  };
  const heights: number[] = [];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 640 },
    { width: 1920, height: 1080 },
    { width: 1280, height: 1024 },
  ]) {
    await page.setViewportSize(size);
    expect(await look(), `${size.width} × ${size.height}`).toEqual([]);
    await page.keyboard.press("3");
    const box = await page.getByTestId("slide-answer").boundingBox();
    heights.push((box?.height ?? 0) / Math.min(size.width / 90, size.height / 56.25));
  }
  for (const height of heights) expect(height).toBeCloseTo(heights[0] ?? NaN, 0);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const theme of ["light", "dark", "contrast"]) {
    await expect(stage(page)).toHaveAttribute("data-theme", theme);
    for (let i = 1; i <= SLIDES.length; i++) {
      await page.keyboard.press(String(i));
      expect(await findings(page), `${theme}, slide ${i}`).toEqual([]);
    }
    await page.keyboard.press("c");
  }
});

test("a window of their own: the console stays here, both turn the slides, closing one ends it", async ({
  page,
  host,
}) => {
  await presenting(page);
  await page.keyboard.press("p");
  await page.getByRole("button", { name: "In a second window" }).click();
  const windows = () =>
    page
      .context()
      .pages()
      .filter((one) => one.url().includes("slides="));
  await expect.poll(() => windows().length).toBe(1);
  const [slides] = windows();
  if (!slides) throw new Error("There is no second window.");
  await stage(slides).waitFor();
  const controls = page.getByRole("region", { name: "Presenter’s controls" });
  // The window itself can do nothing but show.
  if (host === "desktop") expect(await slides.evaluate(() => "entente" in window)).toBe(false);
  await expect(on(page).number).toBeVisible();

  await controls.getByRole("button", { name: "Next slide" }).click();
  await expect(slide(slides)).toHaveAttribute("data-slide", "argument");
  await slides.keyboard.press("PageDown");
  await expect(controls).toContainText("3 Answer");
  const number = slides.getByTestId("slide-answer");
  const before = (await number.textContent()) ?? "";
  await on(page).weight("Assad secure").focus();
  await page.keyboard.press("End");
  await expect(number).not.toHaveText(before);
  await expect(number).toHaveText((await on(page).number.textContent()) ?? "");

  await slides.keyboard.press("5");
  await slides.getByRole("button", { name: "As before" }).click();
  await expect(slides.getByTestId("slide-live")).toHaveText(before);

  await leave(slides);
  await expect(controls).toHaveCount(0);
});

test("a room: numbers are kept back until its answers are shown, and then they are the room's", async ({
  page,
}) => {
  await settled(page);
  await page.keyboard.press("Control+6");
  await page.getByRole("button", { name: "Dry run", exact: true }).click();
  const room = page.getByRole("main", { name: "Workshop" });
  const go = (name: RegExp) => room.getByRole("button", { name }).click();
  await go(/^Begin with the brief/);
  await go(/^Begin the warm-up/);
  await go(/^Let all answer now/);
  await go(/^Close warm-up/);
  await go(/^Begin round 1/);
  await go(/^Let all answer now/);
  const answer = page.getByTestId("slide-answer");
  const show = async () => {
    await page.keyboard.press("F5");
    await stage(page).waitFor();
    await page.keyboard.press("3");
    await expect(slide(page)).toHaveAttribute("data-slide", "answer");
  };

  const projector = page.getByRole("region", { name: "On the projector" });
  await expect(projector).toContainText("Round 1: weigh alone");
  await page.keyboard.press("F5");
  await expect(slide(page)).toHaveAttribute("data-slide", "room");
  await expect(slide(page)).toContainText("12 of 12 are in");
  await show();
  await expect(slide(page)).toContainText("Numbers are kept back.");
  await expect(answer).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(stage(page)).not.toContainText("What splits the room");
  await page.keyboard.press("Escape");

  await go(/^Close round 1/);
  await go(/^Go to the reveal/);
  await expect(page.getByText("Working out what the answers say")).toHaveCount(0, { timeout: 60_000 });
  await show();
  await expect(answer).toHaveCount(0);
  await page.keyboard.press("Escape");

  await go(/What each weighting says/);
  const pooled = /pooled (\d+%)/.exec((await room.getByText(/^Long run, pooled/).textContent()) ?? "")?.[1];
  await show();
  await expect(answer).toHaveText(pooled ?? "no number");
  await expect(slide(page)).toContainText("12 people’s weights in the model, pooled.");
  await expect(stage(page)).toContainText("12 people · Round 1");
  expect(await misfits(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await test.step("what splits the room stands beside what matters, once it is opened", async () => {
    await go(/What splits the room/);
    await expect(projector).toContainText("split the room most");
    await page.keyboard.press("F5");
    await expect(slide(page)).toHaveAttribute("data-slide", "room");
    await page.keyboard.press("4");
    await expect(slide(page)).toContainText("whether it ends in a break");
    await page.keyboard.press("PageDown");
    await expect(slide(page)).toContainText("split the room most");
    expect(await misfits(page)).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("PageDown");
    await expect(slide(page)).toHaveAttribute("data-slide", "change");
    await page.keyboard.press("Escape");
    // What the facilitator goes back to is what the room sees.
    await go(/Weights, widest first/);
    await expect(projector).toContainText("how much each factor matters");
  });

  await test.step("a second window follows the workshop, and shows what moved between rounds", async () => {
    await projector.getByRole("button", { name: "In a second window" }).click();
    const windows = () => page.context().pages().filter((one) => one.url().includes("slides=")); // prettier-ignore
    await expect.poll(() => windows().length).toBe(1);
    const [slides] = windows();
    if (!slides) throw new Error("There is no second window.");
    await stage(slides).waitFor();
    await go(/^Discuss these two/);
    await expect(slide(slides)).toContainText("Weigh it least");
    await go(/^Begin round 2/);
    await expect(slide(slides)).toContainText("Round 2: weigh again, alone");
    await go(/^Let all answer now/);
    await expect(slide(slides)).toContainText("12 of 12 are in");
    await go(/^Close round 2/);
    await go(/^Go to the result/);
    await expect(slide(slides)).toHaveAttribute("data-slide", "answer");
    await expect(stage(slides)).toContainText("12 people · Round 2", { timeout: 60_000 });
    await slides.keyboard.press("5");
    await slides.keyboard.press("PageDown");
    await expect(slide(slides)).toContainText("moved by 5 points or more");
    expect(await misfits(slides)).toEqual([]);
    await expect(projector).toContainText("What moved between rounds");
    await leave(slides);
  });
});
