import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { usualFolder } from "./browser/folder.ts";
import { Mistyped, runEdition, wanted } from "./browser/run.ts";
import { electronProgram, fetchElectron, runDesktop, whyNoDesktop } from "./desktop/program.ts";

// `npm start`: the desktop program where it can be had, else the browser edition with one message. Never hangs.

const root = join(import.meta.dirname, "../..");
const args = process.argv.slice(2);

/** Runs the desktop program. @returns why it could not, or ends this process with it */
async function tryDesktop(): Promise<string> {
  const why = whyNoDesktop(args, process.env, process.platform);
  if (why !== null) return why;
  const folder = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  const find = () => electronProgram(folder, process.env, process.platform);
  let program = find();
  if (program === null) {
    console.log("Fetching Electron’s program (first start only, at most a minute) …");
    const failed = await fetchElectron(folder);
    program = find();
    if (program === null) return `Electron’s program could not be fetched: ${failed ?? "it is not there"}`;
  }
  // Chromium refuses to run its sandbox as root, and only then goes without.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const { early, code } = await runDesktop(program, root, [...asRoot, ...args]);
  if (early) return `Electron ended at once with code ${String(code)}`;
  process.exit(code);
}

try {
  const why = await tryDesktop();
  const asked = wanted(args, process.cwd(), usualFolder());
  console.log(`Starting the browser edition (${why}): the same page, without menus and system dialogs.`);
  await runEdition(root, asked);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof Mistyped ? 2 : 1);
}
