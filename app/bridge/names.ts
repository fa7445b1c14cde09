import type { CallName, PushName } from "./contract.ts";

// Apart from contract.ts so that the sandboxed preload carries no schema library.

/** The channel a call or push goes through; one name for both sides. */
export const channel = (name: CallName | PushName | "files:dropped") => `entente:${name}` as const;

/** The desktop page's own origin. */
export const ORIGIN = "app://entente";

/** Everything a host may send without being asked. */
export const pushNames = {
  "menu:run": true,
  "file:opened": true,
  "window:save-and-close": true,
  "room:event": true,
} as const satisfies Record<PushName, true>;
