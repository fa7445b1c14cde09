import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { codeOf } from "./failures.ts";

/**
 * What tells one content of a file from another: its size and SHA-256. The time of change is left out on purpose:
 * sync programs and copies touch it without changing a byte, and a coarse clock can miss a change.
 */
export const stampOf = (bytes: Uint8Array): string =>
  `${String(bytes.byteLength)}-${createHash("sha256").update(bytes).digest("hex")}`;

/** Stamp of the file as it is now; null when there is none. */
export async function stampNow(path: string): Promise<string | null> {
  try {
    return stampOf(await readFile(path));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
