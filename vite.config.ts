import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { decompress } from "wawoff2";

const node = ["electron", ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** A program that runs outside the page: everything bundled but Electron and Node themselves. */
const program = (outDir: string, input: Record<string, string>, format: "es" | "cjs", extension: string) => ({
  consumer: "server" as const,
  resolve: { noExternal: true as const, external: ["electron"] },
  build: {
    outDir,
    emptyOutDir: true,
    target: "node20",
    minify: false,
    copyPublicDir: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input,
      external: node,
      // Chunks stay beside their entry: `import.meta.dirname` must be the same folder in all of them.
      output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name].${extension}` },
    },
  },
});

/** `import base64 from "font.woff2?sfnt"`: the font unpacked, so that its outlines can be read in the page. */
const sfnt: Plugin = {
  name: "sfnt",
  enforce: "pre",
  async load(id) {
    if (!id.endsWith(".woff2?sfnt")) return null;
    const unpacked = await decompress(await readFile(id.replace(/\?.*$/, "")));
    return `export default ${JSON.stringify(Buffer.from(unpacked).toString("base64"))};`;
  },
};

/** The participant page's frame goes beside its script as it is. */
const joinPage: Plugin = {
  name: "join-page",
  applyToEnvironment: ({ name }) => name === "join",
  async generateBundle() {
    const source = await readFile("app/room/page/index.html", "utf8");
    this.emitFile({ type: "asset", fileName: "index.html", source });
  },
};

/** One file builds every program: the page and its worker, the hosts and command line (ESM), the preload (CJS). */
export default defineConfig({
  root: "renderer",
  publicDir: false,
  base: "./",
  plugins: [react(), sfnt, joinPage],
  // Grid areas are named in one file and used in others.
  css: { transformer: "lightningcss", lightningcss: { cssModules: { grid: false } } },
  builder: {},
  worker: { format: "es" },
  environments: {
    client: {
      build: {
        outDir: "../dist/renderer",
        emptyOutDir: true,
        license: { fileName: "licenses.md" },
        target: "chrome150",
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { input: { index: "renderer/index.html", gallery: "renderer/gallery/index.html" } },
      },
    },
    main: program(
      "../dist/app",
      {
        main: "app/main.ts",
        start: "app/start.ts",
        cli: "app/cli/cli.ts",
        bench: "app/cli/bench/bench.ts",
        benchRoom: "app/cli/bench/room.ts",
      },
      "es",
      "js",
    ),
    // What phones get, and the process that hands it to them: apart from everything else of the program.
    room: program("../dist/room", { room: "app/room/main.ts" }, "es", "mjs"),
    join: {
      consumer: "client",
      build: {
        outDir: "../dist/join",
        emptyOutDir: true,
        target: ["es2020", "safari14"],
        cssTarget: ["safari14", "chrome90"],
        modulePreload: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { room: "app/room/page/main.ts" },
          output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
        },
      },
    },
    preload: program("../dist/preload", { preload: "app/bridge/preload.ts" }, "cjs", "cjs"),
  },
  test: {
    root: ".",
    environment: "node",
    include: ["{app,renderer,e2e}/**/*.test.{ts,tsx}", "*.test.ts"],
    setupFiles: ["test.setup.ts"],
    testTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "dist/test/unit.json" }]],
  },
});
