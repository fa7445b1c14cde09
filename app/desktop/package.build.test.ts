import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// electron-builder itself, on a distribution that is none: its files are there, its program is a sentinel for fuses.

const load = createRequire(import.meta.url);
const { listPackage, extractFile } = load("@electron/asar") as typeof import("@electron/asar");
const { FuseV1Options, getCurrentFuseWire } = load("@electron/fuses") as typeof import("@electron/fuses");
const root = join(import.meta.dirname, "../..");
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** How a fuse stands in the program's bytes. */
const BLOWN = { on: 0x31, off: 0x30 };
const FUSES = Object.values(FuseV1Options).filter((fuse) => typeof fuse === "number");
let work: string;
let out: string;

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
      env: { ...process.env, ELECTRON_BUILDER_OFFLINE: "true" },
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
  await run(["--dir", "--linux", "--publish", "never", ...settings.map((one) => `-c.${one}`)]);
  out = join(work, "out/linux-unpacked");
});
afterAll(() => rm(work, { recursive: true, force: true }));

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
