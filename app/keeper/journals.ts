import { mkdir, readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { JournalEntry } from "../bridge/contract.ts";
import { codeOf } from "../files/failures.ts";
import { Journal } from "../files/journal.ts";

type By<B extends JournalEntry["by"]> = Omit<Extract<JournalEntry, { by: B }>, "seq" | "at">;
/** An entry before it has its number and time. */
export type NewEntry = By<"room"> | By<"host"> | By<"window">;

const ending = ".journal";

/** A session's journal with all its entries. */
export class SessionJournal {
  readonly #journal: Journal;
  readonly entries: JournalEntry[];

  constructor(journal: Journal, entries: JournalEntry[]) {
    this.#journal = journal;
    this.entries = entries;
  }
  get damaged(): boolean {
    return this.#journal.damaged;
  }
  idle(): Promise<void> {
    return this.#journal.idle();
  }

  /**
   * Puts an entry at the end and waits until it is on disk.
   * @throws the system's error; the entry is then not in the journal
   */
  async append(given: NewEntry): Promise<JournalEntry> {
    // Numbered only when it is on disk: one that failed leaves no gap. What is on disk stands in order of asking.
    const at = new Date().toISOString();
    await this.#journal.append({ ...given, at });
    const entry: JournalEntry = { ...given, at, seq: this.entries.length + 1 };
    this.entries.push(entry);
    return entry;
  }
}

/** Every session's journal in the host's own folder, each open once. */
export class Journals {
  readonly #folder: string;
  readonly #open = new Map<string, Promise<SessionJournal>>();

  /** @param folder the host's own folder */
  constructor(folder: string) {
    this.#folder = join(folder, "workshops");
  }

  #path(session: string): string {
    return join(this.#folder, `${session}${ending}`);
  }

  /** @throws the system's error when it cannot be opened */
  of(session: string): Promise<SessionJournal> {
    const open = this.#open.get(session) ?? this.#read(session);
    this.#open.set(session, open);
    // One that could not be opened may be opened later.
    open.catch(() => this.#open.delete(session));
    return open;
  }

  async #read(session: string): Promise<SessionJournal> {
    const { journal, values } = await Journal.open(this.#path(session));
    const entries = values.map((value, n) => ({ ...(value as JournalEntry), seq: n + 1 }));
    return new SessionJournal(journal, entries);
  }

  async drop(session: string): Promise<void> {
    const open = this.#open.get(session);
    this.#open.delete(session);
    await (await open?.catch(() => undefined))?.idle();
    await unlink(this.#path(session)).catch((error: unknown) => {
      if (codeOf(error) !== "ENOENT") throw error;
    });
  }

  /** The sessions that have a journal, newest first. */
  async list(): Promise<{ session: string; modified: number }[]> {
    await mkdir(this.#folder, { recursive: true });
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(ending));
    const found = await Promise.all(
      names.map(async (name) => ({
        session: name.slice(0, -ending.length),
        modified: (await stat(join(this.#folder, name))).mtimeMs,
      })),
    );
    return found.sort((a, b) => b.modified - a.modified);
  }
}
