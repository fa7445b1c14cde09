import { expect, test, vi } from "vitest";
import { append } from "../../app/model/session/chain.ts";
import { openingLine } from "../../app/model/session/journal.ts";
import { dryRun } from "../../app/model/session/session.test-help.ts";
import type { Session } from "../../app/model/session/types.ts";
import { presentCase } from "./document.ts";
import { silentApp } from "./fakes.test-help.ts";

const FILE = { file: { handle: "h1", name: "room.entente" }, stamp: "1", name: "room.entente" } as never;
const over = dryRun();
const running: Session = { ...over, events: over.events.slice(0, -1) };

const settled = () => new Promise((done) => setTimeout(done, 50));

/** An app whose disk has the journal of this session. */
function withJournal(known: Session) {
  const line = { seq: 1, at: known.createdAt, by: "window", text: openingLine(known) } as const;
  const made = silentApp({
    handlers: {
      "journal:list": () => [{ session: known.id, modified: 0 }],
      "journal:read": () => ({ entries: [line], damaged: false }),
    },
  });
  const { app, calls } = made;
  const keep = (session: Session) => app.edit({ edit: "keepSession", session });
  const save = () => app.document.written(presentCase(app.document.getState()), FILE);
  /** After everything that was begun. */
  const dropped = async () => {
    await settled();
    return calls("journal:drop");
  };
  return { ...made, keep, save, dropped };
}

test("a closed workshop's journal goes once the case that has it is saved, and not before", async () => {
  const { keep, save, dropped, calls } = withJournal(over);
  keep(over);
  expect(await dropped()).toEqual([]);
  save();
  await vi.waitFor(() => expect(calls("journal:drop")).toEqual([over.id]));
});

test("it goes as well when such a case is opened", async () => {
  const { app, keep, calls } = withJournal(over);
  keep(over);
  const theCase = presentCase(app.document.getState());
  app.show(theCase, FILE, true);
  await settled();
  // Brought back from a draft: the file does not have it.
  expect(calls("journal:drop")).toEqual([]);
  app.show(theCase, FILE);
  await vi.waitFor(() => expect(calls("journal:drop")).toEqual([over.id]));
});

test.each([
  ["goes on", running, running],
  ["is known to its journal further than to the case", { ...over, events: [...over.events] }, null],
])("it stays while the workshop %s", async (_what, kept, known) => {
  const longer = known ?? withFeedback(over);
  const { keep, save, dropped } = withJournal(longer);
  keep(kept);
  save();
  expect(await dropped()).toEqual([]);
});

test("it stays while the room of the workshop is open, and goes when that closes", async () => {
  const { app, keep, save, dropped, calls } = withJournal(over);
  const state = { session: over.id, people: [] } as never;
  app.workshop.heard({ kind: "state", state });
  keep(over);
  save();
  expect(await dropped()).toEqual([]);
  app.workshop.heard({ kind: "closed", why: "" });
  await vi.waitFor(() => expect(calls("journal:drop")).toEqual([over.id]));
});

function withFeedback(session: Session): Session {
  return append(
    session,
    [{ type: "feedback", id: "f1", participant: "sim-1", answers: { heard: 4 } }],
    session.createdAt,
  );
}
