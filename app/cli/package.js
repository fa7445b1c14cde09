import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const OFFLINE = /⨯.*\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT)\b/;

/**
 * What electron-builder says, line by line; where it could not fetch Electron, what to do instead of where it failed.
 * @param {string} electron the version that is packaged
 * @returns {(line: string) => string | null} the line to show; null: none
 */
export function told(electron) {
  let failed = false;
  return (line) => {
    if (OFFLINE.test(line)) {
      failed = true;
      return `Electron’s program could not be fetched. Without a network, unpack electron-v${electron}-${process.platform}-${process.arch}.zip from a machine that has one, and run the same command with “-- -c.electronDist=FOLDER”; or name a mirror of Electron’s releases in ELECTRON_MIRROR.`;
    }
    return failed && /^\s+at /.test(line) ? null : line;
  };
}

/**
 * What is wrong with the folder that Electron’s program is to be taken from, in one sentence; null where it has one,
 * or none is named.
 * @param {readonly string[]} args
 * @returns {string | null}
 */
export function withoutElectron(args) {
  const folder = args.map((one) => /^(?:-c|--config)\.electronDist=(.+)$/.exec(one)?.[1]).findLast(Boolean);
  if (folder === undefined || folder.endsWith(".zip")) return null;
  let names;
  try {
    names = readdirSync(resolve(root, folder));
  } catch {
    return `“${folder}” is no folder that can be read: name the one that Electron’s program was unpacked into.`;
  }
  return names.some((name) => /^(?:electron|electron\.exe|Electron\.app|electron-v.+\.zip)$/.test(name))
    ? null
    : `There is no Electron in “${folder}”: name the folder that Electron’s program was unpacked into.`;
}

async function main() {
  const wrong = withoutElectron(process.argv);
  if (wrong !== null) {
    console.error(wrong);
    process.exitCode = 1;
    return;
  }
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("electron-builder/package.json")),
    "cli.js",
  );
  const child = spawn(process.execPath, [cli, "--publish", "never", ...process.argv.slice(2)], {
    cwd: root,
    stdio: ["inherit", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const show = told(devDependencies.electron);
  for await (const line of createInterface({ input: child.stdout })) {
    const shown = show(line);
    if (shown !== null) console.log(shown);
  }
  process.exitCode = (await ended) ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
