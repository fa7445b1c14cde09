import { defineConfig } from "@playwright/test";
import type { Options } from "./app.ts";
import { testChromiumOrEnd } from "./chromium.ts";

testChromiumOrEnd();

/** Takes a picture of every item of the gallery into dist/gallery. */
export default defineConfig<Options>({
  testDir: ".",
  testMatch: "gallery.pictures.ts",
  workers: 1,
  timeout: 300_000,
  reporter: "list",
  outputDir: "../dist/test/gallery",
  use: { host: "browser" },
});
