import { mkdir, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./failures.ts";
import { saveAtomically } from "./save.ts";

/** Where a damaged file is kept, beside its place. */
export const asidePath = (path: string, now: Date): string =>
  `${path}.corrupt-${now.toISOString().replace(/[:.]/g, "-")}`;

/** Moves a damaged file out of the way without losing it. @returns its new path */
export async function setAside(path: string, now = new Date()): Promise<string> {
  const aside = asidePath(path, now);
  await rename(path, aside);
  return aside;
}

/**
 * Reads one of the host's own small files.
 * @param parse gives the value, or throws when the text is damaged
 * @returns null when there is none, or when it was damaged (then it is set aside, never overwritten)
 */
export async function readKept<T>(path: string, parse: (text: string) => T): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  try {
    return parse(text);
  } catch {
    await setAside(path);
    return null;
  }
}

/** Writes one of the host's own small files, making its folder when needed. */
export async function writeKept(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await saveAtomically(path, text, { backup: false });
}
