import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// What `npm ci` installs is written down to the last byte, on whichever computer it runs.

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly hasInstallScript?: true;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../..", name), "utf8"));
const own = read("package.json") as { devDependencies: Record<string, string>; allowScripts: object };
const { packages } = read("package-lock.json") as { packages: Readonly<Record<string, Locked>> };
const { "": root, ...installed } = packages;

/** Where a package finds another: beside itself or further out, as Node looks. */
function found(from: string, name: string): Locked | undefined {
  for (let at = from; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    const here = packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`];
    if (here || at === "") return here;
  }
}

test("the lock is of what package.json asks for, and has the sum of every package", () => {
  expect(root?.devDependencies).toEqual(own.devDependencies);
  const loose = Object.entries(installed).filter(([, one]) => !/^sha512-/.test(one.integrity ?? ""));
  expect(loose.map(([name]) => name)).toEqual([]);
  const elsewhere = Object.values(installed).flatMap(({ resolved }) => resolved ?? []).filter((from) => !from.startsWith("https://registry.npmjs.org/")); // prettier-ignore
  expect(elsewhere).toEqual([]);
});

test("the lock names the parts of every platform: those of other computers than the one it was written on too", () => {
  const missing = Object.entries(installed).flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((part) => !found(name, part)?.integrity)
      .map((part) => `${part} of ${name}`),
  );
  expect(missing).toEqual([]);
});

test.each(["rolldown", "lightningcss", "@typescript/native"])(
  "%s runs on Linux, Windows and macOS, on x64 and arm64",
  (tool) => {
    const name = `node_modules/${tool}`;
    const parts = Object.keys(packages[name]?.optionalDependencies ?? {}).map((part) => found(name, part));
    for (const os of ["linux", "win32", "darwin"])
    for (const cpu of ["x64", "arm64"])
      expect(parts.some((part) => part?.os?.includes(os) && part.cpu?.includes(cpu)), `${os} ${cpu}`).toBe(true); // prettier-ignore
  },
);

test("one package alone would run something while it is installed, and is not allowed to", () => {
  const run = Object.entries(installed).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(run.map(([name]) => name)).toEqual(["node_modules/electron-winstaller"]);
  expect(own.allowScripts).toEqual({ "electron-winstaller": false });
});
