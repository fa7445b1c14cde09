import { spawn, spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// electron-builder itself, on a distribution that is none: its files are there, its program is a sentinel for fuses.
// What would pack a Debian package instead lays out what the package would hold.

const load = createRequire(import.meta.url);
const { listPackage, extractFile } = load("@electron/asar") as typeof import("@electron/asar");
const { FuseV1Options, getCurrentFuseWire } = load("@electron/fuses") as typeof import("@electron/fuses");
const root = join(import.meta.dirname, "../..");
const { getConfig } = createRequire(load.resolve("electron-builder"))(
  "app-builder-lib/out/util/config/config",
) as typeof import("app-builder-lib/out/util/config/config");
const config = () =>
  getConfig(root, "electron-builder.yml", null) as Promise<{
    fileAssociations: { ext: string | string[] }[];
  }>;
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** How a fuse stands in the program's bytes. */
const BLOWN = { on: 0x31, off: 0x30 };
const FUSES = Object.values(FuseV1Options).filter((fuse) => typeof fuse === "number");
/** Copies each file=place, with a name for the package that it is asked for. */
const PACKER = `#!${process.execPath}
const { cpSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const args = process.argv.slice(2);
writeFileSync(args[args.indexOf("--package") + 1], "");
writeFileSync(join(__dirname, "said.json"), JSON.stringify(args));
for (const one of args) {
  const [from, to] = one.split("=");
  if (to !== undefined && to.startsWith("/")) cpSync(from, join(__dirname, "installed", to), { recursive: true });
}
`;
let work: string;
let out: string;
/** The root of a computer on which the package was installed. */
let installed: string;

/** What electron-builder needs of Electron, with every fuse at the state that ours must change. */
async function makeDistribution(folder: string): Promise<void> {
  await mkdir(join(folder, "locales"), { recursive: true });
  const wire = FUSES.map((fuse) =>
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar].includes(fuse)
      ? BLOWN.off
      : BLOWN.on,
  );
  const program = Buffer.concat([
    Buffer.from("#!/bin/sh\nexit 1\n"),
    Buffer.from(SENTINEL),
    Buffer.from([1, wire.length, ...wire]),
    Buffer.from("\n"),
  ]);
  await writeFile(join(folder, "electron"), program);
  await chmod(join(folder, "electron"), 0o755);
  for (const name of ["LICENSE", "LICENSES.chromium.html", "locales/en-US.pak", "locales/de.pak"])
    await writeFile(join(folder, name), name);
  await writeFile(join(folder, "version"), "45.4.1");
}

const run = (args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, [join(root, "node_modules/electron-builder/cli.js"), ...args], {
      cwd: root,
      // A token for somebody's releases must change nothing.
      env: {
        ...process.env,
        ELECTRON_BUILDER_OFFLINE: "true",
        GH_TOKEN: "none",
        CUSTOM_FPM_PATH: join(work, "packer"),
      },
    });
    let said = "";
    for (const stream of [builder.stdout, builder.stderr])
      stream.on("data", (part) => (said += String(part)));
    builder.on("error", reject);
    builder.on("exit", (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(said));
    });
  });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "entente-package-"));
  await makeDistribution(join(work, "electron"));
  const settings = [`electronDist=${join(work, "electron")}`, `directories.output=${join(work, "out")}`];
  installed = join(work, "installed");
  await writeFile(join(work, "packer"), PACKER);
  await chmod(join(work, "packer"), 0o755);
  await run(["--linux", "deb", "--publish", "never", ...settings.map((one) => `-c.${one}`)]);
  out = join(work, "out/linux-unpacked");
}, 120_000);
afterAll(() => rm(work, { recursive: true, force: true }));

/** Runs a program that checks others' files. @returns what it says; null where this computer has none such */
function asked(program: string, ...args: string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (error) return null;
  return `${stdout}${stderr}${status === 0 ? "" : `exit ${String(status)}`}`.trim();
}

describe("the package folder", () => {
  test("holds the program under its own name, one language, the licences, and nothing loose", async () => {
    expect((await readdir(out)).sort()).toEqual(
      [
        "LICENSE.electron.txt",
        "LICENSE.entente.txt",
        "LICENSES.bundled.md",
        "LICENSES.chromium.html",
        "entente",
        "locales",
        "resources",
        "version",
      ].sort(),
    );
    expect(await readdir(join(out, "locales"))).toEqual(["en-US.pak"]);
    expect((await readdir(join(out, "resources"))).filter((name) => name !== "apparmor-profile")).toEqual([
      "app.asar",
    ]);
    expect((await stat(join(out, "entente"))).mode & 0o111).toBe(0o111);
    expect(await readFile(join(out, "LICENSES.bundled.md"), "utf8")).toContain("react");
  });

  test("its archive is the built program and what it says of itself, no more", () => {
    const archive = join(out, "resources/app.asar");
    const files = listPackage(archive, { isPack: false }).map((name) => name.replace(/^[/\\]/, ""));
    const inside = files.filter((name) => /\.\w+$/.test(name));
    for (const name of [
      "package.json",
      "dist/app/main.js",
      "dist/preload/preload.cjs",
      "dist/renderer/index.html",
    ])
      expect(inside).toContain(name);
    expect(
      inside.filter((name) => !/^(package\.json$|dist\/(app|preload|renderer|room|join)\/)/.test(name)),
    ).toEqual([]);
    expect(inside.filter((name) => /gallery|bench|\.map$|\.tsx?$|node_modules/.test(name))).toEqual([]);
    const said = JSON.parse(extractFile(archive, "package.json").toString()) as Record<string, unknown>;
    expect(said).toMatchObject({ name: "entente", main: "dist/app/main.js" });
    expect(said).not.toHaveProperty("scripts");
    expect(extractFile(archive, "dist/app/main.js")).toEqual(expect.any(Buffer));
  });

  test("its fuses are blown as written down", async () => {
    const wire = await getCurrentFuseWire(join(out, "entente"));
    const states = Object.fromEntries(
      FUSES.map((fuse) => [FuseV1Options[fuse], Number(wire[fuse]) === BLOWN.on]),
    );
    expect(states).toMatchObject({
      RunAsNode: false,
      EnableCookieEncryption: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });
});

describe("the Debian package", () => {
  const place = (name: string) => join(installed, "usr/share", name);
  const TYPES = ["application/x-entente", "application/x-entente-network"];

  test("shows the program in menus, starts it with files, in its sandbox, and knows its windows", async () => {
    const path = place("applications/entente.desktop");
    const lines = (await readFile(path, "utf8")).trim().split("\n").slice(1);
    const entry = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<
      string,
      string
    >;
    expect(entry).toMatchObject({
      Type: "Application",
      Name: "Entente",
      Exec: "/opt/Entente/entente %U",
      Icon: "entente",
      StartupWMClass: "entente",
      Categories: "Science;",
      MimeType: `${TYPES.join(";")};`,
    });
    expect(asked("desktop-file-validate", path) ?? "").toBe("");
    expect((await stat(join(installed, "opt/Entente/entente"))).mode & 0o111).toBe(0o111);
  });

  test("has an icon of the program in every size, and one of its files", async () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const png = await readFile(place(`icons/hicolor/${String(size)}x${String(size)}/apps/entente.png`));
      expect([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        "PNG",
        size,
        size,
      ]);
    }
    const svg = await readFile(place("icons/hicolor/scalable/mimetypes/application-x-entente.svg"), "utf8");
    expect(svg).toContain("<svg ");
  });

  test("says which files are its own: the same as on other systems", async () => {
    const path = place("mime/packages/entente.xml");
    const xml = await readFile(path, "utf8");
    const { fileAssociations } = await config();
    const endings = fileAssociations.flatMap(({ ext }) => ext);
    expect([...xml.matchAll(/<glob pattern="\*\.(\w+)"/g)].map(([, ending]) => ending)).toEqual(endings);
    expect([...xml.matchAll(/<mime-type type="([^"]+)"/g)].map(([, type]) => type)).toEqual(TYPES);
    const mime = join(work, "mime");
    await cp(place("mime"), mime, { recursive: true });
    if (asked("update-mime-database", mime) !== null) {
      expect(await readFile(join(mime, "globs2"), "utf8")).toContain(":application/x-entente:*.entente\n");
      expect(await readFile(join(mime, "icons"), "utf8")).toContain(
        "application/x-entente:application-x-entente\n",
      );
    }
  });

  test("is what it says: name, licence, who looks after it; nothing in it looks for updates", async () => {
    const said = JSON.parse(await readFile(join(work, "said.json"), "utf8")) as string[];
    const after = (name: string) => said[said.indexOf(name) + 1];
    expect([after("--name"), after("--license"), after("--maintainer")]).toEqual([
      "entente",
      "MIT",
      "Entente authors <authors@entente.invalid>",
    ]);
    expect(await readdir(join(installed, "opt/Entente/resources"))).toEqual(["app.asar", "apparmor-profile"]);
    expect(await readFile(join(installed, "opt/Entente/resources/apparmor-profile"), "utf8")).toContain("/opt/Entente/entente"); // prettier-ignore
    const files = await readdir(installed, { recursive: true });
    expect(files.filter((name) => /update|\.ya?ml$/i.test(name))).toEqual([]);
    const main = extractFile(join(out, "resources/app.asar"), "dist/app/main.js").toString();
    expect(main).not.toMatch(/autoUpdater|crashReporter/);
  });
});
