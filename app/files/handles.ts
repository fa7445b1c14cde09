import { randomBytes } from "node:crypto";
import { basename, dirname, resolve } from "node:path";
import type { FileRef } from "../bridge/contract.ts";
import { FileProblem } from "./failures.ts";

/**
 * The page never names a path: it is handed an opaque word for each file the user chose, and only those words
 * are accepted back. They are worth nothing after this run.
 */
export class Handles {
  readonly #paths = new Map<string, string>();
  readonly #words = new Map<string, string>();

  /** The word for a path the user chose; the same path keeps its word. */
  grant(path: string): FileRef {
    const full = resolve(path);
    const handle = this.#words.get(full) ?? randomBytes(16).toString("hex");
    this.#words.set(full, handle);
    this.#paths.set(handle, full);
    return { handle, name: basename(full), folder: dirname(full) };
  }

  /** @throws FileProblem for a word that was not given out here */
  path(handle: string): string {
    const path = this.#paths.get(handle);
    if (path === undefined)
      throw new FileProblem("denied", "This file has not been opened in this window: open it from the menu.");
    return path;
  }
}
