import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** electron-builder's own reader and validator of electron-builder.yml. */
interface Builder {
  getConfig(folder: string, file: string, more: null): Promise<Record<string, unknown>>;
  validateConfiguration(config: object, log: object): Promise<void>;
}
const load = createRequire(createRequire(import.meta.url).resolve("electron-builder"));
const builder = load("app-builder-lib/out/util/config/config") as Builder;
const root = join(import.meta.dirname, "../..");
const config = () => builder.getConfig(root, "electron-builder.yml", null);
const validate = (given: object) =>
  builder.validateConfiguration(given, { add: () => undefined, isEnabled: false });

describe("the package", () => {
  test("is described in terms electron-builder knows", async () => {
    await validate(await config());
    await expect(validate({ ...(await config()), asarr: true })).rejects.toThrow("asarr");
  });

  test("has its eight fuses set against running anything but itself", async () => {
    expect((await config()).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test("holds the built program only, in a checked archive, and opens case files", async () => {
    expect(await config()).toMatchObject({
      appId: "org.entente.app",
      asar: true,
      files: [
        {
          filter: [
            "dist/app/**",
            "dist/preload/**",
            "dist/renderer/**",
            "dist/room/**",
            "dist/join/**",
            "!dist/renderer/gallery/**",
            "!dist/renderer/assets/gallery-*",
            "!dist/app/bench*",
            "package.json",
          ],
        },
      ],
      fileAssociations: [
        { ext: "entente", role: "Editor" },
        { ext: ["bif", "xmlbif", "bifxml", "xdsl", "cmpx"], role: "Viewer" },
      ],
    });
    expect(JSON.stringify(await config())).not.toMatch(/no-sandbox|disableAsarIntegrity/);
  });
});
