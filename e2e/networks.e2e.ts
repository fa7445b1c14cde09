import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { answerSave, drop, open, pick, saveAs } from "./page/documents.ts";
import { command, on, rested, settled } from "./page/explore.ts";
import { openExport, written } from "./page/exports.ts";

// The chest clinic of Lauritzen and Spiegelhalter (1988), typed in from the literature.
const node = (id: string) => `variable ${id} { type discrete [ 2 ] { yes, no }; }`;
const ASIA = `network unknown { }
${["asia", "tub", "smoke", "lung", "bronc", "either", "xray", "dysp"].map(node).join("\n")}
probability ( asia ) { table 0.01, 0.99; }
probability ( tub | asia ) { (yes) 0.05, 0.95; (no) 0.01, 0.99; }
probability ( smoke ) { table 0.5, 0.5; }
probability ( lung | smoke ) { (yes) 0.1, 0.9; (no) 0.01, 0.99; }
probability ( bronc | smoke ) { (yes) 0.6, 0.4; (no) 0.3, 0.7; }
probability ( either | lung, tub ) { (yes, yes) 1, 0; (yes, no) 1, 0; (no, yes) 1, 0; (no, no) 0, 1; }
probability ( xray | either ) { (yes) 0.98, 0.02; (no) 0.05, 0.95; }
probability ( dysp | bronc, either ) { (yes, yes) 0.9, 0.1; (yes, no) 0.8, 0.2; (no, yes) 0.7, 0.3; (no, no) 0.1, 0.9; }
`;

const state = (page: Page, label: string) => page.getByRole("button", { name: new RegExp(`^${label}, `) });
const chance = (page: Page, label: string) => state(page, label).getAttribute("aria-label");
/** The box's row of the map's table, with four decimals. */
async function exact(page: Page, box: string, which: string): Promise<string> {
  const row = page.locator("#network tbody tr", { hasText: new RegExp(`^${box}${which}`) });
  return (await row.locator("td").nth(1).textContent()) ?? "";
}

test("a network of another program opens, is asked, undone, saved as a case and opened again", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  const complaints = complaintsOf(page);
  const { number, status } = on(page);
  const path = join(folder, "asia.bif");
  const mine = join(folder, "clinic.entente");
  await writeFile(path, ASIA);

  await test.step("open", async () => {
    await open(started, path);
    await pick(started, path);
    await expect(status).toContainText("Opened asia.bif as a new case.");
    await command(page, "lung");
    await page.getByRole("button", { name: "Set as question" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "It is very unlikely (05–20%) that lung is yes.",
    );
    await page
      .getByRole("button", { name: /asia: (more|chart|menu|take)/i })
      .or(page.locator("#network header button").last())
      .click();
    await page.getByRole("menuitem", { name: /table/i }).click();
    expect(await exact(page, "lung", "yes")).toBe("0.055");
    expect(await exact(page, "tub", "yes")).toBe("0.0104");
    await page.getByRole("button", { name: "Back to the chart" }).click();
  });

  await test.step("a finding, and undo", async () => {
    await state(page, "asia is yes").click();
    await expect.poll(() => chance(page, "tub is yes")).toBe("tub is yes, 5%");
    await page.keyboard.press("Control+z");
    await expect.poll(() => chance(page, "tub is yes")).toBe("tub is yes, 1%");
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(() => chance(page, "tub is yes")).toBe("tub is yes, 5%");
  });

  await test.step("save asks for a name, and the network's own file stays as it was", async () => {
    await saveAs(started, mine);
    await expect(status).toContainText("Saved clinic.entente.");
    expect(await readFile(path, "utf8")).toBe(ASIA);
    expect(JSON.parse(await readFile(mine, "utf8"))).toMatchObject({
      format: "entente-case",
      network: { findings: { asia: "yes" }, target: { variable: "lung", state: "yes" } },
    });
  });

  await test.step("open the case again", async () => {
    const shown = (await number.textContent()) ?? "";
    await page.getByRole("button", { name: /: case menu$/ }).click();
    await page.getByRole("menuitem", { name: "Soviet Union and Egypt, 1971" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("lung");
    await open(started, mine);
    await pick(started, mine);
    await expect(status).toContainText("Opened clinic.entente.");
    await expect.poll(() => chance(page, "tub is yes")).toBe("tub is yes, 5%");
    await expect(number).toHaveText(shown);
  });

  await test.step("a malformed one is refused with its line, and the open case stays", async () => {
    await writeFile(join(folder, "bad.bif"), ASIA.replace("0.05, 0.95; (no)", "0.05, often; (no)"));
    await drop(started, folder, "bad.bif");
    await expect(page.getByRole("alert")).toHaveText(/^bad\.bif: .*line 11.*\.$/);
    await expect.poll(() => chance(page, "tub is yes")).toBe("tub is yes, 5%");
  });
  expect(complaints).toEqual([]);
});

test("a network named on the command line is what one sees first", async ({ start, folder }) => {
  const path = join(folder, "clinic.bif");
  await writeFile(path, ASIA);
  const { page } = await start(path);
  await expect(page.getByRole("group", { name: /^lung:/ })).toBeVisible();
  await expect(on(page).status).toContainText("Opened clinic.bif as a new case.");
});

test("a case is exported as a network, and opened again it says the same of what holds", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  await answerSave(started, { folder });
  await page.getByRole("button", { name: /: case menu$/ }).click();
  await page.getByRole("menuitem", { name: "China and Vietnam, 1975" }).click();
  await expect(page.getByRole("button", { name: /^China and Vietnam.*: case menu$/ })).toBeVisible();
  await command(page, "Now");
  await rested(page);
  const bars = await page.locator("#by-horizon").textContent();
  const dialog = await openExport(page, "Data");
  await dialog.getByText("Network", { exact: true }).click();
  await dialog.getByText("AgenaRisk .cmpx", { exact: true }).click();
  const path = await written(page, folder, ".cmpx");
  await open(started, path);
  // The marking just given is a change of the case.
  await page.getByRole("button", { name: "Don’t save" }).click();
  await pick(started, path);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The partnership is Working");
  expect(bars).toContain(await on(page).number.textContent());
});
