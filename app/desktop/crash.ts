import type { BrowserWindow, Dialog, RenderProcessGoneDetails } from "electron";

const MOST = 3;
const WITHIN = 60_000;

export type AfterCrash = "ignore" | "reopen" | "ask";

/**
 * What to do when the page's process has ended.
 * @param earlier times of earlier ends, in milliseconds
 * @returns `ask` when reopening has not helped: three ends within a minute
 */
export function afterCrash(
  reason: RenderProcessGoneDetails["reason"],
  earlier: readonly number[],
  now: number,
): AfterCrash {
  if (reason === "clean-exit") return "ignore";
  if (reason === "launch-failed" || reason === "integrity-failure") return "ask";
  return earlier.filter((time) => now - time < WITHIN).length + 1 >= MOST ? "ask" : "reopen";
}

/** Told whether the page answers, so that closing does not wait for one that does not. */
type Alive = (alive: boolean) => void;

/** Reopens a page whose process has ended (its draft restores the work); asks when that does not help. */
export function watchCrashes(
  window: BrowserWindow,
  dialog: Dialog,
  alive: Alive,
  now = () => performance.now(),
): void {
  let ends: number[] = [];
  const reopen = () => {
    window.webContents.reload();
    alive(true);
  };
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (window.isDestroyed()) return;
    alive(false);
    const next = afterCrash(reason, ends, now());
    ends = [...ends, now()].slice(-MOST);
    if (next === "reopen") reopen();
    if (next === "ask")
      void askAfterCrash(dialog, window, reason).then((again) => (again ? reopen() : window.destroy()));
  });
}

async function askAfterCrash(dialog: Dialog, window: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: "Entente’s page keeps ending.",
    detail: `The system says “${reason}”. Your last changes are kept and come back when it opens again.`,
    buttons: ["Open Again", "Close"],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** Offers a way out of a page that does not answer. */
export function watchHangs(window: BrowserWindow, dialog: Dialog, alive: Alive): void {
  let asking = false;
  window.on("unresponsive", () => {
    alive(false);
    if (asking) return;
    asking = true;
    void askAfterHang(dialog, window).then((choice) => {
      asking = false;
      if (window.isDestroyed()) return;
      // Ending the process leads to watchCrashes, which reopens the page.
      if (choice === "reopen") window.webContents.forcefullyCrashRenderer();
      if (choice === "close") window.destroy();
    });
  });
  window.on("responsive", () => {
    alive(true);
  });
}

const hangChoices = ["wait", "reopen", "close"] as const;

async function askAfterHang(dialog: Dialog, window: BrowserWindow) {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: "Entente does not answer.",
    detail: "Your last changes are kept and come back when it opens again.",
    buttons: ["Keep Waiting", "Open Again", "Close"],
    defaultId: 0,
    cancelId: 0,
  });
  return hangChoices[response] ?? "wait";
}
