import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App, BrowserWindow } from "electron";

/**
 * Some Linux graphics drivers end the program before anything is painted. A marker is left at the start and taken
 * away at the first painting; one still there means that the last start came to nothing.
 */
const file = (folder: string) => join(folder, "starting");

export interface Graphics {
  /** Paint without the graphics card this time. */
  readonly software: boolean;
  /** Say so: it was not asked for. */
  readonly tell: boolean;
  /** What the marker says while this start has not painted, and null or a word once it has. */
  readonly starting: string;
  readonly painted: string | null;
}

/**
 * @param marker what the last start left: null, `card <version>` (never painted), `software <version>` (software works here)
 * @param asked `--software` or `--hardware` on the command line, else null
 */
export function chooseGraphics(
  marker: string | null,
  version: string,
  asked: "software" | "hardware" | null,
): Graphics {
  const known = marker === `software ${version}`;
  // A new version may do better with the same card: it is tried once more.
  const failed = marker?.startsWith("card ") === true;
  const software = asked === "software" || (asked === null && (known || failed));
  const keep = software && (known || failed);
  return {
    software,
    tell: asked === null && failed,
    starting: `${software ? "software" : "card"} ${version}`,
    painted: keep ? `software ${version}` : null,
  };
}

function readMarker(folder: string): string | null {
  try {
    return readFileSync(file(folder), "utf8");
  } catch {
    return null;
  }
}

/** Decides and marks the start; must run before the app is ready. A disk that cannot be written marks nothing. */
export function startGraphics(
  app: Pick<App, "disableHardwareAcceleration" | "getVersion">,
  folder: string,
  args: readonly string[],
): Graphics {
  const asked = args.includes("--software") ? "software" : args.includes("--hardware") ? "hardware" : null;
  const graphics = chooseGraphics(readMarker(folder), app.getVersion(), asked);
  if (graphics.software) app.disableHardwareAcceleration();
  mark(folder, graphics.starting);
  return graphics;
}

function mark(folder: string, word: string | null) {
  try {
    mkdirSync(folder, { recursive: true });
    if (word === null) rmSync(file(folder), { force: true });
    else writeFileSync(file(folder), word);
  } catch {
    // Then the next start knows nothing of this one, and that is all.
  }
}

/** Takes the marker away when the page is painted, or when the program ends in an orderly way before that. */
export function clearOnPaint(
  window: Pick<BrowserWindow, "once">,
  app: Pick<App, "once">,
  folder: string,
  graphics: Graphics,
): void {
  const clear = () => {
    mark(folder, graphics.painted);
  };
  window.once("ready-to-show", clear);
  app.once("will-quit", clear);
}
