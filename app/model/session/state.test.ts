import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { append, newSession } from "./chain.ts";
import { anotherRound, closeRound, goOn, goTo, reveal } from "./commands.ts";
import { named } from "./journal.ts";
import { answer, clock, dryRun, SETUP } from "./session.test-help.ts";
import { openRound, roundOf, stateOf, withoutNames } from "./state.ts";
import type { Happened, Session } from "./types.ts";

const joined = (participant: string): Happened => ({
  type: "joined",
  participant,
  source: "lan",
  admitted: true,
});
const sent = (participant: string, rev: number, id: string, low = 0.1, late = false): Happened => ({
  type: "response",
  response: answer({
    id,
    participant,
    rev,
    estimates: [
      { question: "soon", low, best: 0.5, high: 0.6 },
      { question: "late", low, best: 0.5, high: 0.6 },
    ],
  }),
  late,
});

function workshop(...happened: readonly Happened[]): Session {
  const now = clock();
  let session = newSession("s", SETUP, now());
  session = append(session, goTo(SETUP, stateOf(session), "round1"), now());
  for (const one of happened) session = append(session, [one], now());
  return session;
}
const lows = (session: Session) =>
  Object.fromEntries(
    [...(roundOf(stateOf(session), "r1")?.answers ?? [])].map(([id, { response }]) => [
      id,
      response.estimates[0]!.low,
    ]),
  );

describe("answers", () => {
  it("count by the last revision before the close, whatever order they came in", () => {
    const session = workshop(joined("p1"), sent("p1", 2, "b", 0.2), sent("p1", 1, "a", 0.1));
    expect(lows(session)).toEqual({ p1: 0.2 });
  });

  it("that came late are kept and count nowhere", () => {
    const session = workshop(
      joined("p1"),
      sent("p1", 1, "a", 0.1),
      { type: "roundClosed", round: "r1" },
      sent("p1", 2, "b", 0.4, true),
    );
    expect(lows(session)).toEqual({ p1: 0.1 });
    expect(roundOf(stateOf(session), "r1")?.late.map(({ id }) => id)).toEqual(["b"]);
  });

  it("are not doubled when one comes twice", () => {
    const session = workshop(joined("p1"), sent("p1", 1, "a"), sent("p1", 1, "a", 0.3));
    expect(lows(session)).toEqual({ p1: 0.1 });
  });

  it("of people who are not in, or not in any more, do not count", () => {
    const waiting: Happened = { type: "joined", participant: "p2", source: "lan", admitted: false };
    const session = workshop(
      joined("p1"),
      waiting,
      sent("p1", 1, "a"),
      sent("p2", 1, "b"),
      sent("p9", 1, "c"),
      {
        type: "removed",
        participant: "p1",
      },
    );
    expect(lows(session)).toEqual({});
    expect(lows(append(session, [{ type: "admitted", participant: "p2" }], "2026-02-03T10:00:00Z"))).toEqual({
      p2: 0.1,
    });
  });

  it("of two phones of one person count as what came last", () => {
    const session = workshop(joined("p1"), joined("p2"), sent("p1", 1, "a", 0.1), sent("p2", 1, "b", 0.3), {
      type: "merged",
      from: "p2",
      into: "p1",
    });
    expect(lows(session)).toEqual({ p1: 0.3 });
    expect(stateOf(session).people.map(({ id }) => id)).toEqual(["p1"]);
    // Back again would make a circle.
    const circle = append(session, [{ type: "merged", from: "p1", into: "p2" }], "2026-02-03T10:00:00Z");
    expect(lows(circle)).toEqual({ p1: 0.3 });
  });
});

describe("names", () => {
  const people = (session: Session) => stateOf(session).people.map(({ name }) => name);
  it("that are alike are numbered, and people without one are seats", () => {
    let session = workshop(joined("a"), joined("b"), joined("c"), joined("d"));
    for (const id of ["a", "b", "d"]) session = named(session, id, "Dana");
    expect(people(session)).toEqual(["Dana", "Dana (2)", "Seat 3", "Dana (3)"]);
  });
  it("live in one place and can be taken out whole", () => {
    const session = named(named(workshop(joined("a"), joined("b")), "a", "Dana Q"), "b", "Robin Z");
    const text = JSON.stringify(withoutNames(session));
    expect(text).not.toMatch(/Dana|Robin/);
    expect(people(withoutNames(session))).toEqual(["Seat 1", "Seat 2"]);
    // The log does not know them: it is the same one.
    expect(withoutNames(session).events).toBe(session.events);
  });
});

describe("commands", () => {
  it("close an open round on the way to another step", () => {
    const session = workshop(joined("p1"));
    expect(goTo(SETUP, stateOf(session), "reveal")).toEqual([
      { type: "roundClosed", round: "r1" },
      { type: "step", step: "reveal" },
    ]);
    expect(closeRound(stateOf(session))).toEqual([{ type: "roundClosed", round: "r1" }]);
  });
  it("never open a round twice", () => {
    const session = append(workshop(), closeRound(stateOf(workshop())), "2026-02-03T09:10:00Z");
    expect(goTo(SETUP, stateOf(session), "round1")).toEqual([{ type: "step", step: "round1" }]);
  });
  it("show nothing of an open round", () => {
    expect(reveal(stateOf(workshop()), "r1")).toEqual([]);
    const forged = append(
      workshop(),
      [{ type: "revealed", round: "r1", what: "answers" }],
      "2026-02-03T09:10:00Z",
    );
    expect(roundOf(stateOf(forged), "r1")?.revealed).toEqual([]);
  });
  it("open a third round only where the setup allows one", () => {
    const done = stateOf(dryRun());
    expect(anotherRound(SETUP, { ...done, closed: false })).toEqual([]);
    expect(anotherRound({ ...SETUP, rounds: 3 }, { ...done, closed: false }).at(-1)).toMatchObject({
      round: "r3",
      n: 3,
    });
  });
  it("do nothing once it is closed", () => {
    expect(goOn(SETUP, stateOf(dryRun()))).toEqual([]);
    expect(goTo(SETUP, stateOf(dryRun()), "round2")).toEqual([]);
  });
});

it("a dry run goes through every step and everybody's answers count", () => {
  const state = stateOf(dryRun());
  expect(state).toMatchObject({ step: "close", closed: true, concluded: { confidence: "moderate" } });
  expect(state.rounds.map(({ id, answers }) => [id, answers.size])).toEqual([
    ["warmup", 12],
    ["r1", 12],
    ["r2", 12],
  ]);
  expect(openRound(state)).toBeUndefined();
  expect([...state.votes.values()].reduce((a, b) => a + b, 0)).toBe(36);
});

it("the state is a fold: it does not depend on anything but the events up to there", () => {
  const session = dryRun();
  fc.assert(
    fc.property(fc.nat(session.events.length), (n) => {
      const part = { ...session, events: session.events.slice(0, n) };
      expect(stateOf(part)).toEqual(stateOf({ ...part, events: structuredClone(part.events) }));
    }),
    { numRuns: 20 },
  );
});
