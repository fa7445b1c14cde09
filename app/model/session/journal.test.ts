import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { append, newSession, verify } from "./chain.ts";
import { goTo } from "./commands.ts";
import {
  absorb,
  addedLine,
  identityOf,
  type JournalLine,
  mergeSessions,
  nameLine,
  openingLine,
  recover,
} from "./journal.ts";
import { answer, clock, dryRun, SETUP } from "./session.test-help.ts";
import { roundOf, stateOf } from "./state.ts";
import type { Session } from "./types.ts";

const AT = "2026-02-03T09:30:00.000Z";
const joined = (n: number): JournalLine => ({
  seq: 0,
  at: AT,
  by: "room",
  fact: { type: "joined", person: `p${n}`, name: "Dana", admitted: true },
});
const sent = (n: number): JournalLine => ({
  seq: 0,
  at: AT,
  by: "room",
  fact: { type: "response", response: answer({ id: `x${n}`, participant: `p${n}` }), late: false },
});

/** A journal of one round as the host has it: window and room in turn. */
function journal(people: number): { lines: JournalLine[]; session: Session } {
  const now = clock();
  let session = newSession("s", SETUP, now());
  const lines: JournalLine[] = [];
  const keep = (line: JournalLine) => lines.push({ ...line, seq: lines.length + 1 });
  const own = (text: string | null) => text !== null && keep({ seq: 0, at: AT, by: "window", text });
  own(openingLine(session));
  const opened = append(session, goTo(SETUP, stateOf(session), "round1"), now());
  own(addedLine(session, opened));
  session = opened;
  for (let n = 1; n <= people; n++) {
    keep(joined(n));
    keep(sent(n));
    // The window keeps the links it made, and goes on.
    const absorbed = absorb(session, lines.slice(-2));
    const noted = append(absorbed, [{ type: "extended", minutes: 1 }], now());
    if (n < people) own(addedLine(session, noted));
    session = n < people ? noted : absorbed;
  }
  return { lines, session };
}

describe("a journal", () => {
  it("gives the session again after everything was lost but it", () => {
    const { lines, session } = journal(5);
    const back = recover(lines);
    expect(back).toMatchObject({ ok: true });
    if (!back.ok) return;
    expect(verify(back.value)).toEqual({ ok: true });
    expect(stateOf(back.value)).toEqual(stateOf(session));
    expect(stateOf(back.value).people.map(({ name }) => name)).toEqual([
      "Dana",
      ...[2, 3, 4, 5].map((n) => `Dana (${n})`),
    ]);
  });

  it("read again in any parts, any number of times, loses nothing and doubles nothing", () => {
    const { lines } = journal(4);
    const whole = recover(lines);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(lines.length), fc.nat(lines.length))), (parts) => {
        if (!whole.ok) return false;
        const head = recover(lines.slice(0, 2));
        if (!head.ok) return false;
        let session = head.value;
        for (const [from, to] of parts)
          session = absorb(session, lines.slice(Math.min(from, to), Math.max(from, to)));
        session = absorb(session, lines);
        const answers = roundOf(stateOf(session), "r1")!.answers;
        expect([...answers.keys()].sort()).toEqual(["p1", "p2", "p3", "p4"]);
        const told = (of: Session) =>
          of.events
            .map(identityOf)
            .filter((id) => id?.match(/joined|response/))
            .sort();
        expect(told(session)).toEqual(told(whole.value));
        return verify(session).ok;
      }),
      { numRuns: 30 },
    );
  });

  it("that was cut off in the middle of a line gives everything before it", () => {
    const { lines } = journal(2);
    const cut: JournalLine = { seq: 99, at: AT, by: "window", text: '{"events":[{"ty' };
    expect(recover([...lines, cut])).toEqual(recover(lines));
  });

  it("may hold a line of the window twice", () => {
    const { lines } = journal(2);
    expect(recover([lines[0]!, lines[1]!, ...lines.slice(1)])).toEqual(recover(lines));
  });

  it("keeps names given on the laptop", () => {
    const { lines } = journal(1);
    const back = recover([...lines, { seq: 9, at: AT, by: "window", text: nameLine("p1", "Robin") }]);
    expect(back.ok && back.value.names).toEqual({ p1: "Dana" });
    const absorbed = recover([lines[0]!, { seq: 2, at: AT, by: "window", text: nameLine("p1", "Robin") }]);
    expect(absorbed.ok && absorbed.value.names).toEqual({ p1: "Robin" });
  });

  it("of no session is refused", () => {
    expect(recover([joined(1)])).toMatchObject({ ok: false });
  });
});

describe("two copies of a session", () => {
  const whole = dryRun();
  const cut = (n: number): Session => ({ ...whole, events: whole.events.slice(0, n) });

  it("are the longer one where one goes on from the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.events.length }), (n) => {
        expect(mergeSessions(cut(n), whole)).toEqual(whole);
        expect(mergeSessions(whole, cut(n))).toBe(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("that went apart keep what either holds, once", () => {
    const base = cut(20);
    const grown = (name: string, people: readonly number[]) =>
      people.reduce((session, n) => absorb(session, [joined(n)]), { ...base, names: { [name]: name } });
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), (a, b) => {
        const merged = mergeSessions(grown("a", a), grown("b", b));
        const ids = merged.events.map(identityOf).filter((id) => id !== null);
        expect(new Set(ids).size).toBe(ids.length);
        for (const n of [...a, ...b]) expect(ids).toContain(`joined p${n}`);
        return verify(merged).ok;
      }),
      { numRuns: 30 },
    );
  });

  it("of two sessions are not mixed", () => {
    const other = { ...whole, id: "other" };
    expect(mergeSessions(whole, other)).toBe(whole);
  });
});
