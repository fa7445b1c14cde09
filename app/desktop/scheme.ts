import type { CustomScheme, Protocol } from "electron";
import { ORIGIN } from "../bridge/names.ts";
import { servePage } from "../files/pages.ts";
import type { Reports } from "./reports.ts";

/** Must be registered before the app is ready. `codeCache` keeps compiled scripts between starts. */
export const scheme: CustomScheme = {
  scheme: "app",
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Serves the built page under its own origin, and beside it the reports that are being printed. */
export function servePages(
  protocol: Pick<Protocol, "handle">,
  root: string,
  reports: Pick<Reports, "answer">,
): void {
  protocol.handle(
    "app",
    (request) => reports.answer(request.url) ?? servePage(root, ORIGIN, request.method, request.url),
  );
}
