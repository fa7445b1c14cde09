import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "./app.ts";
import { root } from "./desktop.ts";

const folder = join(root, "dist/gallery");

test("pictures of every item, in light and dark", async ({ page }) => {
  const gallery = `${new URL(page.url()).origin}/gallery/index.html`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await page.setViewportSize({ width: 1500, height: 900 });
  for (const theme of ["light", "dark"]) {
    await page.goto(`${gallery}?theme=${theme}`);
    await page.locator('#item-band-plain [aria-busy="false"]').waitFor();
    await page.waitForTimeout(1000);
    const path = (id: string) => join(folder, `${id}.${theme}.png`);
    const alone: string[] = [];
    for (const item of await page.locator("figure[data-item]").all()) {
      const id = (await item.getAttribute("data-item")) ?? "";
      if ((await item.getAttribute("data-alone")) !== null) alone.push(id);
      else await item.locator("[data-frame]").screenshot({ path: path(id) });
    }
    for (const id of alone) {
      await page.goto(`${gallery}?theme=${theme}&only=${id}`);
      await page.locator("[role=dialog], [role=alertdialog]").waitFor();
      await page.waitForTimeout(800);
      await page.screenshot({ path: path(id) });
    }
  }
});
