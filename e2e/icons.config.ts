import { defineConfig } from "@playwright/test";
import { testChromiumOrEnd } from "./chromium.ts";

/** Draws the program's icons in every size from their SVG: `npm run icons`, after one of them was changed. */
export default defineConfig({
  testDir: ".",
  testMatch: "icons.pictures.ts",
  workers: 1,
  reporter: "list",
  outputDir: "../dist/test/icons",
  use: { launchOptions: { executablePath: testChromiumOrEnd(), chromiumSandbox: false } },
});
