import type { Bridge } from "../../app/bridge/contract.ts";
import type { CaseDocument } from "../../app/model/case/network-case.ts";
import { mergeSessions } from "../../app/model/session/journal.ts";
import { isClosed } from "../../app/model/session/state.ts";
import type { Id, Session } from "../../app/model/session/types.ts";

/**
 * Removes the journals of workshops that are over, once the case on disk has all that is in them: with a journal go
 * the names and tokens of its room. One that knows more than the file, or cannot be read, stays.
 * @param onDisk the case as it was last written or read
 * @param openRoom the session whose room is open: its phones may still send
 */
export async function dropKept(
  host: Bridge,
  onDisk: CaseDocument,
  openRoom: Id | null,
  fromJournal: (id: Id) => Promise<Session | null>,
): Promise<void> {
  const over = ("sessions" in onDisk ? (onDisk.sessions ?? []) : []).filter(isClosed);
  if (over.length === 0) return;
  const there = new Set((await host.call("journal:list")).map(({ session }) => session));
  for (const session of over) {
    if (!there.has(session.id) || session.id === openRoom) continue;
    const known = await fromJournal(session.id);
    if (known && mergeSessions(session, known).events.length === session.events.length)
      await host.call("journal:drop", session.id);
  }
}
