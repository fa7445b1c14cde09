import { canonical } from "../case/hash.ts";
import { append, isBeginning } from "./chain.ts";
import { checked, type Checked, readName, readSessionId } from "./guards.ts";
import { readEvent, readSession } from "./read.ts";
import { at, isEntries, items, refuse } from "../case/read.ts";
import type { Comment, Happened, Id, Response, Session, SessionEvent, VotedKind } from "./types.ts";

/*
 * A session's journal: what happened is on disk there before anybody is told, and comes into the case later. Whoever
 * reads a journal again, in part or in whole, loses nothing of it and doubles nothing.
 */

/** What the room keeps of phones, and the host of the facilitator's own acts. */
export type KeptFact =
  | { readonly type: "joined"; readonly person: Id; readonly name: string; readonly admitted: boolean }
  /** `late`: its round was closed already. */
  | { readonly type: "response"; readonly response: Response; readonly late: boolean }
  | { readonly type: "comment"; readonly comment: Comment }
  | {
      readonly type: "vote";
      readonly id: Id;
      readonly person: Id;
      readonly comments: readonly Id[];
      readonly about?: VotedKind;
    }
  | {
      readonly type: "feedback";
      readonly id: Id;
      readonly person: Id;
      readonly answers: Readonly<Record<Id, number>>;
    }
  | { readonly type: "admitted" | "kicked"; readonly person: Id }
  | { readonly type: "renamed"; readonly person: Id; readonly name: string }
  | { readonly type: "room" };

/** One line; the host does not read `text`. */
export type JournalLine = { readonly seq: number; readonly at: string } & (
  { readonly by: "room" | "host"; readonly fact: KeptFact } | { readonly by: "window"; readonly text: string }
);

/** A line of the window's own, as text. The first holds the session as it was opened. */
type OwnLine =
  | { readonly session: Session }
  | { readonly events: readonly SessionEvent[] }
  | { readonly name: string; readonly participant: Id };

/** The first line of a journal. */
export const openingLine = (session: Session): string => JSON.stringify({ session } satisfies OwnLine);
/** What was added to a session, as a line; null where nothing was. */
export function addedLine(before: Session, after: Session): string | null {
  const events = after.events.slice(before.events.length);
  return events.length > 0 ? JSON.stringify({ events } satisfies OwnLine) : null;
}
export const nameLine = (participant: Id, name: string): string =>
  JSON.stringify({ participant, name } satisfies OwnLine);

/** What can be told apart by what it says: an answer by its id, a person by theirs, everything else by its place. */
export function identityOf(happened: Happened): string | null {
  switch (happened.type) {
    case "joined":
    case "admitted":
    case "removed":
      return `${happened.type} ${happened.participant}`;
    case "response":
      return `response ${happened.response.id}`;
    case "comment":
      return `comment ${happened.comment.id}`;
    case "vote":
    case "feedback":
      return `${happened.type} ${happened.id}`;
    case "roundOpened":
    case "roundClosed":
      return `${happened.type} ${happened.round}`;
    default:
      return null;
  }
}

function happenedOf(fact: KeptFact): Happened | null {
  switch (fact.type) {
    case "joined":
      return { type: "joined", participant: fact.person, source: "lan", admitted: fact.admitted };
    case "response":
      return { type: "response", response: fact.response, late: fact.late };
    case "comment":
      return { type: "comment", comment: fact.comment };
    case "vote":
      return {
        type: "vote",
        id: fact.id,
        participant: fact.person,
        comments: fact.comments,
        ...(fact.about === undefined ? {} : { about: fact.about }),
      };
    case "feedback":
      return { type: "feedback", id: fact.id, participant: fact.person, answers: fact.answers };
    case "admitted":
      return { type: "admitted", participant: fact.person };
    case "kicked":
      return { type: "removed", participant: fact.person };
    case "renamed":
    case "room":
      return null;
    default:
      return fact satisfies never;
  }
}

/** The session with what these lines add to it, once each, in their order. */
export function absorb(session: Session, lines: readonly JournalLine[]): Session {
  const known = new Set(session.events.map(identityOf));
  let next = session;
  for (const line of lines) {
    if (line.by === "window") continue;
    const { fact } = line;
    if (fact.type === "joined" || fact.type === "renamed") next = named(next, fact.person, fact.name);
    const happened = happenedOf(fact);
    const identity = happened && identityOf(happened);
    if (!happened || identity === null || known.has(identity)) continue;
    known.add(identity);
    next = append(next, [happened], line.at);
  }
  return next;
}

/** The session with a person's name; the same one where that is their name. */
export const named = (session: Session, participant: Id, name: string): Session =>
  session.names[participant] === name
    ? session
    : { ...session, names: { ...session.names, [participant]: name } };

/** The session a journal tells of: everything that was on disk, in the order in which it came there. */
export const recover = (lines: readonly JournalLine[]): Checked<Session> =>
  checked(() => {
    const path = "journal";
    const session = lines.reduce<Session | null>(
      (known, line) => (line.by === "window" ? withLine(known, line.seq, line.text) : known),
      null,
    );
    if (!session) return refuse({ path, value: lines }, "tells of no session");
    return absorb(readSession({ path, value: session }), lines);
  });

/** The session with a line of the window's own. What is no such line is passed over. */
function withLine(session: Session | null, seq: number, text: string): Session | null {
  const path = `journal[${seq}]`;
  const value = parsed(text);
  if (!isEntries(value)) return session;
  if (session === null)
    return value["session"] === undefined
      ? null
      : readSession({ path: `${path}.session`, value: value["session"] });
  if (Array.isArray(value["events"])) {
    const events = items(at({ path, value }, "events")).map((field) => readEvent(session.setup, field));
    // A line may be there twice where it was asked for again.
    return {
      ...session,
      events: [...session.events, ...events.filter((one) => one.seq > session.events.length)],
    };
  }
  return value["name"] === undefined
    ? session
    : named(
        session,
        readSessionId(at({ path, value }, "participant")),
        readName(at({ path, value }, "name")),
      );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Two copies of one session as one: the longer log with whatever only the other holds added at its end. */
export function mergeSessions(a: Session, b: Session): Session {
  if (a.id !== b.id) return a;
  const names = { ...a.names, ...b.names };
  const [longer, shorter] = a.events.length >= b.events.length ? [a, b] : [b, a];
  if (isBeginning(shorter, longer)) return alike(longer.names, names) ? longer : { ...longer, names };
  const hashes = new Set(longer.events.map(({ hash }) => hash));
  const known = new Set(longer.events.map(identityOf));
  let merged: Session = { ...longer, names };
  for (const event of shorter.events) {
    const { seq: _seq, prev: _prev, hash, at: time, ...happened } = event;
    const identity = identityOf(happened as Happened);
    if (hashes.has(hash) || (identity !== null && known.has(identity))) continue;
    merged = append(merged, [happened as Happened], time);
  }
  return merged;
}

const alike = (a: unknown, b: unknown) => canonical(a) === canonical(b);
