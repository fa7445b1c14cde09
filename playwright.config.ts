import { defineConfig } from "@playwright/test";
import type { Options } from "./e2e/app.ts";
import { testChromiumOrEnd } from "./e2e/chromium.ts";
import { desktopKind } from "./e2e/desktop.ts";

testChromiumOrEnd();

/** Every spec runs against both hosts, but for the one about the desktop's own things; a project's name in the report says which. */
export default defineConfig<Options>({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  // Each start has its own folders and ports: two at a time halve the wait on two cores.
  workers: 2,
  timeout: 180_000,
  // What comes late on a loaded machine has come all the same.
  expect: { timeout: 15_000 },
  // A shared machine can stall a browser for half a minute: what fails is run once more, and listed as flaky if it passes then.
  retries: 1,
  reporter: [["list"], ["json", { outputFile: "dist/test/e2e.json" }]],
  outputDir: "dist/test/e2e",
  projects: [
    // What the page looks like, and what happens between phones and room, does not depend on its host: seen once.
    {
      name: desktopKind,
      testIgnore: /(accessibility|ballot|gallery|phones|workshop-(people|room))\.e2e\.ts/,
      use: { host: "desktop" },
    },
    { name: "browser", testIgnore: "desktop.e2e.ts", use: { host: "browser" } },
  ],
});
