import { describe, expect, test, vi } from "vitest";
import { type AfterCrash, afterCrash, watchCrashes, watchHangs } from "./crash.ts";
import { FakeWindow, answering, as, settle } from "./testing.ts";

test.each<[Parameters<typeof afterCrash>[0], number[], AfterCrash]>([
  ["clean-exit", [], "ignore"],
  ["crashed", [], "reopen"],
  ["killed", [], "reopen"],
  ["oom", [99_000], "reopen"],
  ["crashed", [90_000, 99_000], "ask"],
  ["crashed", [30_000, 39_000], "reopen"],
  ["crashed", [1, 2, 3, 4, 99_000], "reopen"],
  ["launch-failed", [], "ask"],
  ["integrity-failure", [], "ask"],
])("after %s, with earlier ends at %j, at 100 s: %s", (reason, earlier, expected) => {
  expect(afterCrash(reason, earlier, 100_000)).toBe(expected);
});

describe("a page whose process ends", () => {
  function watched(...buttons: number[]) {
    const window = new FakeWindow();
    const dialog = answering(...buttons);
    const alive = vi.fn();
    let now = 0;
    watchCrashes(as(window), as(dialog), alive, () => now);
    const crash = (at: number) => {
      now = at;
      window.webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 });
    };
    return { window, dialog, alive, crash };
  }

  test("is reopened twice, then the user is asked and may go on", async () => {
    const { window, dialog, alive, crash } = watched(0);
    for (const at of [0, 1_000]) crash(at);
    expect([window.webContents.reload.mock.calls.length, dialog.showMessageBox.mock.calls.length]).toEqual([
      2, 0,
    ]);
    crash(2_000);
    expect(alive).toHaveBeenLastCalledWith(false);
    await settle();
    expect(window.webContents.reload).toHaveBeenCalledTimes(3);
    expect(alive).toHaveBeenLastCalledWith(true);
  });

  test("is closed when the user says so", async () => {
    const { window, crash } = watched(1);
    for (const at of [0, 1, 2]) crash(at);
    await settle();
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test("is reopened for good when it ends once in a while", () => {
    const { window, dialog, crash } = watched();
    for (let hour = 0; hour < 10; hour += 1) crash(hour * 3_600_000);
    expect(window.webContents.reload).toHaveBeenCalledTimes(10);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
});

describe("a page that does not answer", () => {
  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [2, 0, 1],
  ])("button %i: ended %i times, closed %i times", async (button, ended, closed) => {
    const window = new FakeWindow();
    const alive = vi.fn();
    const dialog = answering(button);
    watchHangs(as(window), as(dialog), alive);
    window.emit("unresponsive");
    window.emit("unresponsive");
    expect(alive).toHaveBeenLastCalledWith(false);
    await settle();
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledTimes(ended);
    expect(window.destroy).toHaveBeenCalledTimes(closed);
  });

  test("is as before once it answers again", () => {
    const window = new FakeWindow();
    const alive = vi.fn();
    watchHangs(as(window), as(answering()), alive);
    window.emit("unresponsive");
    window.emit("responsive");
    expect(alive).toHaveBeenLastCalledWith(true);
  });
});
