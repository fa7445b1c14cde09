import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { testChromiumOrEnd } from "./chromium.ts";
import { root } from "./desktop.ts";

/** A running browser edition: what `npm start -- --browser` starts. */
export interface RunningEdition {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts the browser edition and waits for the address it prints. */
export async function startEdition(
  userData: string,
  folder: string,
  args: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<RunningEdition> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [join(root, "dist/app/start.js"), "--browser", "--folder", folder, ...args],
    { env: { ...env, ...more, ENTENTE_USER_DATA: userData }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  for await (const part of child.stdout) {
    said += String(part);
    const found = /^Open (\S+)/m.exec(said);
    if (found?.[1] !== undefined) return { url: found[1], process: child };
  }
  throw new Error(`The browser edition printed no address:\n${said}`);
}

export async function endEdition({ process: child }: RunningEdition, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

export const launchBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: testChromiumOrEnd(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...args],
  });
