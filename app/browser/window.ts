import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { appWindowArguments, findChromium, snapFolder } from "./chromium.ts";

/** Nothing but the way to the edition; the browser keeps no way back to it. */
const startPage = (url: string) => `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<meta name="referrer" content="no-referrer">
<title>Entente</title>
<meta http-equiv="refresh" content="0;url=${url}">
`;

/**
 * Keeps the address with this start's key in a file of its own that only this account can read: the command line of
 * a program can be read by every account of the machine.
 * @returns the file's path
 */
export function writeStart(folder: string, url: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `start-${new URL(url).port}.html`);
  // One that was left behind, or put there by somebody else, keeps its own rights and owner: it goes.
  rmSync(path, { force: true });
  writeFileSync(path, startPage(url), { flag: "wx", mode: 0o600 });
  return path;
}

/** Shows the edition in a window of its own where there are a display and a Chromium. @returns what ends it */
export function showWindow(url: string, state: string): () => void {
  const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const chromium = findChromium();
  if (!display || chromium === null) return () => undefined;
  const place = snapFolder(chromium, homedir()) ?? state;
  const start = writeStart(place, url);
  const given = appWindowArguments(
    pathToFileURL(start).href,
    join(place, "window"),
    process.getuid?.() === 0,
  );
  const window = spawn(chromium, given, { stdio: "ignore" });
  // The printed address still works.
  window.on("error", () => undefined);
  return () => {
    window.kill();
    rmSync(start, { force: true });
  };
}
