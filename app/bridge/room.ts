import * as v from "valibot";
import type {
  Address,
  JournalEntry,
  Personal,
  RoomEvent,
  RoomSetup,
  RoomState,
  Stage,
} from "../room/contract.ts";

/**
 * The workshop's part of the contract between window and host. The host carries stages and set-ups to the room's
 * process and reads nothing of them; what comes from phones is checked in that process, before it comes here.
 */

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** Carried, not read. */
const carried = <T>() =>
  v.custom<T>((value) => typeof value === "object" && value !== null && !Array.isArray(value));
const personName = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const problem = v.object({
  failed: v.picklist(["missing", "denied", "full", "changed", "too-large", "locked", "other"]),
  message: v.string(),
});
const state = v.custom<RoomState>(() => true);
const nothing = v.undefined();
const done = v.union([nothing, problem]);

const call = <A extends v.TupleItems, R extends v.GenericSchema>(args: A, result: R) => ({
  args: v.strictTuple(args),
  result,
});

export const roomCalls = {
  /** The addresses of this machine, the likeliest first. */
  "room:addresses": call([], v.array(v.custom<Address>(() => true))),
  /**
   * Opens the room for a session, by the facilitator's hand alone. A session that had a room before gets the same
   * people, code and, where it is free, port. `port`: null for one drawn at random. `encrypted`: in TLS alone, with a
   * certificate made for this opening.
   */
  "room:open": call(
    [
      v.object({
        session: id,
        address: v.pipe(v.string(), v.ipv4()),
        port: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65535))),
        byHand: v.boolean(),
        encrypted: v.boolean(),
        setup: carried<RoomSetup>(),
      }),
    ],
    v.union([state, problem]),
  ),
  /** The room as it is; null: none is open. */
  "room:state": call([], v.nullable(state)),
  /** What every phone shows from now on. */
  "room:show": call([carried<Stage>()], nothing),
  /** What single people may see, by person. */
  "room:tell": call([v.record(id, carried<Personal>())], nothing),
  /** A quiet line on the phones of those who have not answered this round. The room says it no oftener than it should. */
  "room:nudge": call([id], nothing),
  "room:admit": call([id], done),
  /** Takes somebody out. They may join again, as somebody new. */
  "room:kick": call([id], done),
  "room:rename": call([v.object({ person: id, name: personName })], done),
  /** `locked`: nobody new comes in; `byHand`: whoever joins waits for `room:admit`; `newCode`: the old one ends. */
  "room:door": call([v.object({ locked: v.boolean(), byHand: v.boolean(), newCode: v.boolean() })], done),
  /** Phones are told that it is over, and the server stops. */
  "room:close": call([], nothing),
  /**
   * Browser edition, whose host cannot speak first: what happened after the event of this number (null: from now
   * on), held back until there is something or a while has passed.
   */
  "room:news": call(
    [v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))],
    v.object({ events: v.array(v.custom<RoomEvent>(() => true)), last: v.number() }),
  ),

  /**
   * Writes texts at the end of a session's journal and flushes them to disk, whether or not a room is open.
   * @returns their entries
   */
  "journal:append": call(
    [v.object({ session: id, texts: v.array(v.pipe(v.string(), v.maxLength(200_000))) })],
    v.union([v.array(v.custom<JournalEntry>(() => true)), problem]),
  ),
  /** What came after `since` (0: all). `damaged`: its end could not be read and was set aside. */
  "journal:read": call(
    [v.object({ session: id, since: v.pipe(v.number(), v.integer(), v.minValue(0)) })],
    v.union([
      v.object({ entries: v.array(v.custom<JournalEntry>(() => true)), damaged: v.boolean() }),
      problem,
    ]),
  ),
  /** Journals that are still there, newest first. */
  "journal:list": call([], v.array(v.object({ session: v.string(), modified: v.number() }))),
  /** The case has all of it: the journal with its tokens is removed. */
  "journal:drop": call([id], done),
} as const;

export const roomPushes = {
  /** Something happened in the room. */
  "room:event": v.custom<RoomEvent>(() => true),
} as const;
