import { join } from "node:path";
import { readKept, writeKept } from "./kept.ts";
import { Turns } from "./turn.ts";

function parsed(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("settings must be one JSON object");
  return { ...value };
}

/** The page's small choices (theme, tour seen …), kept as it wrote them. */
export class Settings {
  readonly #path: string;
  readonly #turns = new Turns();

  /** @param folder the host's own folder */
  constructor(folder: string) {
    this.#path = join(folder, "settings.json");
  }

  /** JSON text of one object; "{}" when there is none or it was damaged (set aside). */
  async read(): Promise<string> {
    return JSON.stringify(await this.values());
  }

  /** The same, parsed: the host looks at `theme` for the window's first colour. */
  async values(): Promise<Record<string, unknown>> {
    return (await readKept(this.#path, parsed)) ?? {};
  }

  /** @throws Error when the text is not one JSON object */
  write(text: string): Promise<void> {
    return this.#turns.take("settings", async () => {
      parsed(text);
      await writeKept(this.#path, text);
    });
  }
}
