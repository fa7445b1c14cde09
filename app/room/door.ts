import type { IncomingHttpHeaders } from "node:http";
import type { Refusal, RefusalCode } from "./contract.ts";

/** How the room is spoken to, whole or not at all. */
export type Scheme = "http" | "https";

/** The part of a request that decides whether it is let in. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Everything the room answers; there is nothing else, and no file behind any of it. */
export type Route =
  | "GET /"
  | "GET /room.js"
  | "GET /room.css"
  | "GET /events"
  | "GET /s"
  | "POST /join"
  | "POST /here"
  | "POST /send";
const routes = new Set<string>([
  "GET /",
  "GET /room.js",
  "GET /room.css",
  "GET /events",
  "GET /s",
  "POST /join",
  "POST /here",
  "POST /send",
] satisfies Route[]);

export type Verdict = { readonly route: Route } | Turned;
export interface Turned {
  readonly status: number;
  readonly refusal: Refusal;
}

export const turned = (status: number, error: RefusalCode, message: string): Turned => ({
  status,
  refusal: { error, message },
});

/** Pages of other sites send these; the room's own never do. A page may be led to from elsewhere, to its start only. */
const foreign = (site: string | string[] | undefined) =>
  site !== undefined && site !== "same-origin" && site !== "none";

/**
 * Judges a request before anything of it is read. The exact Host comes first, whatever is asked for: it keeps out
 * other names that lead to this machine (DNS rebinding), where Origin and Host would agree with each other.
 * @param own `192.168.1.20:41873`
 */
export function judge({ method, url, headers }: Knock, own: string, scheme: Scheme = "http"): Verdict {
  if (headers.host !== own) return turned(421, "host", "This is not the address of the room.");
  if (method !== "GET" && method !== "POST") return turned(405, "method", "Only GET and POST are answered.");
  const path = url.replace(/\?.*$/s, "");
  const route = `${method} ${path}`;
  if (!routes.has(route)) {
    const other = `${method === "GET" ? "POST" : "GET"} ${path}`;
    return routes.has(other)
      ? turned(405, "method", "Not in this way.")
      : turned(404, "path", "There is nothing here.");
  }
  if (route !== "GET /" && foreign(headers["sec-fetch-site"]))
    return turned(403, "origin", "Only the room's own page may ask for this.");
  if (method === "POST") {
    if (headers.origin !== `${scheme}://${own}`)
      return turned(403, "origin", "Only the room's own page may send anything.");
    if (headers["x-workshop"] !== "1")
      return turned(403, "header", "Only the room's own page may send anything.");
    if (!/^application\/json($|;)/.test(headers["content-type"] ?? ""))
      return turned(415, "type", "Answers come as JSON.");
  }
  return { route: route as Route };
}

export const COOKIE = "entente-room";

/** The token a request carries: in its header, or in the cookie where a page cannot set headers (server-sent events). */
export function tokenOf(headers: IncomingHttpHeaders): string | null {
  const given = headers["x-workshop-token"];
  if (typeof given === "string" && given !== "") return given;
  const found = new RegExp(`(?:^|; ?)${COOKIE}=([A-Za-z0-9_-]{22})(?:;|$)`).exec(headers.cookie ?? "");
  return found?.[1] ?? null;
}

export const cookieOf = (token: string, scheme: Scheme = "http"): string =>
  `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400${scheme === "https" ? "; Secure" : ""}`;

/**
 * All that plain HTTP is told by an encrypted room, whatever it asks: where to go instead. Phones put "http" before an
 * address that is typed.
 */
export const elsewhere = (own: string): string =>
  [
    "HTTP/1.1 307 Temporary Redirect",
    `Location: https://${own}/`,
    "Cache-Control: no-store",
    "Content-Length: 0",
    "Connection: close",
    "\r\n",
  ].join("\r\n");

/** On every answer. The page has one script and one style of its own, and needs nothing from anywhere else. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
};
