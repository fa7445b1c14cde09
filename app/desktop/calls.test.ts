import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { desktopCalls } from "../bridge/contract.ts";
import { answerCalls, desktopHandlers } from "./calls.ts";
import { Desk } from "./desk.ts";
import { FakeWindow, as } from "./testing.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-desk-"));
});

class Item {
  readonly parts: Record<string, unknown>;
  constructor(parts: Record<string, unknown>) {
    this.parts = parts;
  }
}

function desktop(platform: NodeJS.Platform = "linux") {
  const desk = new Desk(folder, vi.fn());
  const window = new FakeWindow();
  desk.seat(as(window));
  const clipboard = { write: vi.fn((_items: Item[]) => Promise.resolve()) };
  const refreshMenu = vi.fn();
  const handlers = desktopHandlers(desk, {
    app: { getVersion: () => "1.2.3" },
    dialog: as({}),
    clipboard: as(clipboard),
    ClipboardItem: as(Item),
    platform,
    keeper: as({ state: () => null }),
    refreshMenu,
    openSlides: () => Promise.resolve(),
    print: ({ html }) => Promise.resolve(new TextEncoder().encode(html)),
  });
  return { desk, window, clipboard, refreshMenu, handlers };
}

test("there is one handler for each call, behind the gate", async () => {
  const { handlers } = desktop();
  const doors = new Map<string, (event: object, ...args: unknown[]) => Promise<unknown>>();
  answerCalls(
    as({ handle: (name: string, door: () => Promise<unknown>) => doors.set(name, door) }),
    handlers,
  );
  expect([...doors.keys()].sort()).toEqual(
    Object.keys(desktopCalls)
      .map((name) => `entente:${name}`)
      .sort(),
  );
  const info = doors.get("entente:app:info");
  const own = { origin: "app://entente", parent: null };
  expect(await info?.({ senderFrame: own })).toEqual({
    value: { host: "electron", version: "1.2.3", platform: "linux", folder: null },
  });
  expect(await info?.({ senderFrame: null })).toMatchObject({ error: { code: "sender" } });
  expect(await info?.({ senderFrame: { ...own, origin: "https://example.org" } })).toMatchObject({
    error: { code: "sender" },
  });
  expect(await info?.({ senderFrame: own }, "more")).toMatchObject({ error: { code: "arguments" } });
  // The browser edition's call has no handler here.
  const naming = doors.get("entente:files:name");
  expect(await naming?.({ senderFrame: own }, { name: "a", kind: "svg" })).toMatchObject({
    error: { code: "unknown" },
  });
});

test("a report comes back as bytes, a failed printing as a sentence", async () => {
  const report = { title: "Syria", html: "hi", css: "" };
  expect(await desktop().handlers["report:pdf"](report)).toEqual({ base64: "aGk=" });
});

test("the window shows the document and its changes", () => {
  const shown = { name: "Syria", folder: "/cases", edited: true };
  const { handlers, window, desk } = desktop();
  handlers["window:document"](shown);
  expect(window.setTitle).toHaveBeenLastCalledWith("• Syria — Entente");
  expect(desk.shown.edited).toBe(true);
  expect(window.setDocumentEdited).not.toHaveBeenCalled();
  const mac = desktop("darwin");
  mac.handlers["window:document"](shown);
  expect(mac.window.setDocumentEdited).toHaveBeenLastCalledWith(true);
  expect(mac.window.setRepresentedFilename).toHaveBeenLastCalledWith(join("/cases", "Syria"));
});

test("the menu is built again only when the page says something new", () => {
  const { handlers, refreshMenu } = desktop();
  const items = { undo: { enabled: true, label: "Undo" } };
  for (const said of [items, { ...items }, {}]) handlers["window:menu"](said);
  expect(refreshMenu).toHaveBeenCalledTimes(2);
});

test("the page may close its window without being asked again", () => {
  const { handlers, window, desk } = desktop();
  handlers["window:close"]();
  expect([desk.settled, window.close.mock.calls.length]).toEqual([true, 1]);
});

describe("a dropped file", () => {
  test.each([
    ["a case", "a.entente", true],
    ["another kind", "a.html", false],
    ["a case that is not there", "b.entente", false],
    ["a folder called so", "c.entente", false],
  ])("%s: %s", async (_what, name, taken) => {
    await writeFile(join(folder, "a.entente"), "{}");
    await writeFile(join(folder, "a.html"), "");
    await mkdir(join(folder, "c.entente"));
    const file = await desktop().handlers["files:dropped"](join(folder, name));
    expect(file !== null).toBe(taken);
  });

  test("under a relative path is refused", async () => {
    // The file is there, seen from where the tests run.
    const there = "assets/cases/us-saudi-1973.entente";
    expect(existsSync(there)).toBe(true);
    expect(await desktop().handlers["files:dropped"](there)).toBeNull();
  });
});

describe("the clipboard", () => {
  test("gets picture and text as one item", async () => {
    const { handlers, clipboard } = desktop();
    expect(await handlers["clipboard:write"]({ png: "AP8=", text: "33%" })).toBeUndefined();
    const [[item] = []] = clipboard.write.mock.calls[0] ?? [];
    expect(item?.parts["text/plain"]).toBe("33%");
    const picture = item?.parts["image/png"] as Blob;
    expect([picture.type, ...new Uint8Array(await picture.arrayBuffer())]).toEqual(["image/png", 0, 255]);
  });

  test("that refuses is told in one sentence", async () => {
    const { handlers, clipboard } = desktop();
    clipboard.write.mockRejectedValueOnce(new Error("busy"));
    expect(await handlers["clipboard:write"]({ png: null, text: "" })).toMatchObject({ failed: "other" });
  });
});

describe("a case named from outside", () => {
  const sent = ({ window }: ReturnType<typeof desktop>) => window.webContents.send.mock.calls;

  test("waits until there is a page, and for the new page after a reload", () => {
    const given = desktop();
    const { desk, window } = given;
    desk.open("/a/one.entente");
    expect(sent(given)).toEqual([]);
    window.webContents.emit("did-finish-load");
    window.webContents.emit("did-start-loading");
    desk.open("/a/two.entente");
    window.webContents.emit("did-finish-load");
    expect(sent(given).map(([channel, file]) => [channel, (file as { name: string }).name])).toEqual([
      ["entente:file:opened", "one.entente"],
      ["entente:file:opened", "two.entente"],
    ]);
  });

  test("is not sent to a window that is gone", () => {
    const given = desktop();
    given.window.webContents.emit("did-finish-load");
    given.window.gone = true;
    given.desk.push("menu:run", "undo");
    given.window.emit("closed");
    given.desk.open("/a/one.entente");
    expect(sent(given)).toEqual([]);
  });
});
