import type { WebPreferences } from "electron";

/** What every window of ours has, whoever looks at it: nothing here may open a page to the machine. */
export const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The spelling dictionaries would be fetched from the network.
  spellcheck: false,
} as const satisfies WebPreferences;
