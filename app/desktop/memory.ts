import { homedir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { readKept, writeKept } from "../files/kept.ts";
import { placeSchema } from "./bounds.ts";

const schema = v.strictObject({
  place: v.nullable(placeSchema),
  /** Folder of the last case and of the last export: Electron's dialogs no longer remember them. */
  cases: v.nullable(v.string()),
  exports: v.nullable(v.string()),
});
export type Remembered = v.InferOutput<typeof schema>;

/** What the desktop itself remembers between starts. */
export class Memory {
  readonly #path: string;
  #now: Remembered = { place: null, cases: null, exports: null };

  constructor(folder: string) {
    this.#path = join(folder, "desktop.json");
  }

  get now(): Remembered {
    return this.#now;
  }

  /** Damaged memory is set aside and forgotten. */
  async load(): Promise<void> {
    const parse = (text: string) => v.parse(schema, JSON.parse(text));
    this.#now = (await readKept(this.#path, parse)) ?? this.#now;
  }

  async remember(change: Partial<Remembered>): Promise<void> {
    this.#now = { ...this.#now, ...change };
    await writeKept(this.#path, JSON.stringify(this.#now));
  }

  /** Where a dialog for cases or exports opens. */
  folder(of: "cases" | "exports"): string {
    return this.#now[of] ?? homedir();
  }
}
