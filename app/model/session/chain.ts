import { canonical, sha256 } from "../case/hash.ts";
import type { Happened, Session, SessionEvent, Setup } from "./types.ts";

/** SHA-256 of a setup: the first event of a session carries it. */
export const setupHash = (setup: Setup): string => sha256(canonical(setup));

/** SHA-256 of an event without its own hash. */
export function eventHash(event: Omit<SessionEvent, "hash">): string {
  const { hash: _hash, ...rest } = event as SessionEvent;
  return sha256(canonical(rest));
}

/** A new session with nothing in it but that it was opened. */
export function newSession(id: string, setup: Setup, at: string): Session {
  const session: Session = { schema: "workshop/1", id, createdAt: at, setup, names: {}, events: [] };
  return append(session, [{ type: "opened", setup: setupHash(setup) }], at);
}

/** The session with more events at its end, each linked to the one before. @param at ISO time */
export function append(session: Session, happened: readonly Happened[], at: string): Session {
  if (happened.length === 0) return session;
  const events = [...session.events];
  for (const one of happened) {
    const link = { ...one, seq: events.length + 1, at, prev: events.at(-1)?.hash ?? "" };
    events.push({ ...link, hash: eventHash(link) } as SessionEvent);
  }
  return { ...session, events };
}

export type Chain =
  | { readonly ok: true }
  /** `seq`: the first event that does not fit; `sentence` says how. */
  | { readonly ok: false; readonly seq: number; readonly sentence: string };

/** Whether every event is as it was written, in its place, of this setup; else the first that is not. */
export function verify({ setup, events }: Pick<Session, "setup" | "events">): Chain {
  let prev = "";
  for (const [i, event] of events.entries()) {
    const seq = i + 1;
    const broken = (says: string): Chain => ({
      ok: false,
      seq,
      sentence: `Event ${seq} of the log ${says}; what stands before it is as it was written.`,
    });
    if (event.seq !== seq) return broken(`says it is number ${event.seq}`);
    if (event.prev !== prev) return broken("does not follow the one before it");
    if (event.hash !== eventHash(event)) return broken("was changed after it was written");
    if (i === 0 && (event.type !== "opened" || event.setup !== setupHash(setup)))
      return broken("belongs to another setup");
    prev = event.hash;
  }
  return { ok: true };
}

/** Whether a log is the beginning of another; equal logs are. */
export const isBeginning = (shorter: Session, longer: Session): boolean =>
  shorter.events.length <= longer.events.length &&
  (shorter.events.at(-1)?.hash ?? "") === (longer.events[shorter.events.length - 1]?.hash ?? "");
