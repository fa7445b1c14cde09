import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "@playwright/test";
import { icnsOf, icoOf } from "./page/icons.ts";
import { root } from "./desktop.ts";

const folder = join(root, "assets/icons");
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

for (const name of ["icon", "document"])
  test(`${name} in every size, as one file for Windows and for macOS`, async ({ page }) => {
    const svg = await readFile(join(folder, `${name}.svg`), "utf8");
    const drawn = new Map<number, Buffer>();
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
      drawn.set(size, await page.screenshot({ omitBackground: true }));
    }
    await writeFile(join(folder, `${name}.ico`), icoOf(drawn));
    await writeFile(join(folder, `${name}.icns`), icnsOf(drawn));
    if (name !== "icon") return;
    await mkdir(join(folder, "linux"), { recursive: true });
    for (const [size, png] of drawn)
      await writeFile(join(folder, "linux", `${String(size)}x${String(size)}.png`), png);
  });
