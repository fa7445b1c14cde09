import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { append, isBeginning, newSession, verify } from "./chain.ts";
import { checkSession } from "./read.ts";
import { dryRun, SETUP } from "./session.test-help.ts";

const AT = "2026-02-03T09:00:00.000Z";

describe("the log", () => {
  const session = dryRun();

  it("links every event to the one before it and to the setup", () => {
    expect(verify(session)).toEqual({ ok: true });
    expect(session.events.map(({ seq }) => seq)).toEqual(session.events.map((_, i) => i + 1));
    expect(session.events[0]).toMatchObject({ type: "opened", prev: "" });
  });

  it("names the first event that was changed, moved or taken out", () => {
    fc.assert(
      fc.property(fc.nat(session.events.length - 1), fc.constantFrom("change", "drop", "swap"), (i, how) => {
        const events = [...session.events];
        if (how === "change") events[i] = { ...events[i]!, at: "2001-01-01T00:00:00Z" };
        else if (how === "drop") events.splice(i, 1);
        else if (i > 0) [events[i - 1], events[i]] = [events[i]!, events[i - 1]!];
        const result = verify({ ...session, events });
        const first = how === "swap" ? i : i + 1;
        // The last one taken out leaves a log that is shorter and whole.
        if ((how === "drop" && i === session.events.length - 1) || (how === "swap" && i === 0))
          return result.ok;
        return !result.ok && result.seq === first && result.sentence.startsWith(`Event ${first} of the log`);
      }),
    );
  });

  it("does not belong to another setup", () => {
    expect(verify({ ...session, setup: { ...SETUP, rounds: 3 } })).toMatchObject({ ok: false, seq: 1 });
  });

  it("only grows", () => {
    const more = append(session, [{ type: "note", text: "Coffee" }], AT);
    expect(more.events.slice(0, session.events.length)).toEqual(session.events);
    expect(isBeginning(session, more)).toBe(true);
    expect(isBeginning(more, session)).toBe(false);
    const other = append(session, [{ type: "note", text: "Tea" }], AT);
    expect(isBeginning(other, more)).toBe(false);
  });
});

describe("a session of a file", () => {
  it("is read as it was written", () => {
    const session = dryRun();
    expect(checkSession(JSON.parse(JSON.stringify(session)))).toEqual({ ok: true, value: session });
  });

  it("is refused in one sentence where its log was tampered with", () => {
    const session = dryRun();
    const events = session.events.map((event) => (event.seq === 7 ? { ...event, at: AT } : event));
    expect(checkSession({ ...session, events })).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(
        /^Session.events cannot be trusted: event 7 of the log was changed/,
      ) as string,
    });
  });

  it("never throws, whatever it is", () => {
    const session = newSession("s", SETUP, AT);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        checkSession(value);
        checkSession({ ...session, events: [...session.events, value] });
        checkSession({ ...session, setup: value });
        checkSession({ ...session, names: value });
      }),
    );
  });
});
