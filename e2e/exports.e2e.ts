import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app.ts";
import { complaintsOf } from "./page/complaints.ts";
import { answerSave } from "./page/documents.ts";
import { on, settled } from "./page/explore.ts";

// Charts taken out of the window, by both hosts, and looked into on the disk.

/** The picture and the table that a run of the export dialog wrote. */
async function exported(page: Page, folder: string, chart: string, format: "SVG" | "PNG") {
  const { dialog } = on(page);
  const before = new Set(await readdir(folder));
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  await dialog.getByText(chart, { exact: true }).click();
  await dialog.getByText(format, { exact: true }).click();
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  const ending = `.${format.toLowerCase()}`;
  const name = (await readdir(folder)).find((one) => !before.has(one) && one.endsWith(ending));
  if (name === undefined) throw new Error(`${chart}: no ${format} was written.`);
  return { picture: join(folder, name), table: join(folder, name.replace(ending, ".csv")) };
}

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
