import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app, dialog } from "electron";
import { beforeEach, expect, test, vi } from "vitest";
import { channel } from "../bridge/names.ts";
import { Desk } from "./desk.ts";
import { openWindow } from "./open.ts";
import { prepareDesk } from "./start.ts";
import { FakeWindow, as } from "./testing.ts";

vi.mock("electron", async () => {
  const { EventEmitter } = await import("node:events");
  const { FakeWindow } = await import("./testing.ts");
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
  class BrowserWindow extends FakeWindow {
    readonly loadURL = vi.fn(() => Promise.resolve());
  }
  return {
    app: Object.assign(new EventEmitter(), { getPath: vi.fn(), isPackaged: true }),
    BrowserWindow,
    dialog: { showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })) },
    nativeTheme: { shouldUseDarkColors: false, shouldUseHighContrastColors: false },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    Menu: {},
    clipboard: {},
    ClipboardItem: {},
    ipcMain: {},
    protocol: {},
    session: {},
    utilityProcess: {},
  };
});

const newFolder = () => mkdtempSync(join(tmpdir(), "entente-start-"));
beforeEach(() => {
  app.removeAllListeners();
  vi.mocked(app.getPath).mockReturnValue(newFolder());
});

test("a second start hands its files to the first, which comes to the front", () => {
  const desk = prepareDesk();
  const window = new FakeWindow();
  desk.seat(as(window));
  window.webContents.emit("did-finish-load");
  app.emit("second-instance", {}, ["/opt/entente", "--software", "later.entente"], "/cases");
  expect(window.webContents.send.mock.calls).toEqual([
    [channel("file:opened"), expect.objectContaining({ name: "later.entente", folder: "/cases" })],
  ]);
  expect([window.show.mock.calls.length, window.focus.mock.calls.length]).toEqual([1, 1]);
});

test.each([
  ["is told that it did not paint", true, 1],
  ["is told nothing where it was asked for", false, 0],
])("whoever gets software graphics %s", async (_what, tell, times) => {
  vi.mocked(dialog.showMessageBox).mockClear();
  const desk = new Desk(newFolder(), () => undefined);
  await openWindow(desk, "/dist", { software: true, tell, starting: "software 1", painted: null });
  expect(dialog.showMessageBox).toHaveBeenCalledTimes(times);
  if (tell)
    expect(vi.mocked(dialog.showMessageBox).mock.calls[0]?.at(-1)).toMatchObject({
      message: "Entente is painting without the graphics card.",
      detail: expect.stringContaining("--hardware") as string,
    });
});
