import { Buffer } from "node:buffer";
import { stat } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { App, Clipboard, ClipboardItem, Dialog, IpcMain } from "electron";
import { type CallName, type FileRef, type Report, channel, desktopCalls } from "../bridge/contract.ts";
import { type Handlers, answerFrame } from "../bridge/gate.ts";
import { fileCalls } from "../files/calls.ts";
import { caseFiles } from "./arguments.ts";
import { attempt } from "../files/failures.ts";
import { roomCalls } from "../keeper/calls.ts";
import type { Keeper } from "../keeper/keeper.ts";
import { copy } from "./copy.ts";
import type { Desk } from "./desk.ts";
import { type Asking, pickOpen, pickSave } from "./dialogs.ts";
import { titleOf } from "./window.ts";

export interface Means {
  readonly app: Pick<App, "getVersion">;
  readonly dialog: Dialog;
  readonly clipboard: Pick<Clipboard, "write">;
  readonly ClipboardItem: typeof ClipboardItem;
  readonly platform: NodeJS.Platform;
  readonly keeper: Keeper;
  /** Makes a PDF of a report, out of sight. */
  readonly print: (report: Report) => Promise<Uint8Array>;
  /** Opens the slides in a window of their own. */
  readonly openSlides: (id: string) => Promise<void>;
  /** Rebuilds the menu bar after the page has spoken of its actions. */
  readonly refreshMenu: () => void;
}

type Dropped = { "files:dropped": (path: string) => Promise<FileRef | null> };
/** The browser edition's ways of naming a file and hearing of a room; the desktop has dialogs and speaks first. */
type DesktopHandlers = Omit<Handlers, "files:name" | "room:news"> & Dropped;

/** Everything the desktop does for its page. */
export function desktopHandlers(desk: Desk, means: Means): DesktopHandlers {
  const asking: Asking = {
    dialog: means.dialog,
    window: () => {
      if (desk.window === null) throw new Error("The window is gone.");
      return desk.window;
    },
    handles: desk.shelf.handles,
    memory: desk.memory,
  };
  return {
    ...fileCalls(desk.shelf),
    ...roomCalls(means.keeper, networkInterfaces),
    "app:info": () => ({
      host: "electron" as const,
      version: means.app.getVersion(),
      platform: means.platform,
      folder: null,
    }),
    "files:pickOpen": () => pickOpen(asking),
    "files:pickSave": (wanted) => pickSave(asking, wanted),
    "files:dropped": async (path) => {
      const [full] = caseFiles([path], "/");
      const found = full === path ? await stat(path).catch(() => null) : null;
      return found?.isFile() === true ? desk.shelf.handles.grant(path) : null;
    },
    "window:document": (shown) => {
      desk.shown = shown;
      const { window } = desk;
      window?.setTitle(titleOf(shown.name, shown.edited));
      // The dot in the red button and the file's icon in the title bar are macOS's own.
      if (means.platform !== "darwin") return;
      window?.setDocumentEdited(shown.edited);
      window?.setRepresentedFilename(shown.folder === "" ? "" : join(shown.folder, shown.name));
    },
    "window:menu": (items) => {
      if (JSON.stringify(items) === JSON.stringify(desk.items)) return;
      desk.items = items;
      means.refreshMenu();
    },
    "window:close": () => {
      desk.settled = true;
      desk.window?.close();
    },
    "slides:open": (id) =>
      means.openSlides(id).catch((error: unknown) => ({
        failed: "other" as const,
        message: `The slides’ window did not open: ${error instanceof Error ? error.message : String(error)}`,
      })),
    "slides:close": () => {
      desk.slides?.destroy();
    },
    "report:pdf": (report) =>
      attempt("made into a PDF", report.title, async () => ({
        base64: Buffer.from(await means.print(report)).toString("base64"),
      })),
    "clipboard:write": (what) => copy(means.clipboard, means.ClipboardItem, what),
  };
}

/** Opens the one door for the page: every call goes through the gate. */
export function answerCalls(ipcMain: Pick<IpcMain, "handle">, handlers: object): void {
  for (const name of Object.keys(desktopCalls) as (CallName | "files:dropped")[])
    ipcMain.handle(channel(name), (event, ...args: unknown[]) =>
      answerFrame(event.senderFrame, handlers, name, args, desktopCalls),
    );
}
