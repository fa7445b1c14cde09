import type { Page } from "@playwright/test";
import { type Times, timesOf } from "../../app/cli/bench/time.ts";

export interface Drag {
  /** Milliseconds of processor time a move, of the window with the model's thread; no range is drawn before the hand rests. */
  readonly spent: number;
  /** Milliseconds from a move of the hand to the picture of its answer. */
  readonly frame: Times;
  /** Milliseconds between pictures while the hand moves without a pause. */
  readonly between: Times;
  /** Pictures that took more than 50 ms, of all. */
  readonly long: readonly [count: number, of: number];
}

const WARM = 5;
const STEPS = 40;
/** Milliseconds after which no answer is waited for. */
const PATIENCE = 20_000;

/** Drags a factor's weight to and fro by real moves of the mouse. */
export async function dragWeight(page: Page, factor: string): Promise<Drag> {
  const row = page.locator(`[data-region="weights"] [data-factor="${factor}"]`);
  await row.scrollIntoViewIfNeeded();
  const thumb = await row.locator("[class*=thumb]").first().boundingBox();
  const track = await row.locator("[class*=track]").first().boundingBox();
  if (!thumb || !track) throw new Error("The slider is not there.");
  const y = thumb.y + thumb.height / 2;
  /** Up and down the track, each time some eight half steps away from where it was. */
  const at = (step: number) => track.x + (track.width * (0.5 + ((8 * step) % 20))) / 21;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  const frames = await each(WARM, at, y, page);
  const before = await spent(page);
  frames.splice(0, WARM, ...(await each(STEPS, (step) => at(step + WARM), y, page)));
  const after = await spent(page);
  await page.evaluate(watchFrames);
  for (let step = 0; step < 2 * STEPS; step++) await page.mouse.move(at(step), y);
  const between = await page.evaluate(() => (window as unknown as { endFrames: () => number[] }).endFrames());
  await page.mouse.up();
  return {
    spent: (after - before) / STEPS,
    frame: timesOf(frames),
    between: timesOf(between),
    long: [between.filter((ms) => ms > 50).length, between.length],
  };
}

/** Moves the mouse, each time once the answer to the move before is there. @returns milliseconds of each */
async function each(steps: number, at: (step: number) => number, y: number, page: Page): Promise<number[]> {
  const frames: number[] = [];
  for (let step = 0; step < steps; step++) {
    const painted = page.evaluate(paintedAnswer, PATIENCE);
    await page.evaluate(() => undefined);
    await page.mouse.move(at(step), y);
    frames.push(await painted);
  }
  return frames;
}

/** Milliseconds of processor time so far: on a shared machine the turns of others do not count. */
async function spent(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  return 1000 * (metrics.find(({ name }) => name === "ProcessTime")?.value ?? NaN);
}

/** In the page: from the next move of the mouse to after the picture in which the answer's parts have changed. */
function paintedAnswer(patience: number): Promise<number> {
  return new Promise((done, fail) => {
    setTimeout(() => fail(new Error("No new answer was painted.")), patience);
    let moved = 0;
    addEventListener("pointermove", ({ timeStamp }) => (moved = timeStamp), { once: true, capture: true });
    const seen = new MutationObserver(() => {
      if (moved === 0) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // A message posted in a frame arrives when the frame has been handed on.
        port1.onmessage = () => done(performance.now() - moved);
        port2.postMessage(null);
      });
    });
    // The bars by horizon are drawn from the answer alone, at its full precision.
    const bars = document.querySelector("#by-horizon");
    if (!bars) throw new Error("No bars are on the screen.");
    seen.observe(bars, { subtree: true, attributes: true, characterData: true, childList: true });
  });
}

/** In the page: keeps the milliseconds between frames until `endFrames` is called. */
function watchFrames(): void {
  const between: number[] = [];
  let last = performance.now();
  let watching = true;
  const next = (): void => {
    const now = performance.now();
    between.push(now - last);
    last = now;
    if (watching) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  Object.assign(window, {
    endFrames: () => {
      watching = false;
      return between;
    },
  });
}

/** The same measure on a page that only shows how far the hand is: what machine and browser take by themselves. */
export async function bareFrame(page: Page): Promise<Times> {
  await page.setContent('<div id="by-horizon" style="position:fixed;inset:0">0</div>');
  await page.evaluate(() =>
    addEventListener("pointermove", ({ clientX }) => {
      const bars = document.querySelector("#by-horizon");
      if (bars) bars.textContent = String(clientX);
    }),
  );
  return timesOf((await each(WARM + STEPS, (step) => 200 + 7 * step, 200, page)).slice(WARM));
}
