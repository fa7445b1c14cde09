import { randomBytes } from "node:crypto";
import * as disk from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "./failures.ts";
import { backupName, sweep, temporaryName } from "./leftovers.ts";
import { stampOf } from "./stamp.ts";

/** The file operations a save is made of; tests put faults in their place. */
export interface Disk {
  readonly access: (path: string, mode: number) => Promise<void>;
  readonly open: typeof disk.open;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (from: string, to: string) => Promise<void>;
  readonly copyFile: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}
export const realDisk: Disk = { ...disk, pause };

/** A virus scanner or indexer may hold a file for a moment (on Windows): about four seconds in all. */
const waits = [10, 20, 40, 80, 150, 300, 500, 700, 1000, 1200];
const held = new Set(["EPERM", "EBUSY", "EACCES"]);

/** Where a path leads through symbolic links, also when the last one points at nothing yet. */
async function followed(path: string): Promise<string> {
  try {
    return await disk.realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    const link = await disk.readlink(path).catch(() => null);
    return link === null ? path : followed(resolve(dirname(path), link));
  }
}

/** Permission bits of an existing file that may be written, or null where there is no file. */
async function modeOf(path: string, on: Disk): Promise<number | null> {
  try {
    // Renaming over a read-only file would succeed: its owner asked for the opposite.
    await on.access(path, disk.constants.W_OK);
    return (await disk.stat(path)).mode & 0o7777;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function writeTemporary(path: string, bytes: Uint8Array, mode: number | null, on: Disk) {
  const file = await on.open(path, "wx", mode ?? 0o666);
  try {
    await file.writeFile(bytes);
    if (mode !== null) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameWhenFree(from: string, to: string, on: Disk) {
  for (const wait of [...waits, null]) {
    try {
      await on.rename(from, to);
      return;
    } catch (error) {
      if (wait === null || !held.has(codeOf(error))) throw error;
      await on.pause(wait);
    }
  }
}

/** Puts the present version beside the file as `.bak`, itself never half-written. */
async function keepPrevious(path: string, word: string, on: Disk) {
  const temporary = join(dirname(path), backupName(word));
  try {
    await on.link(path, temporary).catch(() => on.copyFile(path, temporary));
    await on.rename(temporary, `${path}.bak`);
  } finally {
    // Still there when the rename failed, and when both names were one file already (then rename does nothing).
    await on.unlink(temporary).catch(() => undefined);
  }
}

/** Makes the names in a folder outlive a power cut. */
export async function flushFolder(
  path: string,
  on: { readonly open: (path: string, flags: string) => Promise<disk.FileHandle> },
): Promise<void> {
  try {
    const folder = await on.open(path, "r");
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows and some network disks cannot flush a folder; the file itself has been flushed.
  }
}

/**
 * Saves so that a kill, a crash or a full disk at any point leaves the old file or the new one, whole.
 * Symbolic links are followed, permissions kept, and the previous version stays beside it as `.bak`.
 * @returns the stamp of what was written
 * @throws the system's error when it cannot be saved; the old file is then untouched
 */
export async function saveAtomically(
  path: string,
  data: string | Uint8Array,
  { backup = true, on = realDisk }: { backup?: boolean; on?: Disk } = {},
): Promise<string> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const target = await followed(path);
  const mode = await modeOf(target, on);
  const word = randomBytes(6).toString("hex");
  const temporary = join(dirname(target), temporaryName(word));
  try {
    await writeTemporary(temporary, bytes, mode, on);
    // A missing backup is no reason to refuse the new version, which exists nowhere else.
    if (backup && mode !== null) await keepPrevious(target, word, on).catch(() => undefined);
    await renameWhenFree(temporary, target, on);
  } catch (error) {
    await on.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target), on);
  // Tidiness: a folder that cannot be tidied is no fault of this save.
  await sweep(dirname(target)).catch(() => undefined);
  return stampOf(bytes);
}
