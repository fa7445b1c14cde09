import { defineConfig } from "@playwright/test";
import { testChromiumOrEnd } from "./chromium.ts";

testChromiumOrEnd();

/** Measures the whole window and prints a table; never part of the tests, as machines are shared and noisy. */
export default defineConfig({
  testDir: "bench",
  testMatch: "*.bench.ts",
  workers: 1,
  timeout: 1_800_000,
  reporter: "line",
  outputDir: "../dist/test/bench",
});
