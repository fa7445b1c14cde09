import type { BrowserWindow, Dialog } from "electron";

/** What decides whether a window may close. */
export interface Closing {
  /** The page has changes that are in no file. */
  readonly edited: boolean;
  /** The page answers; a crashed or hung one never will. */
  readonly alive: boolean;
  /** The page or the user has settled the matter. */
  readonly settled: boolean;
}

/** A dead page cannot save, so nobody waits for it: its last draft is on disk and comes back at the next start. */
export const mustAsk = ({ edited, alive, settled }: Closing): boolean => edited && alive && !settled;

export type CloseChoice = "save" | "discard" | "cancel";
const choices: readonly CloseChoice[] = ["save", "discard", "cancel"];

export async function askToSave(dialog: Dialog, window: BrowserWindow, name: string): Promise<CloseChoice> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: `Save the changes to “${name}”?`,
    detail: "Changes that are not saved are lost.",
    buttons: ["Save", "Don’t Save", "Cancel"],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return choices[response] ?? "cancel";
}

/**
 * Asks once per attempt to close, and acts on the answer.
 * @param act `save` asks the page to save and then to close; `discard` closes; `cancel` stays
 */
export function guardClosing(
  window: Pick<BrowserWindow, "on">,
  state: () => Closing,
  ask: () => Promise<CloseChoice>,
  act: Readonly<Record<CloseChoice, () => void | Promise<void>>>,
): void {
  let asking = false;
  window.on("close", (event) => {
    if (!mustAsk(state())) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask()
      .then((choice) => act[choice]())
      .finally(() => {
        asking = false;
      });
  });
}
