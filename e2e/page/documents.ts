import { basename, join } from "node:path";
import type { Started } from "../app.ts";
import { on } from "./explore.ts";

/** The answer of the system's next save dialogs: the suggested name in this folder, or this path. */
export const answerSave = ({ electron }: Started, to: { folder: string } | { path: string }) =>
  electron?.evaluate(({ dialog }, wanted) => {
    const save = (_window: unknown, options: { defaultPath?: string }) =>
      Promise.resolve({
        canceled: false,
        filePath:
          "path" in wanted
            ? wanted.path
            : `${wanted.folder}/${(options.defaultPath ?? "").split(/[\\\\/]/).at(-1) ?? ""}`,
      });
    dialog.showSaveDialog = save as unknown as typeof dialog.showSaveDialog;
  }, to);

/** Saves under a name with whichever dialog this host has. */
export async function saveAs(started: Started, path: string): Promise<void> {
  const { page, electron } = started;
  await answerSave(started, { path });
  await page.keyboard.press("Control+Shift+S");
  if (electron) return;
  await on(page).dialog.getByRole("textbox", { name: "Name" }).fill(basename(path));
  await on(page).dialog.getByRole("button", { name: "Save", exact: true }).click();
}

/** Chooses a file in whichever open dialog this host has, once it is asked for. */
export async function open(started: Started, path: string): Promise<void> {
  const { page, electron } = started;
  await electron?.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await page.keyboard.press("Control+O");
}

/** Picks the file in the browser edition's own list; the desktop has no list. */
export async function pick({ page, electron }: Started, path: string): Promise<void> {
  if (!electron)
    await on(page)
      .dialog.getByRole("option", { name: basename(path) })
      .click();
}

/** Drops a file of the disk onto the page, as from a file manager. */
export async function drop({ page }: Started, folder: string, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
  await session.detach();
}
