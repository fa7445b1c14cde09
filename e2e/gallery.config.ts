import { defineConfig } from "@playwright/test";
import type { Options } from "./app.ts";
import { testChromiumOrEnd } from "./chromium.ts";

testChromiumOrEnd();

/**
 * Compares every screen, slide, phone page, chart and panel with its picture in `e2e/golden`; with
 * `--update-snapshots` it takes them anew, to be looked at before they are kept.
 */
export default defineConfig<Options>({
  testDir: ".",
  testMatch: /(gallery|screens|slides|phones)\.pictures\.ts/,
  workers: 1,
  timeout: 900_000,
  reporter: "list",
  outputDir: "../dist/test/gallery",
  snapshotPathTemplate: "{testDir}/golden/{arg}{ext}",
  // Letters differ a little from one release of the browser to the next; a shifted line differs by far more.
  expect: {
    toHaveScreenshot: { maxDiffPixelRatio: 0.004, threshold: 0.2, animations: "disabled" },
  },
  use: { host: "browser" },
});
