import type { CustomScheme, Protocol } from "electron";
import { ORIGIN } from "../bridge/names.ts";
import { servePage } from "../files/pages.ts";

/** Must be registered before the app is ready. `codeCache` keeps compiled scripts between starts. */
export const scheme: CustomScheme = {
  scheme: "app",
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Serves the built page under its own origin. */
export function servePages(protocol: Pick<Protocol, "handle">, root: string): void {
  protocol.handle("app", (request) => servePage(root, ORIGIN, request.method, request.url));
}
