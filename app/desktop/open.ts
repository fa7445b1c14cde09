import { join } from "node:path";
import { app, BrowserWindow, dialog, nativeTheme, screen } from "electron";
import { ORIGIN } from "../bridge/names.ts";
import { openAt } from "./bounds.ts";
import { askToSave, guardClosing } from "./closing.ts";
import { watchCrashes, watchHangs } from "./crash.ts";
import type { Desk } from "./desk.ts";
import { type Graphics, clearOnPaint } from "./graphics.ts";
import { background, showWhenPainted, windowOptions } from "./window.ts";

/**
 * Opens the program's one window with everything that watches over it.
 * @param dist folder of the built program
 */
export async function openWindow(desk: Desk, dist: string, graphics: Graphics): Promise<void> {
  const { place } = desk.memory.now;
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const { theme } = await desk.shelf.settings.values();
  const window = new BrowserWindow(
    windowOptions({
      bounds: openAt(
        place,
        [primary, ...others].map(({ workArea }) => workArea),
      ),
      backgroundColor: background(
        theme,
        nativeTheme.shouldUseDarkColors,
        nativeTheme.shouldUseHighContrastColors,
      ),
      preload: join(dist, "preload/preload.cjs"),
      packaged: app.isPackaged,
    }),
  );
  desk.seat(window);
  showWhenPainted(window, place?.maximized ?? false);
  clearOnPaint(window, app, app.getPath("userData"), graphics);
  // The page's own <title> would replace the document's name.
  window.on("page-title-updated", (event) => {
    event.preventDefault();
  });
  const alive = (answers: boolean) => {
    desk.alive = answers;
  };
  watchCrashes(window, dialog, alive);
  watchHangs(window, dialog, alive);
  rememberPlace(window, desk);
  guardClosing(
    window,
    () => ({ edited: desk.shown.edited, alive: desk.alive, settled: desk.settled }),
    () => askToSave(dialog, window, desk.shown.name),
    {
      save: () => {
        desk.push("window:save-and-close", undefined);
      },
      discard: async () => {
        await desk.shelf.drafts.dropMine();
        desk.settled = true;
        window.close();
      },
      cancel: () => {
        desk.leaving = false;
      },
    },
  );
  await window.loadURL(`${ORIGIN}/index.html`);
  if (graphics.tell)
    void dialog.showMessageBox(window, {
      type: "info",
      message: "Entente is painting without the graphics card.",
      detail: "The last start ended before anything was shown. Start with --hardware to try the card again.",
    });
}

/** Keeps the window's place a moment after it was moved: when the program ends there is no time left to write. */
function rememberPlace(window: BrowserWindow, desk: Desk): void {
  let later: NodeJS.Timeout | undefined;
  const moved = () => {
    clearTimeout(later);
    later = setTimeout(() => {
      if (window.isDestroyed()) return;
      const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      // Not worth a message when the disk refuses.
      desk.memory.remember({ place }).catch(() => undefined);
    }, 400);
  };
  window.on("resize", moved);
  window.on("move", moved);
  window.on("maximize", moved);
  window.on("unmaximize", moved);
}
