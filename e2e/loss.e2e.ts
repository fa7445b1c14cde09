import { spawnSync } from "node:child_process";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Started, expect, test } from "./app.ts";
import { root } from "./desktop.ts";
import { launchBrowser, startEdition, endEdition } from "./edition.ts";
import { open, pick, saveAs } from "./page/documents.ts";
import { command, on, rested, settled } from "./page/explore.ts";

// What a disk, a share, a second window or a fallen page may do to a case: nothing is lost, and one sentence says so.

const mounted = (...args: string[]) => spawnSync("mount", args).status === 0;

/** The text of a case on the disk is whole. */
const whole = async (path: string) => (JSON.parse(await readFile(path, "utf8")) as { format: string }).format;

/** Changes a weight, saves, and gives the sentence that tells why it did not work. */
async function refused({ page }: Started, weight: string): Promise<string> {
  await command(page, weight);
  await page.keyboard.press("Control+S");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("could not be saved");
  await expect(on(page).status).toContainText("Edited");
  return (await alert.textContent()) ?? "";
}

test("a disk that is full, then read-only, then gone is told in a sentence each, and the work stays", async ({
  start,
  folder,
}) => {
  test.skip(
    !mounted("-t", "tmpfs", "-o", "size=1m", "entente", folder),
    "Only root may mount a small disk here.",
  );
  try {
    const path = join(folder, "mine.entente");
    const started = await start();
    const { page } = started;
    await settled(page);
    await saveAs(started, path);
    await expect(on(page).status).toContainText("Saved mine.entente.");
    const saved = await readFile(path, "utf8");

    await test.step("full", async () => {
      const room = 1_048_576 - 2 * saved.length - 40_000;
      await writeFile(join(folder, "filler"), Buffer.alloc(room > 0 ? room : 0));
      await writeFile(join(folder, "more"), Buffer.alloc(60_000)).catch(() => undefined);
      expect(await refused(started, "strikes 9")).toContain("the disk is full. Free some space");
      expect(await readFile(path, "utf8")).toBe(saved);
      await rm(join(folder, "filler"));
      await page.keyboard.press("Control+S");
      await expect(on(page).status).toContainText("Saved mine.entente.");
      expect(await readFile(path, "utf8")).not.toBe(saved);
      await rm(join(folder, "more"), { force: true });
    });
    await test.step("read-only", async () => {
      const before = await readFile(path, "utf8");
      expect(mounted("-o", "remount,ro", folder)).toBe(true);
      expect(await refused(started, "strikes 8")).toContain(
        "this account may not do that there. Save to another folder.",
      );
      expect(await readFile(path, "utf8")).toBe(before);
      expect(mounted("-o", "remount,rw", folder)).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(["mine.entente", "mine.entente.bak"]);
      await page.keyboard.press("Control+S");
      await expect(on(page).status).not.toContainText("Edited");
      expect(await whole(path)).toBe("entente-case");
    });
    await test.step("gone", async () => {
      spawnSync("umount", ["-l", folder]);
      await command(page, "strikes 2");
      await page.keyboard.press("Control+S");
      // The folder is another one now: nothing is written over what may be somebody else's.
      const question = page.getByRole("alertdialog");
      await expect(question).toContainText("mine.entente");
      await question.getByRole("button", { name: "Cancel" }).click();
      await expect(on(page).status).toContainText("Edited");
      await saveAs(started, join(folder, "again.entente"));
      await expect(on(page).status).toContainText("Saved again.entente.");
      expect(await whole(join(folder, "again.entente"))).toBe("entente-case");
    });
  } finally {
    spawnSync("umount", ["-l", folder]);
  }
});

test("a folder that is taken away while its case is open costs nothing", async ({ start, folder }) => {
  const path = join(folder, "mine.entente");
  const started = await start();
  const { page } = started;
  await settled(page);
  await saveAs(started, path);
  await expect(on(page).status).toContainText("Saved mine.entente.");
  await rm(folder, { recursive: true });
  await command(page, "strikes 9");
  await page.keyboard.press("Control+S");
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(on(page).status).toContainText("Edited");
  await expect(on(page).weight("Israeli strikes")).toHaveValue("9");
  await mkdir(folder, { recursive: true });
  await saveAs(started, join(folder, "again.entente"));
  await expect(on(page).status).toContainText("Saved again.entente.");
  expect(await whole(join(folder, "again.entente"))).toBe("entente-case");
});

test("a page that has fallen comes back with what was not saved", async ({ started, page, host }) => {
  test.skip(host === "browser", "There the browser itself opens its page again.");
  await settled(page);
  await command(page, "strikes 9");
  await page.waitForTimeout(1_000);
  const number = (await on(page).number.textContent()) ?? "";
  const loaded = page.waitForEvent("load");
  await started.electron?.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.emit(
      "render-process-gone",
      {},
      { reason: "crashed", exitCode: 1 },
    );
  });
  await loaded;
  await expect(on(page).status).toContainText("Brought back unsaved changes");
  await expect(on(page).number).toHaveText(number);
  await expect(on(page).weight("Israeli strikes")).toHaveValue("9");
});

test("a start that never painted is followed by one without the graphics card, and said", async ({
  start,
  userData,
  host,
}) => {
  test.skip(host === "browser", "There the browser looks after its graphics itself.");
  await mkdir(userData, { recursive: true });
  await writeFile(join(userData, "starting"), "card 0.1.0");
  const { page, electron } = await start();
  await settled(page);
  expect(await electron?.evaluate(({ app }) => app.commandLine.hasSwitch("disable-gpu"))).toBe(true);
  expect(await readFile(join(userData, "starting"), "utf8")).toMatch(/^software /);
});

test("two windows keep their own unsaved changes, and both come back after a power cut", async ({
  host,
  userData,
  folder,
}) => {
  test.skip(host === "desktop", "The desktop has one window; a second start brings it to the front.");
  const edition = await startEdition(userData, folder);
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto(edition.url);
  await settled(one);
  await command(one, "strikes 9");
  await one.waitForTimeout(1_200);
  await two.goto(edition.url);
  await settled(two);
  // The first window's changes are its own while it is open.
  await expect(on(two).weight("Israeli strikes")).toHaveValue("5");
  await command(two, "strikes 1");
  await two.waitForTimeout(1_200);
  await one.reload();
  await expect(on(one).weight("Israeli strikes")).toHaveValue("9", { timeout: 30_000 });
  await browser.close();
  await endEdition(edition, "SIGKILL");

  const again = await startEdition(userData, folder);
  const later = await launchBrowser();
  const third = await later.newPage();
  await third.goto(again.url);
  await expect(on(third).status).toContainText("1 more unsaved case comes back", { timeout: 30_000 });
  await later.close();
  await endEdition(again, "SIGTERM");
});

test("two windows with one file: the second to save is asked, and neither is lost", async ({
  host,
  userData,
  folder,
}) => {
  test.skip(host === "desktop", "The desktop has one window.");
  const edition = await startEdition(userData, folder);
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const window = async () => {
    const page = await context.newPage();
    await page.goto(edition.url);
    await settled(page);
    return { page, electron: null } as Started;
  };
  const path = join(folder, "mine.entente");
  const one = await window();
  await saveAs(one, path);
  await expect(on(one.page).status).toContainText("Saved mine.entente.");
  const two = await window();
  await open(two, path);
  await pick(two, path);
  await expect(on(two.page).status).toContainText("Opened mine.entente.");
  await command(one.page, "strikes 9");
  await one.page.keyboard.press("Control+S");
  await expect(on(one.page).status).not.toContainText("Edited");
  const theirs = await readFile(path, "utf8");
  await command(two.page, "strikes 1");
  await two.page.keyboard.press("Control+S");
  await expect(two.page.getByRole("alertdialog")).toContainText("was changed by someone else");
  expect(await readFile(path, "utf8")).toBe(theirs);
  await browser.close();
  await endEdition(edition, "SIGTERM");
});

test("a second browser edition beside one that runs leads to the first, or is refused in a sentence", async ({
  host,
  userData,
  folder,
}) => {
  test.skip(host === "desktop", "The desktop brings its one window to the front.");
  const edition = await startEdition(userData, folder);
  const again = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, "dist/app/start.js"), "--browser", ...args], {
      env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", ENTENTE_USER_DATA: userData },
      encoding: "utf8",
    });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(edition.url);
  await settled(page);
  await command(page, "strikes 9");
  const second = again("--folder", folder);
  expect([second.status, second.stdout]).toEqual([0, expect.stringContaining(`Open ${edition.url}`)]);
  const other = again("--folder", join(folder, "other"));
  expect([other.status, other.stderr]).toEqual([
    1,
    expect.stringContaining(`runs already, with the folder ${folder}`),
  ]);
  await page.waitForTimeout(1_200);
  await page.reload();
  await expect(on(page).weight("Israeli strikes")).toHaveValue("9", { timeout: 30_000 });
  await browser.close();
  await endEdition(edition, "SIGTERM");
  const next = await startEdition(userData, folder);
  expect(next.url).not.toBe(edition.url);
  await endEdition(next, "SIGTERM");
});

/** The model's worker, as the browser has it. */
const models = (page: Page) => page.workers().filter((one) => one.url().includes("model.worker"));
const hang = (page: Page) => models(page)[0]?.evaluate(() => void setTimeout(() => { for (;;); })); // prettier-ignore

test("a model that falls is started anew, and the next change is answered", async ({ page }) => {
  await settled(page);
  const { number } = on(page);
  const before = (await number.textContent()) ?? "";
  const [first] = models(page);
  await first?.evaluate(() => void setTimeout(() => { throw new Error("out of hand"); })); // prettier-ignore
  await expect.poll(() => models(page)).not.toContain(first);
  await command(page, "strikes 9");
  await expect(number).not.toHaveText(before);
  await rested(page);
});

test("an analysis that never ends is stopped and gone on with by a new model; an answer that does not come is asked again", async ({
  page,
}) => {
  await settled(page);
  const { number } = on(page);
  await page.keyboard.press("Control+3");
  const sets = page.getByRole("region", { name: "Smallest sets" });
  await expect(sets.getByRole("listitem").first()).toBeVisible();
  await hang(page);
  await command(page, "strikes 8");
  await sets.getByRole("button", { name: "Cancel" }).click();
  await expect(sets).toContainText("Stopped.");
  await sets.getByRole("button", { name: "Go on" }).click();
  await expect(sets).toHaveAttribute("aria-busy", "false");
  await expect(sets.getByRole("listitem").first()).toBeVisible();
  await expect.poll(() => models(page)).toHaveLength(1);

  await page.keyboard.press("Control+1");
  await rested(page);
  const before = (await number.textContent()) ?? "";
  await hang(page);
  await command(page, "strikes 2");
  await expect(number).not.toHaveText(before, { timeout: 90_000 });
});
