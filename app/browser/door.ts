import type { IncomingHttpHeaders } from "node:http";
import type { CallFolder, TokenHeader } from "../bridge/contract.ts";
import { sameWord } from "../room/secrets.ts";

export const callFolder: CallFolder = "/bridge/";
const tokenHeader: TokenHeader = "x-entente-token";

/** The part of a request that decides whether it is let in. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a request asks for, or why it is turned away. */
export type Verdict =
  | { kind: "page" }
  | { kind: "call"; name: string }
  | { kind: "refused"; status: 400 | 403 | 404 | 405 | 415; message: string };

const refused = (status: 400 | 403 | 404 | 405 | 415, message: string): Verdict => ({
  kind: "refused",
  status,
  message,
});

/**
 * Whether a whole window is led to the page, as from the file that the edition's own window starts with: a browser
 * takes that for another site. Whoever leads one here without the key gets the page, which can do nothing without it.
 */
const isOpening = ({ method, url, headers }: Knock) =>
  method === "GET" &&
  url === "/" &&
  headers["sec-fetch-mode"] === "navigate" &&
  headers["sec-fetch-dest"] === "document";

/**
 * Judges a request before anything of it is read. The exact Host keeps out other names that lead to this machine,
 * the exact Origin other pages in the same browser, the token other programs of this machine.
 * @param origin `http://127.0.0.1:<port>`
 */
export function judge({ method, url, headers }: Knock, origin: string, token: string): Verdict {
  if (`http://${headers.host ?? ""}` !== origin) return refused(403, "Wrong host.");
  if (!url.startsWith("/") || url.startsWith("//")) return refused(400, "Not an address of this page.");
  const site = headers["sec-fetch-site"];
  const own = site === undefined || site === "same-origin" || site === "none";
  if (!own && !isOpening({ method, url, headers })) return refused(403, "Other pages have no business here.");
  if (method === "GET")
    return url.startsWith(callFolder) ? refused(405, "Calls are made with POST.") : { kind: "page" };
  if (method !== "POST") return refused(405, "Only GET and POST are answered.");
  if (!url.startsWith(callFolder)) return refused(405, "Pages are asked for with GET.");
  if (headers.origin !== origin) return refused(403, "Only this edition's own page may call it.");
  const given = headers[tokenHeader];
  if (typeof given !== "string" || !sameWord(given, token))
    return refused(403, "This page has no key to this start: open the address that was printed.");
  if (!/^application\/json($|;)/.test(headers["content-type"] ?? "")) return refused(415, "Calls are JSON.");
  const name = url.slice(callFolder.length);
  return /^[a-zA-Z]+:[a-zA-Z]+$/.test(name) ? { kind: "call", name } : refused(404, "No such call.");
}
