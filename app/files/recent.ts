import { access } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { readKept, writeKept } from "./kept.ts";
import { Turns } from "./turn.ts";

const MOST = 10;
const list = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(4096)));
const parse = (text: string) => v.parse(list, JSON.parse(text));

/** The files last opened or saved, newest first, ten at most. */
export class Recent {
  readonly #path: string;
  readonly #turns = new Turns();

  readonly #changed: () => void;

  /**
   * @param folder the host's own folder
   * @param changed told after every change: the desktop's menu shows the list
   */
  constructor(folder: string, changed: () => void) {
    this.#path = join(folder, "recent.json");
    this.#changed = changed;
  }

  async #stored(): Promise<string[]> {
    return (await readKept(this.#path, parse)) ?? [];
  }

  /** Full paths of those that are there now; one on an unplugged disk comes back with the disk. */
  async paths(): Promise<string[]> {
    const paths = await this.#stored();
    const there = await Promise.all(
      paths.map((path) =>
        access(path).then(
          () => true,
          () => false,
        ),
      ),
    );
    return paths.filter((_, index) => there[index]);
  }

  add(path: string): Promise<void> {
    return this.#turns.take("recent", async () => {
      const others = (await this.#stored()).filter((other) => other !== path);
      await this.#write([path, ...others].slice(0, MOST));
    });
  }

  clear(): Promise<void> {
    return this.#turns.take("recent", () => this.#write([]));
  }

  async #write(paths: readonly string[]): Promise<void> {
    await writeKept(this.#path, JSON.stringify(paths));
    this.#changed();
  }
}
