import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ElectronApplication, _electron } from "@playwright/test";
import { testChromiumOrEnd } from "./chromium.ts";

export const root = join(import.meta.dirname, "..");
const standIn = join(import.meta.dirname, "stand-in");
const fetched = join(root, "node_modules/electron/dist");
const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? (existsSync(fetched) ? fetched : standIn);

/** What runs the desktop program here; it stands in the title of every test. */
export const desktopKind = chosen === standIn ? "stand-in" : "Electron";

/**
 * Starts the built program: in Electron, or in the stand-in where Electron's program is not to be had.
 * @param userData the program's own folder for this start
 * @param given what its environment has besides ours, and a script its main process runs first
 */
export function launchDesktop(
  userData: string,
  args: readonly string[] = [],
  { env = {}, first }: { env?: Readonly<Record<string, string>>; first?: string } = {},
): Promise<ElectronApplication> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = chosen;
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return _electron.launch({
    args: [...asRoot, ...(first === undefined ? [] : ["-r", first]), root, ...args],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>),
      ENTENTE_USER_DATA: userData,
      CHROMIUM_PATH: testChromiumOrEnd(),
      ...env,
    },
  });
}

/** Ends the program's main process at once, as a power cut would. */
export async function killDesktop(app: ElectronApplication): Promise<void> {
  const pid = await app.evaluate(() => process.pid);
  const closed = app.waitForEvent("close");
  process.kill(pid, "SIGKILL");
  await closed;
}
