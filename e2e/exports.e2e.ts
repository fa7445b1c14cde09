import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { openExport, written } from "./page/exports.ts";
import { answerSave, open, pick } from "./page/documents.ts";
import { on, settled } from "./page/explore.ts";

// Charts taken out of the window, by both hosts, and looked into on the disk.

/** The picture and the table that a run of the export dialog wrote. */
async function exported(page: Page, folder: string, chart: string, format: "SVG" | "PNG") {
  const dialog = await openExport(page);
  await dialog.getByText(chart, { exact: true }).click();
  await dialog.getByText(format, { exact: true }).click();
  const ending = `.${format.toLowerCase()}`;
  const picture = await written(page, folder, ending);
  return { picture, table: picture.replace(/\.\w+$/, ".csv") };
}

/** What an outside program says of a file; null where this computer has no such program. */
function asked(program: string, ...args: string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (error) return null;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
const MARKING = "Draft · TLP:AMBER+STRICT";

/** Size and number of colours of a picture that is shown by itself. */
const looked = (page: Page, bytes: Buffer, type: string) =>
  page.evaluate(
    async ([base64, mime]) => {
      const image = new Image();
      image.src = `data:${mime};base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4)
        colours.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
      return { width: canvas.width, height: canvas.height, colours: colours.size };
    },
    [bytes.toString("base64"), type] as const,
  );

test("every chart becomes an SVG that needs nothing else, a PNG of the right size, and a CSV that explains itself", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  await answerSave(started, { folder });
  const complaints = complaintsOf(page);
  const number = (await on(page).number.textContent()) ?? "";

  for (const chart of ["By horizon", "Answer", "Argument", "Full argument", `Why ${number}`])
    await test.step(`${chart} as SVG`, async () => {
      const { picture } = await exported(page, folder, chart, "SVG");
      const svg = await readFile(picture, "utf8");
      // Read without its style sheet, which the policy of the app's own page would refuse.
      const parsed = await page.evaluate(
        (text) => {
          const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
          return {
            name: root.tagName,
            broken: root.querySelector("parsererror") !== null,
            said: root.textContent,
          };
        },
        svg.replace(/<style[^]*?<\/style>/g, ""),
      );
      expect(parsed).toMatchObject({ name: "svg", broken: false });
      expect(parsed.said).toContain("judgement");
      expect(parsed.said).toContain(number);
      expect(parsed.said.split(MARKING).length).toBeGreaterThan(2);
      expect(svg).toContain("data:font/woff2;base64,");
      expect(svg).not.toMatch(/(href|src)="(?!#|data:)|url\((?!["']?(#|data:))|<script|var\(--|@import/);
      const { width, colours } = await looked(page, Buffer.from(svg), "image/svg+xml");
      expect(width).toBeGreaterThan(300);
      expect(colours).toBeGreaterThan(20);
    });

  await test.step("PNG", async () => {
    const { picture, table } = await exported(page, folder, "By horizon", "PNG");
    const png = await readFile(picture);
    const shown = await looked(page, png, "image/png");
    // 160 mm at 300 dots to the inch, and 11811 dots to the metre.
    expect(shown.width).toBe(1890);
    expect(shown.height).toBeGreaterThan(600);
    expect(shown.colours).toBeGreaterThan(20);
    const density = png.indexOf("pHYs");
    expect([png.readUInt32BE(density + 4), png.readUInt32BE(density + 8), png[density + 12]]).toEqual([11811, 11811, 1]); // prettier-ignore
    expect(density).toBeLessThan(png.indexOf("IDAT"));

    const csv = await readFile(table, "utf8");
    const rows = csv.split("\r\n");
    expect(rows[0]).toMatch(/^Horizon,.*,Break$/);
    const long = rows.find((row) => row.startsWith("Long run,"))?.split(",") ?? [];
    expect(`${String(Math.round(Number(long.at(-1)) * 100))}%`).toBe(number);
    for (const field of [
      "Case",
      "Source",
      "As of",
      "Scenario",
      "Horizon",
      "Seen from",
      "Date",
      "Version",
      "Seed",
      "Note",
    ])
      // prettier-ignore
      expect(csv).toMatch(new RegExp(`^${field},.+$`, "m"));
  });

  await test.step("the next time it opens as it was left", async () => {
    await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
    await expect(on(page).dialog.getByRole("radio", { name: "PNG" })).toBeChecked();
    await page.keyboard.press("Escape");
    await expect(on(page).dialog).toBeHidden();
  });
  expect(complaints).toEqual([]);
});

test("outlines leave no text behind, and any reader of XML takes the drawing", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  await answerSave(started, { folder });
  const complaints = complaintsOf(page);
  const dialog = await openExport(page);
  await dialog.getByText("Argument", { exact: true }).click();
  await dialog.getByText("SVG", { exact: true }).click();
  await dialog.getByText("Outlines", { exact: true }).click();
  const path = await written(page, folder, ".svg");
  const svg = await readFile(path, "utf8");
  expect(svg).not.toMatch(/<(text|tspan|style)\b|NaN|undefined/);
  expect(svg.match(/<path /g)?.length).toBeGreaterThan(100);
  expect(svg).toContain("not frequency");
  asked("xmllint", "--noout", path);
  const { colours } = await looked(page, Buffer.from(svg), "image/svg+xml");
  expect(colours).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
});

test("workbook and slides carry the numbers on screen, marked on every page", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  await answerSave(started, { folder });
  const complaints = complaintsOf(page);
  const number = (await on(page).number.textContent()) ?? "";
  const workbook = await openExport(page, "Data");
  await workbook.getByText("Workbook (XLSX)").click();
  const xlsx = unzipSync(await readFile(await written(page, folder, ".xlsx")));
  const sheets = Object.entries(xlsx).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
  expect(sheets.length).toBeGreaterThanOrEqual(6);
  for (const [, sheet] of sheets)
    expect(strFromU8(sheet)).toContain(`<oddFooter>&amp;C&amp;"-,Bold"${MARKING}`);
  const answers = strFromU8(sheets[1]?.[1] ?? new Uint8Array());
  const breaks = [...answers.matchAll(/<f>SUM\([A-Z]+\d+,[^<]*<\/f><v>([^<]+)<\/v>/g)].map(([, v]) =>
    Number(v),
  );
  expect(`${String(Math.round((breaks.at(-1) ?? 0) * 100))}%`).toBe(number);

  const slides = await openExport(page, "Slides");
  await expect(slides.getByRole("article")).toHaveCount(5);
  const pptx = unzipSync(await readFile(await written(page, folder, ".pptx")));
  const pages = Object.entries(pptx).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
  expect(pages.length).toBe(5);
  for (const [, slide] of pages) expect(strFromU8(slide).split(MARKING).length).toBe(3);
  expect(complaints).toEqual([]);
});

test("the report is a tagged PDF, or the browser's own printing of the same", async ({
  started,
  page,
  folder,
}) => {
  await settled(page);
  await answerSave(started, { folder });
  const complaints = complaintsOf(page);
  const dialog = await openExport(page, "Report");
  await dialog.getByText("Will the marriage", { exact: false }).first().waitFor();
  if (!started.electron) {
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset["printed"] = document.querySelector(".report-print")?.textContent ?? "";
      };
    });
    await dialog.getByRole("button", { name: "Print…" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("body").getAttribute("data-printed")).toContain("Bottom line");
    await expect(page.locator(".report-print")).toHaveCount(0);
    expect(complaints).toEqual([]);
    return;
  }
  const path = await written(page, folder, ".pdf");
  expect((await readFile(path)).subarray(0, 5).toString()).toBe("%PDF-");
  const info = asked("pdfinfo", path);
  if (info !== null) {
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+59\d.*A4/);
    const fonts = asked("pdffonts", path)?.split("\n").slice(2).filter(Boolean) ?? [];
    for (const font of fonts) expect(font).toMatch(/\byes\b.*\d+\s+0$/);
    const count = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
    for (const one of ["1", String(count)]) {
      const text = asked("pdftotext", "-f", one, "-l", one, path, "-") ?? "";
      expect(text.split(MARKING).length).toBeGreaterThan(2);
      expect(text).toContain(`Page ${one} of ${String(count)}`);
    }
  }
  expect(complaints).toEqual([]);
});

test("a bundle opens as it was made; one that was changed is refused and nothing is lost", async ({
  started,
  page,
  folder,
}) => {
  test.setTimeout(120_000);
  await settled(page);
  await answerSave(started, { folder });
  await page.keyboard.press("n");
  const number = (await on(page).number.textContent()) ?? "";
  const dialog = await openExport(page, "Bundle");
  for (const extra of ["Workbook (XLSX)", "Report (HTML)"])
    await dialog.getByRole("group", { name: "Also inside" }).getByText(extra).click();
  const path = await written(page, folder, ".zip");
  const bytes = await readFile(path);
  const changed = join(folder, "changed.zip");
  await writeFile(changed, Buffer.concat([bytes.subarray(0, 3000), Buffer.from([bytes[3000] === 7 ? 8 : 7]), bytes.subarray(3001)])); // prettier-ignore

  const question = page.getByRole("button", { name: "Don’t save" });
  const opened = async (file: string) => {
    await open(started, file);
    await question.click();
    await pick(started, file);
  };
  await opened(changed);
  await expect(on(page).status.getByRole("alert")).toContainText("changed.zip: ");
  await expect(on(page).number).toHaveText(number);

  await page.keyboard.press("l");
  await expect(on(page).number).not.toHaveText(number);
  await opened(path);
  await expect(on(page).status).toContainText("the numbers are the same");
  await expect(on(page).number).toHaveText(number);
});
