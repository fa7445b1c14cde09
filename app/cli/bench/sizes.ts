import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Files of the built page, and how large they are. */
export interface Load {
  readonly files: readonly string[];
  /** Bytes. */
  readonly size: number;
  readonly gzip: number;
}

/** Chunks a chunk names before it runs; what it asks for later, by `import()`, is not among them. */
const before = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].flatMap(([, name]) => name ?? []);

function measured(folder: string, files: readonly string[]): Load {
  const contents = files.map((name) => readFileSync(join(folder, name)));
  return {
    files,
    size: contents.reduce((sum, { byteLength }) => sum + byteLength, 0),
    gzip: contents.reduce((sum, bytes) => sum + gzipSync(bytes).byteLength, 0),
  };
}

/**
 * What the page loads before it is there, and what only when it is asked for: scripts and styles, without fonts and
 * the gallery.
 * @param renderer folder of the built page
 */
export function loads(renderer: string): { readonly first: Load; readonly later: Load } {
  const assets = join(renderer, "assets");
  const index = readFileSync(join(renderer, "index.html"), "utf8");
  const named = [...index.matchAll(/(?:src|href)="\.\/assets\/([\w.-]+\.(?:js|css))"/g)].flatMap(
    ([, name]) => name ?? [],
  );
  const first = new Set<string>();
  for (const waiting = [...named]; waiting.length > 0;) {
    const name = waiting.pop() ?? "";
    if (first.has(name) || !existsSync(join(assets, name))) continue;
    first.add(name);
    if (name.endsWith(".js")) waiting.push(...before(readFileSync(join(assets, name), "utf8")));
  }
  const all = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name) && !name.startsWith("gallery-"));
  return {
    first: measured(assets, [...first].sort()),
    later: measured(assets, all.filter((name) => !first.has(name)).sort()),
  };
}
