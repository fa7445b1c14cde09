import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication, Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { call } from "./bridge.ts";
import { launchDesktop } from "./desktop.ts";
import { listenOutside } from "./outside.ts";

// What only the desktop promises: its window, menus and dialogs, and the walls around its page.

const title = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
const windows = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Notes everything the host sends under a name, from now on. */
async function listen(page: Page, name: "menu:run" | "file:opened" | "window:save-and-close") {
  await page.evaluate((to) => {
    const here = globalThis as { heard?: unknown[] };
    here.heard = [];
    window.entente?.on(to, (value: unknown) => here.heard?.push(value ?? "nothing"));
  }, name);
  return () => page.evaluate(() => (globalThis as { heard?: unknown[] }).heard);
}

/** Presses these buttons of the next message boxes, by their words. */
const press = (app: ElectronApplication, ...words: string[]) =>
  app.evaluate(({ dialog }, wanted) => {
    const box = ((_window: unknown, options: { buttons: string[] }) =>
      Promise.resolve({
        response: options.buttons.indexOf(wanted.shift() ?? "Cancel"),
        checkboxChecked: false,
      })) as unknown as typeof dialog.showMessageBox;
    dialog.showMessageBox = box;
  }, words);

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });

test("Save As writes the file the dialog gave, with its ending", async ({ electronApp, page, folder }) => {
  await electronApp.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    join(folder, "chosen"),
  );
  const choice = await call(page, "files:pickSave", { name: "Syria", kind: "case" });
  if (choice.outcome !== "picked") throw new Error(choice.outcome);
  expect(choice.file).toMatchObject({ name: "chosen.entente", folder });
  await call(page, "files:write", { handle: choice.file.handle, text: "{}", stamp: null, force: false });
  expect(await readFile(join(folder, "chosen.entente"), "utf8")).toBe("{}");
});

test("the title shows the document and its changes", async ({ electronApp, page }) => {
  await call(page, "window:document", { name: "Syria", folder: "", edited: true });
  expect(await title(electronApp)).toBe("• Syria — Entente");
  await call(page, "window:document", { name: "Syria", folder: "", edited: false });
  expect(await title(electronApp)).toBe("Syria — Entente");
});

test("a menu item runs the page's action and takes its name from it", async ({ electronApp, page }) => {
  const heard = await listen(page, "menu:run");
  await call(page, "window:menu", { undo: { enabled: true, label: "Undo Weight of strikes" } });
  const label = () =>
    electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("undo")?.label);
  await expect.poll(label).toBe("Undo Weight of strikes");
  await electronApp.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById("undo")?.click();
  });
  await expect.poll(heard).toEqual(["undo"]);
});

test.describe("closing with changes", () => {
  test.beforeEach(({ page }) => call(page, "window:document", { name: "Syria", folder: "", edited: true }));

  test("Cancel stays", async ({ electronApp, page }) => {
    await press(electronApp, "Cancel");
    await closeWindow(electronApp);
    await page.waitForTimeout(300);
    expect(await windows(electronApp)).toBe(1);
  });

  test("Save asks the page, which then closes its window", async ({ electronApp, page }) => {
    const heard = await listen(page, "window:save-and-close");
    await press(electronApp, "Save");
    await closeWindow(electronApp);
    await expect.poll(heard).toEqual(["nothing"]);
    expect(await windows(electronApp)).toBe(1);
    const closed = electronApp.waitForEvent("close");
    await call(page, "window:close").catch(() => undefined);
    await closed;
  });

  test("Don’t Save closes and drops what was kept", async ({ start, electronApp, page }) => {
    await call(page, "draft:keep", { id: "spec-2", name: "Syria", handle: null, stamp: null, text: "x" });
    await press(electronApp, "Don’t Save");
    const closed = electronApp.waitForEvent("close");
    await closeWindow(electronApp);
    await closed;
    const next = await start();
    const { drafts } = await call(next.page, "draft:list");
    expect(drafts.filter(({ id }) => id === "spec-2")).toEqual([]);
  });
});

test("a second start opens its file in the first and ends", async ({
  electronApp,
  page,
  userData,
  folder,
}) => {
  const path = join(folder, "second.entente");
  await writeFile(path, "{}");
  const heard = await listen(page, "file:opened");
  // The second start ends before it has a window, which Playwright reports as a failed launch.
  await launchDesktop(userData, [path]).catch(() => undefined);
  await expect.poll(heard).toMatchObject([{ name: "second.entente", folder }]);
  expect(await windows(electronApp)).toBe(1);
});

test("the page can neither go elsewhere nor open windows nor download", async ({
  electronApp,
  page,
  folder,
}) => {
  const before = page.url();
  const outside = await listenOutside();
  const target = `http://${outside.address}/`;
  await page.evaluate((to) => {
    location.href = to;
  }, target);
  await page.waitForTimeout(200);
  const opened = await page.evaluate((to) => {
    window.open(to);
    window.open("about:blank");
    const link = Object.assign(document.createElement("a"), { href: to, target: "_blank" });
    document.body.append(link);
    link.click();
    const file = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob(["secret"])),
      download: "secret.txt",
    });
    document.body.append(file);
    file.click();
    return location.href;
  }, target);
  await page.waitForTimeout(500);
  expect([page.url(), opened]).toEqual([before, before]);
  expect(await windows(electronApp)).toBe(1);
  expect(outside.reached()).toBe(0);
  await expect(access(join(folder, "secret.txt"))).rejects.toThrow();
  outside.close();
});

test("even a load the page's policy does not see is refused", async ({ page }) => {
  const outside = await listenOutside();
  await expect(page.goto(`http://${outside.address}/`)).rejects.toThrow(/ERR_BLOCKED_BY_CLIENT|ERR_ABORTED/);
  expect(outside.reached()).toBe(0);
  outside.close();
});

test("permissions are denied, but for putting a chart on the clipboard", async ({ page }) => {
  const states = await page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      write: await state("clipboard-write"),
      read: await state("clipboard-read"),
      place: await state("geolocation"),
      notes: await state("notifications"),
    };
  });
  expect(states).toEqual({ write: "granted", read: "denied", place: "denied", notes: "denied" });
});

test("a frame inside the page has no bridge", async ({ page }) => {
  const found = await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    frame.src = "about:blank";
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 300));
    return frame.contentWindow === null ? "no frame" : typeof frame.contentWindow.entente;
  });
  expect(["undefined", "no frame"]).toContain(found);
});

test("the clipboard gets picture and text", async ({ electronApp, page }) => {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  expect(await call(page, "clipboard:write", { png, text: "33%" })).toBeUndefined();
  expect(await electronApp.evaluate(({ clipboard }) => clipboard.readText())).toBe("33%");
});
