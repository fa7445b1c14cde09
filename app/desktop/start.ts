import { networkInterfaces } from "node:os";
import { join } from "node:path";
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  utilityProcess,
} from "electron";
import type { Report } from "../bridge/contract.ts";
import { Keeper } from "../keeper/keeper.ts";
import { readAssets } from "../keeper/page.ts";
import { caseFiles } from "./arguments.ts";
import { answerCalls, desktopHandlers } from "./calls.ts";
import { Desk } from "./desk.ts";
import type { Graphics } from "./graphics.ts";
import { lockSession } from "./lockdown.ts";
import { menuTemplate } from "./menu.ts";
import { openWindow } from "./open.ts";
import { printReport, Reports } from "./reports.ts";
import { startRoomProcess } from "./room.ts";
import { servePages } from "./scheme.ts";
import { openSlides } from "./slides.ts";

/** Makes the desk and everything that can reach it before the program is ready: other starts, the dock. */
export function prepareDesk(): Desk {
  const desk = new Desk(app.getPath("userData"), () => void refreshMenu(desk));
  for (const path of caseFiles(process.argv.slice(1), process.cwd())) desk.open(path);
  app.on("second-instance", (_event, argv, folder) => {
    for (const path of caseFiles(argv.slice(1), folder)) desk.open(path);
    desk.raise();
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    for (const file of caseFiles([path], "/")) desk.open(file);
  });
  app.on("before-quit", () => {
    desk.leaving = true;
  });
  return desk;
}

/**
 * Runs once the program is ready: locks the session, opens the door for calls, shows the window.
 * @param dist folder of the built program
 */
export async function startDesktop(desk: Desk, dist: string, graphics: Graphics): Promise<void> {
  const mac = process.platform === "darwin";
  lockSession(session.defaultSession, app.isPackaged);
  const reports = new Reports();
  servePages(protocol, join(dist, "renderer"), reports);
  const refresh = () => void refreshMenu(desk);
  const print = (report: Report) => printReport((options) => new BrowserWindow(options), reports, report);
  const keeper = new Keeper({
    folder: app.getPath("userData"),
    start: () => startRoomProcess((...given) => utilityProcess.fork(...given), join(dist, "room")),
    assets: readAssets(join(dist, "join")),
    interfaces: networkInterfaces,
    tell: (event) => {
      desk.push("room:event", event);
    },
  });
  app.on("will-quit", () => {
    keeper.stop();
  });
  const means = {
    app,
    keeper,
    dialog,
    clipboard,
    ClipboardItem,
    platform: process.platform,
    refreshMenu: refresh,
    print,
    openSlides: (id: string) =>
      openSlides(
        desk,
        {
          make: (options) => new BrowserWindow(options),
          displays: () => {
            const primary = screen.getPrimaryDisplay();
            return [primary, ...screen.getAllDisplays().filter((one) => one.id !== primary.id)];
          },
          packaged: app.isPackaged,
        },
        id,
      ),
  };
  answerCalls(ipcMain, desktopHandlers(desk, means));
  await desk.memory.load();
  await refreshMenu(desk);
  app.on("activate", () => {
    if (desk.window === null) void openWindow(desk, dist, graphics);
  });
  app.on("window-all-closed", () => {
    if (!mac || desk.leaving) app.quit();
  });
  await openWindow(desk, dist, graphics);
}

async function refreshMenu(desk: Desk): Promise<void> {
  const template = menuTemplate({
    items: desk.items,
    recent: await desk.shelf.recent.paths(),
    mac: process.platform === "darwin",
    run: (id) => {
      desk.push("menu:run", id);
    },
    open: (path) => {
      desk.open(path);
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
