import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import type { Choice, FileKind } from "../bridge/contract.ts";
import type { Handles } from "../files/handles.ts";
import { cleanName, endings, networkEndings, openedEndings, withEnding } from "../files/names.ts";
import type { Memory } from "./memory.ts";

export interface Asking {
  readonly dialog: Dialog;
  readonly window: () => BrowserWindow;
  readonly handles: Handles;
  readonly memory: Memory;
}

const words: Readonly<Record<FileKind, string>> = {
  case: "Entente case",
  svg: "SVG drawing",
  png: "PNG picture",
  csv: "CSV table",
  xlsx: "Excel workbook",
  pptx: "PowerPoint slides",
  pdf: "PDF report",
  bundle: "Entente bundle",
  ballot: "Ballot",
  bif: "BIF network",
  xmlbif: "XMLBIF network",
  net: "Hugin network",
  xdsl: "GeNIe network",
  cmpx: "AgenaRisk network",
  uai: "UAI network",
};

/** An ending as the systems' dialogs want it. */
const plain = (ending: string) => ending.slice(1);

const cancelled: Choice = { outcome: "cancelled" };

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Asks which case to open. */
export async function pickOpen({ dialog, window, handles, memory }: Asking): Promise<Choice> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
    defaultPath: memory.folder("cases"),
    properties: ["openFile"],
    filters: [
      { name: "Cases, bundles and networks", extensions: openedEndings.map(plain) },
      { name: "Entente cases and bundles", extensions: ["entente", "zip"] },
      { name: "Network of another program", extensions: networkEndings.map(plain) },
      { name: "All files", extensions: ["*"] },
    ],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return cancelled;
  await memory.remember({ cases: dirname(path) });
  return { outcome: "picked", file: handles.grant(path) };
}

/** Asks where to save; the name is made safe and its ending put right. */
export async function pickSave(
  { dialog, window, handles, memory }: Asking,
  { name, kind }: { name: string; kind: FileKind },
): Promise<Choice> {
  const shelf = kind === "case" ? "cases" : "exports";
  const { canceled, filePath } = await dialog.showSaveDialog(window(), {
    defaultPath: join(memory.folder(shelf), cleanName(name, kind)),
    filters: [{ name: words[kind], extensions: [plain(endings[kind])] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  if (canceled || filePath === "") return cancelled;
  const path = withEnding(filePath, kind);
  // The dialog asked about the name without its ending.
  if (path !== filePath && (await exists(path)) && !(await mayReplace(dialog, window(), path)))
    return cancelled;
  await memory.remember({ [shelf]: dirname(path) });
  return { outcome: "picked", file: handles.grant(path) };
}

async function mayReplace(dialog: Dialog, window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: `“${basename(path)}” already exists. Replace it?`,
    buttons: ["Replace", "Cancel"],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
