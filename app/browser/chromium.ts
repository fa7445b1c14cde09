import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** Programs outside the path, by system. */
const elsewhere: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** A Chromium that is installed: the one named in CHROMIUM_PATH, else the system's; null when there is none. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const named = env.CHROMIUM_PATH;
  if (named) return exists(named) ? named : null;
  const folders = platform === "win32" ? [] : (env.PATH ?? "").split(delimiter).filter(Boolean);
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...inPath, ...(elsewhere[platform] ?? [])].find(exists) ?? null;
}

/** Arguments for a window without tabs or address bar. Chromium refuses to run sandboxed as root, and only then goes without. */
export const appWindowArguments = (url: string, profile: string, root: boolean): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  "--no-first-run",
  "--no-default-browser-check",
  // As in the desktop: the page, and the browser around it, have no business elsewhere.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  ...(root ? ["--no-sandbox"] : []),
];
