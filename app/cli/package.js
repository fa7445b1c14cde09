import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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

async function main() {
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
