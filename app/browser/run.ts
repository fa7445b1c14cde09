import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { stateFolder } from "./place.ts";
import { handOver, noteRunning } from "./running.ts";
import { serveEdition } from "./server.ts";
import { showWindow } from "./window.ts";

/** What the command line asks of the browser edition. */
export interface Wanted {
  readonly folder: string;
  readonly open?: string;
}

/** A command line that asks for what there is not, with a sentence of what there is. */
export class Mistyped extends Error {}

const OPTIONS = { folder: { type: "string" }, browser: { type: "boolean" } } as const;

/** @throws Mistyped when an option is unknown, or lacks what it needs */
function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
    const unknown = tokens.find((token) => token.kind === "option" && !(token.name in OPTIONS));
    const what =
      unknown?.kind === "option" ? `There is no option ${unknown.rawName}` : "An option is incomplete";
    throw new Mistyped(`${what}: there are --browser, --folder DIR, and a FILE to open.`);
  }
}

/**
 * Reads `[--folder DIR] [FILE]`, a case or a network. A file named without a folder makes its own folder the one.
 * @throws Mistyped when an argument is unknown or the case lies outside the folder
 */
export function wanted(args: readonly string[], from: string, usual: string): Wanted {
  const { values, positionals } = parsed(args);
  const [named] = positionals;
  const chosen = values.folder === undefined ? undefined : resolve(from, values.folder);
  if (named === undefined) return { folder: chosen ?? usual };
  const open = resolve(from, named);
  if (chosen !== undefined && dirname(open) !== chosen)
    throw new Mistyped(
      `“${named}” does not lie in ${chosen}: leave out --folder, or name the case's own folder.`,
    );
  return { folder: dirname(open), open };
}

/**
 * Serves the browser edition until it is stopped, and shows it in a window where that can be done. Where one runs
 * already, only another window of it is shown.
 */
export async function runEdition(root: string, asked: Wanted): Promise<void> {
  const state = stateFolder();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const there = await handOver(state, asked);
  if (there !== null) {
    console.log(`The browser edition runs already; this is another window of it.\nOpen ${there}`);
    showWindow(there, state);
    return;
  }
  const running = await serveEdition({
    ...asked,
    pages: join(root, "dist/renderer"),
    dist: join(root, "dist"),
    state,
    version,
    port: Number(process.env.PORT ?? 0),
  });
  console.log(`Open ${running.url} (Ctrl+C ends it)`);
  process.on("exit", noteRunning(state, running.url)).on("exit", showWindow(running.url, state));
  const stop = () => {
    void running.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
}
