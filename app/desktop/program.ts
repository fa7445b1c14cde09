import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Why this machine shows the browser edition instead of the desktop program; null when it need not. */
export function whyNoDesktop(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | null {
  if (args.includes("--browser")) return "as asked";
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return "there is no display here";
  return null;
}

/**
 * Electron's program, or null when it has not been fetched. Never `require("electron")`: that starts a download.
 * @param folder the electron package
 */
export function electronProgram(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | null {
  const noted = join(folder, "path.txt");
  const usual = platform === "win32" ? "electron.exe" : "electron";
  const name = existsSync(noted) ? readFileSync(noted, "utf8").trim() : usual;
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist"), name);
  return existsSync(path) ? path : null;
}

/**
 * Runs Electron's own installer once.
 * @returns why it failed, in a few words, or null when it ended well
 */
export function fetchElectron(folder: string, patience = 60_000): Promise<string | null> {
  return new Promise((done) => {
    const installer = spawn(process.execPath, [join(folder, "install.js")], {
      stdio: ["ignore", "ignore", "pipe"],
      timeout: patience,
      killSignal: "SIGKILL",
    });
    let said = "";
    installer.stderr.on("data", (part: Buffer) => (said += part.toString()));
    installer.on("error", (error) => {
      done(error.message);
    });
    installer.on("close", (code, signal) => {
      if (code === 0) done(null);
      else if (signal !== null) done(`it took longer than ${String(patience / 1000)} seconds`);
      else done(shortReason(said));
    });
  });
}

/** The telling words of an installer's long complaint. */
export function shortReason(said: string): string {
  const known =
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENOSPC|EACCES|HTTP \d{3}|fetch failed/.exec(said);
  return known?.[0] ?? said.trim().split("\n")[0]?.slice(0, 120) ?? "no reason given";
}

/** How the desktop program ended: `early` when it failed at once, as it does where system libraries are missing. */
export type Ending = { early: boolean; code: number };

/** Runs the program until it ends. @param root folder with package.json */
export function runDesktop(program: string, root: string, args: readonly string[]): Promise<Ending> {
  const begun = Date.now();
  return new Promise((done) => {
    const child = spawn(program, [root, ...args], { stdio: "inherit" });
    const stop = (signal: NodeJS.Signals) => void child.kill(signal);
    process.on("SIGINT", stop).on("SIGTERM", stop);
    const ended = (code: number) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      done({ early: code !== 0 && Date.now() - begun < 5_000, code });
    };
    child.on("error", () => {
      ended(127);
    });
    child.on("close", (code, signal) => {
      ended(code ?? (signal === null ? 1 : 0));
    });
  });
}
