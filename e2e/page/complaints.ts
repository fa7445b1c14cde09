import type { Page } from "@playwright/test";

/**
 * What goes wrong on a page from now on: its error log (a breach of its policy stands there too), errors nobody
 * caught, and requests to anywhere but its own origin.
 */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  const own = new URL(page.url()).origin;
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== own && protocol !== "blob:" && protocol !== "data:")
      complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}
