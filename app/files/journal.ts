import { createHash } from "node:crypto";
import { type FileHandle, copyFile, mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { FileProblem, codeOf } from "./failures.ts";
import { asidePath } from "./kept.ts";
import { flushFolder } from "./save.ts";

/**
 * An append-only file of lines, each on disk before its append is done, so that a kill at any point loses nothing
 * that was promised. Every line carries the hash of itself and all before it: a cut, changed or missing one is seen.
 */

const FIRST = "entente-journal 1";
const chained = (before: string, json: string) =>
  createHash("sha256").update(`${before}\n${json}`).digest("hex");

/** The operations on a file that an append is made of; tests put faults in their place. */
export interface JournalDisk {
  readonly open: (path: string, flags: string) => Promise<FileHandle>;
}

interface Found {
  readonly values: unknown[];
  readonly hash: string;
  /** Bytes that hold. */
  readonly length: number;
  /** More than a last line cut short: something that was whole once no longer is. */
  readonly damaged: boolean;
}

/** Reads lines as far as their hashes hold. */
export function readLines(bytes: Uint8Array): Found {
  const text = new TextDecoder().decode(bytes);
  const values: unknown[] = [];
  let hash = FIRST;
  let length = 0;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const line = end < 0 ? "" : text.slice(from, end);
    const [given = "", json] = [line.slice(0, 64), line.slice(65)];
    if (end < 0 || given !== chained(hash, json)) return { values, hash, length, damaged: end >= 0 };
    values.push(JSON.parse(json));
    hash = given;
    length += new TextEncoder().encode(line).byteLength + 1;
    from = end + 1;
  }
  return { values, hash, length, damaged: false };
}

interface Waiting {
  readonly json: string;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** One journal, open for appending; whoever has it is the only one who writes it. */
export class Journal {
  /** Some of it could not be read; all of what was there lies beside it. */
  readonly damaged: boolean;
  readonly #path: string;
  readonly #disk: JournalDisk;
  #length: number;
  #hash: string;
  #waiting: Waiting[] = [];
  #working: Promise<void> | null = null;

  private constructor(path: string, found: Found, disk: JournalDisk) {
    this.#path = path;
    this.#disk = disk;
    this.damaged = found.damaged;
    this.#length = found.length;
    this.#hash = found.hash;
  }

  /**
   * Opens a journal, or begins one. What was cut short by a kill is taken off its end; what is damaged is copied
   * aside first.
   * @returns it, and the values it holds
   * @throws the system's error
   */
  static async open(
    path: string,
    disk: JournalDisk = { open },
    now = new Date(),
  ): Promise<{ journal: Journal; values: unknown[] }> {
    await mkdir(dirname(path), { recursive: true });
    const bytes = await readFile(path).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return new Uint8Array();
      throw error;
    });
    const found = readLines(bytes);
    if (found.damaged) await copyFile(path, asidePath(path, now));
    const file = await disk.open(path, "a");
    try {
      if (found.length < bytes.byteLength) await file.truncate(found.length);
      await file.sync();
    } finally {
      await file.close();
    }
    await flushFolder(dirname(path), disk);
    return { journal: new Journal(path, found, disk), values: found.values };
  }

  /**
   * Writes a value at the end. What is asked for while the disk is busy goes to it together.
   * @returns when it is on disk
   * @throws the system's error; nothing of it is then in the journal
   */
  append(value: unknown): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting.push({ json: JSON.stringify(value), done, fail });
      this.#working ??= this.#work();
    });
  }

  /** Everything asked for so far is on disk or has failed. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    // What is asked for in the same moment goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#write(batch.map(({ json }) => json));
        batch.forEach(({ done }) => done());
      } catch (error) {
        batch.forEach(({ fail }) => fail(error));
      }
    }
    this.#working = null;
  }

  async #write(lines: readonly string[]): Promise<void> {
    let hash = this.#hash;
    const text = lines.map((json) => `${(hash = chained(hash, json))} ${json}\n`).join("");
    const bytes = new TextEncoder().encode(text);
    const file = await this.#disk.open(this.#path, "a");
    try {
      if ((await file.stat()).size !== this.#length)
        throw new FileProblem(
          "changed",
          "Another Entente writes this workshop's journal: close one of them.",
        );
      try {
        await file.writeFile(bytes);
        await file.sync();
      } catch (error) {
        // Half a line must not stay: the next one would be taken for its end.
        await file.truncate(this.#length);
        throw error;
      }
    } finally {
      await file.close();
    }
    this.#hash = hash;
    this.#length += bytes.byteLength;
  }
}
