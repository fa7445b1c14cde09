import { closeSync, existsSync, openSync, readSync, realpathSync } from "node:fs";
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

/**
 * A Chromium that comes as a snap reads and writes nothing in hidden folders of the home, but in its own there.
 * @returns a folder that such a one can use; null for any other
 */
export function snapFolder(program: string, home: string): string | null {
  const own = join(home, "snap", "chromium", "common", "entente");
  try {
    const real = realpathSync(program);
    if (program.startsWith("/snap/") || real.startsWith("/snap/") || real.endsWith("/bin/snap")) return own;
    // Ubuntu's own package is a script of a few lines that starts the snap.
    const script = beginning(real);
    return script.startsWith("#!") && script.includes("/snap/bin/chromium") ? own : null;
  } catch {
    return null;
  }
}

/** The first of a program that may be hundreds of megabytes. */
function beginning(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** Arguments for a window without tabs or address bar. Chromium refuses to run sandboxed as root, and only then goes without. */
export const appWindowArguments = (url: string, profile: string, root: boolean): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  "--no-first-run",
  "--no-default-browser-check",
  // As in the desktop: the page, and the browser around it, have no business elsewhere. What is not on this computer
  // goes where nobody listens; no name is looked up for it. Chromium warns of other ways to say so in a bar.
  "--proxy-server=127.0.0.1:9",
  // Its own choice is half the screen; this fits a small laptop.
  "--window-size=1280,800",
  ...(root ? ["--no-sandbox"] : []),
];
