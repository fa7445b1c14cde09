import { randomBytes } from "node:crypto";
import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import type { Report } from "../bridge/contract.ts";
import { ORIGIN } from "../bridge/names.ts";
import { LOCKED } from "./locked.ts";

/** A report runs nothing and loads nothing but its own style sheet and what that carries inside. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
const FOLDER = `${ORIGIN}/report/`;

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** Reports while they are being printed: held in memory, answered under addresses nobody can guess. */
export class Reports {
  readonly #held = new Map<string, Report>();

  /** @returns the report's address, and how to let go of it */
  hold(report: Report): { url: string; release: () => void } {
    const word = randomBytes(16).toString("hex");
    this.#held.set(word, report);
    return { url: `${FOLDER}${word}.html`, release: () => this.#held.delete(word) };
  }

  /** The answer to a request for a report or its style sheet; null for any other address. */
  answer(url: string): Response | null {
    const found = /^([0-9a-f]{32})\.(html|css)$/.exec(url.startsWith(FOLDER) ? url.slice(FOLDER.length) : "");
    const report = this.#held.get(found?.[1] ?? "");
    if (!found || !report) return null;
    const { title, html, css } = report;
    const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="stylesheet" href="${found[1] ?? ""}.css"></head><body>${html}</body></html>`;
    return new Response(found[2] === "css" ? css : page, {
      headers: {
        "content-type": `text/${found[2] ?? ""}; charset=utf-8`,
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
      },
    });
  }
}

/** The hidden window: no preload, nothing of the program within its reach. */
export const REPORT_WINDOW: BrowserWindowConstructorOptions = {
  show: false,
  width: 800,
  height: 1100,
  webPreferences: LOCKED,
};

/**
 * Prints a report in a window of its own that nobody sees. Paper, margins and page furniture come from the report's
 * style sheet, so that the browser edition prints the same.
 * @returns a tagged PDF with an outline
 */
export async function printReport(
  open: (
    options: BrowserWindowConstructorOptions,
  ) => Pick<BrowserWindow, "loadURL" | "webContents" | "destroy">,
  reports: Reports,
  report: Report,
): Promise<Uint8Array> {
  const { url, release } = reports.hold(report);
  const window = open(REPORT_WINDOW);
  try {
    await window.loadURL(url);
    // Letters that are not there yet would leave gaps. Asked by the host: the page itself may run nothing.
    await window.webContents.executeJavaScript("document.fonts.ready.then(() => undefined)");
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
    release();
  }
}
