import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
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

  test("names one exact Electron, of a line that is looked after, and installs nothing of its own beside it", () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    ) as Record<"dependencies" | "devDependencies", Record<string, string> | undefined>;
    // Electron looks after its three newest lines; 45 was the newest when this was written.
    expect(devDependencies?.["electron"]).toMatch(/^(4[5-9]|[5-9]\d)\.\d+\.\d+$/);
    expect(dependencies ?? {}).toEqual({});
    for (const version of Object.values(devDependencies ?? {})) expect(version).toMatch(/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/); // prettier-ignore
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

  test("has icons of itself and of its files in every size that Windows and macOS ask for", () => {
    for (const name of ["icon", "document"]) {
      const ico = readFileSync(join(root, `assets/icons/${name}.ico`));
      const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => ico.readUInt8(6 + 16 * i) || 256);
      expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
      const icns = readFileSync(join(root, `assets/icons/${name}.icns`));
      const kinds: string[] = [];
      for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
        kinds.push(icns.toString("latin1", at, at + 4));
      // 16 to 1024, plain and for screens of double density.
      expect(kinds).toEqual([
        "icp4",
        "icp5",
        "icp6",
        "ic07",
        "ic08",
        "ic09",
        "ic10",
        "ic11",
        "ic12",
        "ic13",
        "ic14",
      ]);
    }
  });
});
