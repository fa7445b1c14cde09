import { readFile } from "node:fs/promises";
import { extname, isAbsolute, relative, resolve } from "node:path";

/** Everything the page may load is its own; nothing inline, nothing evaluated, nothing from elsewhere. */
export const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; " +
  "worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The only kinds of file that are handed out. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".entente": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

/** The file a URL path stands for, or null when it leads out of the folder or cannot be a file's name. */
export function fileFor(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A backslash separates folders on Windows only; a colon names a drive or a stream there. No page of ours has either.
  if (/[\0\\:]/.test(decoded)) return null;
  const path = resolve(root, `.${decoded === "/" ? "/index.html" : decoded}`);
  const inside = relative(root, path);
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? null : path;
}

/**
 * Answers one request for a built page; the same function serves app:// and the browser edition.
 * @param root folder of the built page
 * @param base the only origin answered, such as `app://entente`
 */
export async function servePage(root: string, base: string, method: string, url: string): Promise<Response> {
  if (method !== "GET") return plain(405, "Only GET is answered.");
  if (!url.startsWith(`${base}/`)) return plain(403, "Not this page.");
  const pathname = url.slice(base.length).replace(/[?#].*$/s, "");
  const path = fileFor(root, pathname);
  if (path === null) return plain(403, "Not a page.");
  const type = types[extname(path).toLowerCase()];
  if (type === undefined) return plain(404, "No such page.");
  try {
    return new Response(new Uint8Array(await readFile(path)), {
      headers: {
        "content-type": type,
        "content-security-policy": CSP,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch {
    return plain(404, "No such page.");
  }
}
