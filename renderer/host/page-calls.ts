import { printReport } from "./print.ts";
import type { Arguments, Failure, PageCall, Result } from "../../app/bridge/contract.ts";

/** The browser asks before a page with changes is closed; what it says is its own. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** What the page does by itself where its host is a browser: the tab is the window, the clipboard is the browser's. */
export const pageCalls = {
  "window:document": ({ name, edited }) => {
    document.title = `${edited ? "• " : ""}${name} — Entente`;
    if (edited) addEventListener("beforeunload", askBeforeLeaving);
    else removeEventListener("beforeunload", askBeforeLeaving);
    return undefined;
  },
  "window:menu": () => undefined,
  "window:close": () => {
    removeEventListener("beforeunload", askBeforeLeaving);
    close();
    return undefined;
  },
  "slides:open": (id): Failure | undefined =>
    // A window of its own, so that it can be moved to the projector; where the browser makes it a tab, that serves.
    open(`${location.pathname}?slides=${id}`, `entente-slides-${id}`, "popup,width=1280,height=800")
      ? undefined
      : {
          failed: "denied",
          message:
            "The browser did not open a second window: allow pop-up windows for this address, and try again.",
        },
  // It hears that it is over, and closes itself.
  "slides:close": () => undefined,
  "report:pdf": async (report): Promise<Result<"report:pdf">> => {
    await printReport(report);
    return { base64: null };
  },
  "clipboard:write": async ({ png, text }): Promise<Failure | undefined> => {
    const picture = png === null ? {} : { "image/png": new Blob([bytesOf(png)], { type: "image/png" }) };
    const words = new Blob([text], { type: "text/plain" });
    try {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": words, ...picture })]);
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { failed: "denied", message: `Nothing was copied: the browser says “${reason}”.` };
    }
  },
} satisfies { [N in PageCall]: (...args: Arguments<N>) => Result<N> | Promise<Result<N>> };
