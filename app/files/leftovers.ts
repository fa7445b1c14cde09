import { readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

/** Name of the file a save writes before it takes the real name. */
export const temporaryName = (word: string) => `.entente-${word}.tmp`;
/** Name of the previous version before it becomes the `.bak`. */
export const backupName = (word: string) => `.entente-${word}.bak`;

/** True for what a save cut short leaves behind. */
export const isLeftover = (name: string): boolean => /^\.entente-[0-9a-f]{12}\.(tmp|bak)$/.test(name);

/** No save takes this long: whatever is older belongs to one that was cut short. */
const OLD = 3_600_000;

/** Removes what saves cut short have left in a folder; leaves those that may still be at work. */
export async function sweep(folder: string, now = Date.now()): Promise<void> {
  for (const name of (await readdir(folder)).filter(isLeftover)) {
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs > OLD) await unlink(path);
  }
}
