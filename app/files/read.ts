import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { FileProblem } from "./failures.ts";
import { stampOf } from "./stamp.ts";

/** No case comes near this; a larger file is a mistake. */
export const LARGEST = 32_000_000;

/** How a ZIP file begins. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a UTF-8 text file (a byte order mark is dropped), or a ZIP file as its bytes in base64.
 * @returns the text or the bytes, and the stamp of the bytes as they lie on disk
 * @throws FileProblem when it is no plain file, too large or not text; the system's error otherwise
 */
export async function readText(
  path: string,
  largest = LARGEST,
): Promise<{ text: string; zip?: string; stamp: string }> {
  const name = basename(path);
  // Looked at before it is opened: opening a pipe would wait for its writer.
  const found = await stat(path);
  if (!found.isFile()) throw new FileProblem("other", `“${name}” is not a file: choose a case file.`);
  const tooLarge = new FileProblem(
    "too-large",
    `“${name}” is larger than ${String(Math.round(largest / 1e6))} MB: cases are far smaller; choose another file.`,
  );
  if (found.size > largest) throw tooLarge;
  const file = await open(path, "r");
  try {
    const bytes = await file.readFile();
    if (bytes.byteLength > largest) throw tooLarge;
    const stamp = stampOf(bytes);
    if (ZIP.every((byte, i) => bytes[i] === byte)) return { text: "", zip: bytes.toString("base64"), stamp };
    return { text: decode(bytes, name), stamp };
  } finally {
    await file.close();
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem("other", `“${name}” is not text in UTF-8: it may be damaged or of another kind.`);
  }
}
