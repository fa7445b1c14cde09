import { createStore } from "zustand/vanilla";
import type { RoomEvent, RoomState } from "../../app/bridge/contract.ts";
import { append, newSession } from "../../app/model/session/chain.ts";
import {
  absorb,
  addedLine,
  type JournalLine,
  mergeSessions,
  named,
  nameLine,
  openingLine,
  recover,
} from "../../app/model/session/journal.ts";
import { idOf } from "../../app/model/session/ids.ts";
import { isClosed } from "../../app/model/session/state.ts";
import type { Happened, Id, Session, Setup } from "../../app/model/session/types.ts";

export interface WorkshopState {
  /** The workshop that is going on, or being looked at again; null: none, the next one is being set up. */
  readonly session: Session | null;
  /** Its closing has been seen: what is open is a record. */
  readonly record: boolean;
  /** The open room as its process tells it; null: none is open. */
  readonly room: RoomState | null;
  /** What the facilitator must know of the room, one sentence. */
  readonly warning: string | null;
}

/** Lines of a journal written in one go. */
const AT_ONCE = 50;

/** After these a session goes into the case. */
const MILESTONES: ReadonlySet<Happened["type"]> = new Set([
  "roundClosed",
  "step",
  "revealed",
  "concluded",
  "closed",
  "aggregate",
  "comment",
  "hands",
  "note",
]);

interface Parts {
  readonly journal: {
    /** Writes lines to the session's journal on disk; a sentence where that failed. */
    readonly append: (session: Id, lines: readonly string[]) => Promise<string | null>;
    /** All of a journal; empty where there is none. */
    readonly read: (session: Id) => Promise<readonly JournalLine[]>;
  };
  readonly now: () => Date;
  /** Puts the session into the document. */
  readonly keep: (session: Session) => void;
  readonly failed: (sentence: string) => void;
}

/**
 * The workshop under way. Its log lies beside the document's undo, for what happened in a room is not undone: every
 * event goes to the journal on disk, and at each milestone the session goes into the case.
 */
export function createWorkshop({ journal, now, keep, failed }: Parts) {
  const store = createStore<WorkshopState>(() => ({
    session: null,
    record: false,
    room: null,
    warning: null,
  }));
  const time = () => now().toISOString();
  let writing: Promise<void> = Promise.resolve();
  const waiting = new Map<Id, string[]>();
  /** Lines go to disk in the order in which they were made; what comes while one is being written goes together. */
  const write = (session: Id, texts: readonly (string | null)[]): void => {
    const lines = texts.filter((text) => text !== null);
    if (lines.length === 0) return;
    const own = waiting.get(session);
    if (own) {
      own.push(...lines);
      return;
    }
    waiting.set(session, lines);
    writing = writing.then(async () => {
      const all = waiting.get(session) ?? [];
      waiting.delete(session);
      for (let i = 0; i < all.length; i += AT_ONCE) {
        const sentence = await journal.append(session, all.slice(i, i + AT_ONCE)).catch(String);
        if (sentence !== null)
          failed(`${sentence} Save the case to keep what happened in the workshop so far.`);
      }
    });
  };
  const set = (session: Session, happened: readonly Happened[]): void => {
    store.setState({ session });
    if (happened.some(({ type }) => MILESTONES.has(type))) keep(session);
  };
  const fromJournal = async (id: Id): Promise<Session | null> => {
    const lines = await journal.read(id).catch(() => []);
    if (lines.length === 0) return null;
    const recovered = recover(lines);
    if (recovered.ok) return recovered.value;
    failed(recovered.sentence);
    return null;
  };
  return {
    ...store,
    /** A new session. @param id made by the caller */
    begin(id: Id, setup: Setup): void {
      const session = newSession(id, setup, time());
      store.setState({ session, record: false });
      write(id, [openingLine(session)]);
      keep(session);
    },
    /** Adds to the log; nothing happens where there is nothing to add. */
    happen(happened: readonly Happened[]): void {
      const { session } = store.getState();
      if (!session || happened.length === 0 || isClosed(session)) return;
      const next = append(session, happened, time());
      write(session.id, [addedLine(session, next)]);
      set(next, happened);
    },
    name(participant: Id, name: string): void {
      const { session } = store.getState();
      if (!session) return;
      store.setState({ session: named(session, participant, name) });
      write(session.id, [nameLine(participant, name)]);
    },
    /** What the room's process tells; answers are on disk before they come here. */
    heard(event: RoomEvent): void {
      switch (event.kind) {
        case "entry": {
          const { session } = store.getState();
          if (session?.id !== event.session) return;
          const next = absorb(session, [event.entry]);
          // The log's own links go to disk as well: what comes after them can then be told from there alone.
          write(session.id, [addedLine(session, next)]);
          store.setState({ session: next });
          // What comes after the end, such as how people found it, has no milestone to wait for.
          if (next !== session && isClosed(next)) keep(next);
          return;
        }
        case "state":
          store.setState({ room: event.state });
          return;
        case "notice":
          store.setState({ warning: event.text });
          return;
        case "closed":
          store.setState({ room: null, warning: event.why === "" ? null : event.why });
          return;
        default:
          event satisfies never;
      }
    },
    /** What came in by another way and is on disk already. */
    take(session: Session): void {
      const before = store.getState().session;
      if (before?.id !== session.id || before === session) return;
      const merged = mergeSessions(before, session);
      set(merged, merged.events.slice(before.events.length));
    },
    /** Goes on with a session of the case, with whatever the journal knows more; or looks at one that is over. */
    async open(session: Session): Promise<void> {
      store.setState({ session, record: isClosed(session) });
      const known = await fromJournal(session.id);
      if (known) this.take(known);
    },
    /** The session a journal tells of; null where it tells of none. */
    fromJournal,
    /** Back to the set-up; what happened is in the case. */
    leave(): void {
      const { session } = store.getState();
      if (session) keep(session);
      store.setState({ session: null, record: false });
    },
    /** When everything so far is on disk. */
    written: () => writing,
  };
}

/** A session's id, or another's, nobody can guess. */
export const freshId = (): Id => idOf(crypto.getRandomValues(new Uint8Array(16)));
