import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { codeOf } from "./failures.ts";
import { setAside } from "./kept.ts";
import { saveAtomically } from "./save.ts";
import { Turns } from "./turn.ts";

/** An unsaved document as it lies on disk. It names its file by path: handles do not outlive a run. */
const kept = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
  name: v.string(),
  path: v.nullable(v.string()),
  stamp: v.nullable(v.string()),
  text: v.string(),
});
export type KeptDraft = v.InferOutput<typeof kept>;

const fileOf = (id: string) => `case-${id}.draft`;
const isDraft = (name: string) => /^case-[a-z0-9-]{1,64}\.draft$/.test(name);

/**
 * The first line says what follows and how to tell that all of it is there: after a power cut a file may exist
 * with its end missing, or empty.
 */
const header = (body: string) => `entente-draft 1 ${createHash("sha256").update(body).digest("hex")}`;

/** @throws Error when the draft is empty, cut short or otherwise damaged */
export function parseDraft(content: string): KeptDraft {
  const end = content.indexOf("\n");
  const body = content.slice(end + 1);
  if (end < 0 || content.slice(0, end) !== header(body)) throw new Error("The draft is damaged.");
  return v.parse(kept, JSON.parse(body));
}

export function formatDraft(draft: KeptDraft): string {
  const body = JSON.stringify(draft);
  return `${header(body)}\n${body}`;
}

/** Unsaved documents, one file each, so that a crash costs at most the last second. */
export class Drafts {
  readonly #folder: string;
  readonly #turns = new Turns();
  readonly #mine = new Set<string>();

  /** @param folder the host's own folder */
  constructor(folder: string) {
    this.#folder = join(folder, "drafts");
  }

  /** @throws the system's error when it cannot be written; the draft before it is then untouched */
  keep(draft: KeptDraft): Promise<void> {
    this.#mine.add(draft.id);
    return this.#turns.take(draft.id, async () => {
      await mkdir(this.#folder, { recursive: true });
      await saveAtomically(join(this.#folder, fileOf(draft.id)), formatDraft(draft), { backup: false });
    });
  }

  drop(id: string): Promise<void> {
    this.#mine.delete(id);
    return this.#turns.take(id, async () => {
      try {
        await unlink(join(this.#folder, fileOf(id)));
      } catch (error) {
        if (codeOf(error) !== "ENOENT") throw error;
      }
    });
  }

  /** The user chose not to save: what this run kept is no longer wanted. */
  async dropMine(): Promise<void> {
    await Promise.all([...this.#mine].map((id) => this.drop(id)));
  }

  /** Every whole draft, and how many damaged ones were set aside now. */
  async list(): Promise<{ drafts: KeptDraft[]; damaged: number }> {
    const drafts: KeptDraft[] = [];
    let damaged = 0;
    for (const name of await this.#newestFirst()) {
      const path = join(this.#folder, name);
      try {
        drafts.push(parseDraft(await readFile(path, "utf8")));
      } catch (error) {
        if (codeOf(error) !== "") throw error;
        await setAside(path);
        damaged += 1;
      }
    }
    return { drafts, damaged };
  }

  async #newestFirst(): Promise<string[]> {
    const names = await this.#names();
    const times = new Map<string, number>();
    for (const name of names)
      times.set(name, (await stat(join(this.#folder, name)).catch(() => null))?.mtimeMs ?? 0);
    return names.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
  }

  async #names(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter(isDraft).sort();
    } catch (error) {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    }
  }
}
