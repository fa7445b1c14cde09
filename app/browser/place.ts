import { homedir } from "node:os";
import { join } from "node:path";

/** The edition's own folder for settings, recent files and drafts, where each system wants such things. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  if (env.ENTENTE_USER_DATA) return env.ENTENTE_USER_DATA;
  const name = "entente-browser";
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), name);
  if (platform === "darwin") return join(home, "Library", "Application Support", name);
  return join(env.XDG_STATE_HOME ?? join(home, ".local", "state"), name);
}
