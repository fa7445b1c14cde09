import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { drop, open, pick, saveAs } from "./page/documents.ts";
import { command, on, settled } from "./page/explore.ts";

// What becomes of a case between the screen and the disk, in both hosts.

test("what is saved is opened again with the same numbers", async ({ started, page, folder }) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { number, status, weight, dialog } = on(page);
  const path = join(folder, "mine.entente");
  const asShipped = (await number.textContent()) ?? "";
  const caseMenu = page.getByRole("button", { name: /: case menu$/ });
  let saved = "";

  await test.step("save as", async () => {
    await command(page, "strikes 9");
    await expect(number).not.toHaveText(asShipped);
    await expect(status).toContainText("Edited");
    await saveAs(started, path);
    await expect(status).toContainText("Saved mine.entente.");
    await expect(status).not.toContainText("Edited");
    saved = (await number.textContent()) ?? "";
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ format: "entente-case" });
  });

  await test.step("save again, with the version before kept beside it", async () => {
    const first = await readFile(path, "utf8");
    await command(page, "presence 8");
    await expect(number).not.toHaveText(saved);
    saved = (await number.textContent()) ?? "";
    await page.keyboard.press("Control+S");
    await expect(status).not.toContainText("Edited");
    expect(await readFile(`${path}.bak`, "utf8")).toBe(first);
    expect((await readdir(folder)).sort()).toEqual(["mine.entente", "mine.entente.bak"]);
  });

  await test.step("a new case asks about unsaved changes first", async () => {
    await command(page, "strikes 1");
    await caseMenu.click();
    await page.getByRole("menuitem", { name: "United States and Saudi Arabia, 1973" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(weight("Israeli strikes")).toHaveValue("1");
    await caseMenu.click();
    await page.getByRole("menuitem", { name: "United States and Saudi Arabia, 1973" }).click();
    await question.getByRole("button", { name: "Don’t save" }).click();
    await expect(caseMenu).toContainText("United States and Saudi Arabia");
    await expect(weight("War and resupply")).toHaveValue("5");
  });

  await test.step("open, and open again from the recent ones", async () => {
    await open(started, path);
    await pick(started, path);
    await expect(status).toContainText("Opened mine.entente.");
    await expect(number).toHaveText(saved);
    await expect(weight("Israeli strikes")).toHaveValue("9");
    await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
    await caseMenu.click();
    await page.getByRole("menuitem", { name: "Soviet Union and Egypt, 1971" }).click();
    await expect(weight("Israeli raids")).toHaveValue("5");
    await caseMenu.click();
    await page.getByRole("menuitem", { name: "mine.entente" }).click();
    await expect(number).toHaveText(saved);
  });

  await test.step("changed by somebody else it is asked about before it is replaced", async () => {
    await writeFile(path, "theirs");
    await command(page, "strikes 2");
    await page.keyboard.press("Control+S");
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText("mine.entente was changed by someone else");
    await question.getByRole("button", { name: "Cancel" }).click();
    expect(await readFile(path, "utf8")).toBe("theirs");
    await page.keyboard.press("Control+S");
    await question.getByRole("button", { name: "Replace it" }).click();
    await expect(status).toContainText("Saved mine.entente.");
    expect(await readFile(`${path}.bak`, "utf8")).toBe("theirs");
  });
  await expect(dialog).toBeHidden();
  expect(complaints).toEqual([]);
});

test("a dropped case is opened; a damaged one is refused in a sentence and nothing is lost", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  const { status, number, weight } = on(page);
  const shipped = await readFile(
    join(import.meta.dirname, "../assets/cases/soviet-egypt-1971.entente"),
    "utf8",
  );
  await writeFile(join(folder, "egypt.entente"), shipped);
  await writeFile(join(folder, "damaged.entente"), shipped.slice(0, 5000));
  await drop(started, folder, "egypt.entente");
  await expect(status).toContainText("Opened egypt.entente.");
  await expect(weight("Israeli raids")).toHaveValue("5");
  const before = (await number.textContent()) ?? "";
  await drop(started, folder, "damaged.entente");
  await expect(page.getByRole("alert")).toHaveText(/^damaged\.entente: The file is damaged at line \d+.*\.$/);
  await expect(number).toHaveText(before);
  await expect(weight("Israeli raids")).toHaveValue("5");
  expect(await readFile(join(folder, "damaged.entente"), "utf8")).toBe(shipped.slice(0, 5000));
});

test("what was not saved is there again after a power cut", async ({ start }) => {
  const first = await start();
  await settled(first.page);
  await command(first.page, "strikes 9");
  await first.page.waitForTimeout(1000);
  const number = (await on(first.page).number.textContent()) ?? "";
  await first.kill();

  const second = await start();
  await expect(on(second.page).status).toContainText("Brought back unsaved changes");
  await settled(second.page);
  await expect(on(second.page).weight("Israeli strikes")).toHaveValue("9");
  await expect(on(second.page).number).toHaveText(number);
  await expect(on(second.page).status).toContainText("Edited");
});

test("a saved case that was changed knows its file after a power cut, also where it is named at the start", async ({
  start,
  folder,
}) => {
  const path = join(folder, "mine.entente");
  const first = await start();
  await settled(first.page);
  await saveAs(first, path);
  await expect(on(first.page).status).toContainText("Saved mine.entente.");
  await command(first.page, "strikes 9");
  await first.page.waitForTimeout(1000);
  await first.kill();

  const second = await start(path);
  const { status, weight } = on(second.page);
  await expect(status).toContainText("mine.entente is open, with changes that are not saved.");
  await expect(second.page.getByRole("alertdialog")).toHaveCount(0);
  await expect(weight("Israeli strikes")).toHaveValue("9");
  await second.page.keyboard.press("Control+S");
  await expect(status).toContainText("Saved mine.entente.");
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({
    scenarios: [{ settings: { weights: { strikes: 9 } } }, ...Array.from({ length: 8 }, () => ({}))],
  });
});
