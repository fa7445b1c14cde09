import type { Event, Session, WebContents } from "electron";
import { ORIGIN } from "../bridge/names.ts";

/** The one thing the page may do beyond its own window: put a chart on the clipboard. */
const permitted = (permission: string) => permission === "clipboard-sanitized-write";

/** True for what the page may load: its own files, and developer tools where they exist. */
export function mayLoad(url: string, packaged: boolean): boolean {
  const own = [`${ORIGIN}/`, `blob:${ORIGIN}/`, "data:"];
  return own.some((start) => url.startsWith(start)) || (!packaged && url.startsWith("devtools://"));
}

/** Refuses every permission, request and download, whoever asks: also a dependency gone bad. */
export function lockSession(session: Session, packaged: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, allow) => {
    allow(permitted(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => permitted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, proceed) => {
    proceed({ cancel: !mayLoad(url, packaged) });
  });
  session.on("will-download", (event) => {
    event.preventDefault();
  });
}

/** Keeps a page where it is: no navigation, no frames elsewhere, no new windows, no embedded pages. */
export function lockContents(
  contents: Pick<WebContents, "on" | "setWindowOpenHandler" | "setWebRTCIPHandlingPolicy">,
): void {
  const prevent = (event: Pick<Event, "preventDefault">) => {
    event.preventDefault();
  };
  contents.on("will-navigate", prevent);
  contents.on("will-frame-navigate", prevent);
  contents.on("will-redirect", prevent);
  contents.on("will-attach-webview", prevent);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  // Calls between browsers go past the request filter.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}
