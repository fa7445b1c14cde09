import type { Report } from "../../app/bridge/contract.ts";

/** While it is printed only the report is there; on the screen it waits outside, so that its letters are loaded. */
const APART = `
.report-print { position: fixed; top: 0; left: -20000px; width: 170mm; }
@media print {
  html, body { margin: 0 !important; height: auto !important; overflow: visible !important; background: none !important; position: static !important; }
  body > :not(.report-print) { display: none !important; }
  .report-print { position: static; width: auto; }
}`;

/**
 * Prints a report with the browser's own dialog, from where it can be saved as a PDF. The report is read as text is:
 * nothing in it runs.
 */
export async function printReport({ title, html, css }: Report): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + APART);
  const holder = document.createElement("div");
  holder.className = "report-print";
  holder.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  const before = document.title;
  document.adoptedStyleSheets.push(sheet);
  document.body.append(holder);
  document.title = title;
  try {
    await document.fonts.ready;
    window.print();
  } finally {
    holder.remove();
    document.title = before;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}
