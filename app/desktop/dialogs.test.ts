import { mkdtemp, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { Handles } from "../files/handles.ts";
import { caseFiles } from "./arguments.ts";
import { type Asking, pickOpen, pickSave } from "./dialogs.ts";
import { Memory } from "./memory.ts";
import { answering, as } from "./testing.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-dialogs-"));
});

/** A user who picks this path (or cancels with ""), and then presses these buttons. */
function user(path: string, ...buttons: number[]) {
  const dialog = {
    ...answering(...buttons),
    showOpenDialog: vi.fn((_window: unknown, _options: { defaultPath: string }) =>
      Promise.resolve({ canceled: path === "", filePaths: path === "" ? [] : [path] }),
    ),
    showSaveDialog: vi.fn((_window: unknown, _options: { defaultPath: string }) =>
      Promise.resolve({ canceled: path === "", filePath: path }),
    ),
  };
  const handles = new Handles();
  const memory = new Memory(join(folder, "own"));
  const asking: Asking = { dialog: as(dialog), window: () => as({}), handles, memory };
  return { dialog, handles, memory, asking };
}

test("the file picked is handed on as a word, and its folder is remembered", async () => {
  const path = join(folder, "a.entente");
  const { asking, handles, memory, dialog } = user(path);
  const choice = await pickOpen(asking);
  if (choice.outcome !== "picked") throw new Error(choice.outcome);
  expect(handles.path(choice.file.handle)).toBe(path);
  expect(JSON.stringify({ ...choice.file, folder: "" })).not.toContain(folder);
  const next = new Memory(join(folder, "own"));
  await next.load();
  expect([next.folder("cases"), next.folder("exports")]).toEqual([folder, homedir()]);
  await pickOpen({ ...asking, memory });
  expect(dialog.showOpenDialog.mock.calls[1]?.[1]).toMatchObject({ defaultPath: folder });
});

test("cancelling is no choice", async () => {
  const { asking, memory } = user("");
  expect([await pickOpen(asking), await pickSave(asking, { name: "a", kind: "svg" })]).toEqual([
    { outcome: "cancelled" },
    { outcome: "cancelled" },
  ]);
  expect(memory.now.cases).toBeNull();
});

test("a name for saving is offered clean, in the folder for its kind", async () => {
  const { asking, dialog } = user("");
  await pickSave(asking, { name: "../Who: me?", kind: "png" });
  expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
    defaultPath: join(homedir(), "Who me.png"),
    filters: [{ extensions: ["png"] }],
  });
});

test.each([
  [0, "picked"],
  [1, "cancelled"],
])(
  "an ending left out is put on; what lies there is replaced only after asking (%i: %s)",
  async (button, outcome) => {
    await writeFile(join(folder, "chart.svg"), "theirs");
    const { asking, dialog } = user(join(folder, "chart"), button);
    const choice = await pickSave(asking, { name: "chart", kind: "svg" });
    expect(choice).toMatchObject(
      outcome === "picked" ? { outcome, file: { name: "chart.svg" } } : { outcome },
    );
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
  },
);

test("damaged memory is forgotten and set aside", async () => {
  await writeFile(join(folder, "desktop.json"), '{"place":7}');
  const memory = new Memory(folder);
  await memory.load();
  expect(memory.now.place).toBeNull();
});

test("only cases and networks are taken from a command line", () => {
  const args = [
    "--no-sandbox",
    ".",
    "a.entente",
    "/b/C.ENTENTE",
    "--x=c.entente",
    "notes.txt",
    "nets/asia.bif",
    "D.XDSL",
    "https://x.org/d",
  ];
  expect(caseFiles(args, "/home")).toEqual([
    "/home/a.entente",
    "/b/C.ENTENTE",
    "/home/nets/asia.bif",
    "/home/D.XDSL",
  ]);
});
