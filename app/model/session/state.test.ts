import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { append, newSession } from "./chain.ts";
import { anotherRound, closeRound, goOn, goTo, reveal } from "./commands.ts";
import { named } from "./journal.ts";
import { cardOf, deal } from "./deal.ts";
import { cardsOf } from "./prompts.ts";
import { viewOf } from "./view.ts";
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

describe("people who are one", () => {
  const twice = (keep?: string) =>
    workshop(joined("p1"), joined("p2"), joined("p3"), sent("p1", 1, "a", 0.1), sent("p2", 1, "b", 0.3), {
      type: "merged",
      from: "p2",
      into: "p1",
      ...(keep === undefined ? {} : { keep }),
    });
  const then = (session: Session, ...happened: readonly Happened[]) =>
    append(session, happened, "2026-02-03T10:00:00Z");

  it("keep the answer of the one that was chosen, and the other where that one has none", () => {
    expect(lows(twice("p1"))).toEqual({ p1: 0.1 });
    expect(lows(twice("p2"))).toEqual({ p1: 0.3 });
    // The choice is of a person, not of an answer: who revises later still is not the one.
    expect(lows(then(twice("p1"), sent("p2", 2, "c", 0.5)))).toEqual({ p1: 0.1 });
    expect(lows(then(twice("p2"), sent("p3", 1, "c", 0.5)))).toEqual({ p1: 0.3, p3: 0.5 });
    const only = workshop(joined("p1"), joined("p2"), sent("p2", 1, "b", 0.3), {
      type: "merged",
      from: "p2",
      into: "p1",
      keep: "p1",
    });
    expect(lows(only)).toEqual({ p1: 0.3 });
  });
  it("keep it through several merges", () => {
    const merged: Happened = { type: "merged", from: "p1", into: "p3", keep: "p1" };
    expect(lows(then(twice("p2"), merged, sent("p3", 1, "c", 0.5)))).toEqual({ p3: 0.3 });
  });
  it("are two again by a further event, each with their own answer", () => {
    const session = twice("p1");
    expect(stateOf(session).merged).toMatchObject([{ from: { id: "p2" }, into: "p1" }]);
    const two = then(session, { type: "parted", participant: "p2" });
    expect(lows(two)).toEqual({ p1: 0.1, p2: 0.3 });
    expect(stateOf(two).merged).toEqual([]);
    expect(lows(then(two, { type: "merged", from: "p1", into: "p2", keep: "p2" }))).toEqual({ p2: 0.3 });
  });
  it("are in the team they were last put into, and in none after that is taken back", () => {
    const teams = (session: Session) => stateOf(session).people.map(({ group }) => group);
    const moved = then(
      twice(),
      { type: "moved", participant: "p1", group: "North" },
      { type: "moved", participant: "p3", group: "North" },
      { type: "moved", participant: "p3", group: "South" },
    );
    expect(teams(moved)).toEqual(["North", "South"]);
    expect(teams(then(moved, { type: "moved", participant: "p1", group: "" }))).toEqual(["", "South"]);
  });
});

describe("votes", () => {
  const said = (id: string, kind: "missing" | "sign", participant: string | null = null): Happened => ({
    type: "comment",
    comment: { id, participant, kind, text: id },
  });
  const vote = (participant: string, comments: string[], about?: "missing"): Happened => ({
    type: "vote",
    id: `v ${participant} ${comments.join()}`,
    participant,
    comments,
    ...(about ? { about } : {}),
  });
  const base = [joined("p1"), joined("p2"), said("m1", "missing"), said("m2", "missing"), said("s1", "sign")];
  const votes = (...more: readonly Happened[]) =>
    Object.fromEntries(stateOf(workshop(...base, ...more)).votes);

  it("on missing factors and on signs stand beside each other; a later one of a kind replaces the earlier", () => {
    const both = [vote("p1", ["m1"], "missing"), vote("p1", ["s1"])];
    expect(votes(...both)).toEqual({ m1: 1, s1: 1 });
    expect(votes(...both, vote("p1", ["m2"], "missing"))).toEqual({ m2: 1, s1: 1 });
  });
  it("for remarks that say the same count together, one a person, and apart again when they are told apart", () => {
    const all = [vote("p1", ["m1", "m2"], "missing"), vote("p2", ["m2"], "missing")];
    const same = (as: string | null): Happened => ({ type: "same", comment: "m2", as });
    expect(votes(...all)).toEqual({ m1: 1, m2: 2 });
    expect(votes(...all, same("m1"))).toEqual({ m1: 2 });
    expect(votes(...all, same("m1"), same(null))).toEqual({ m1: 1, m2: 2 });
    // A circle, or another kind, changes nothing.
    const circle: Happened = { type: "same", comment: "m1", as: "m2" };
    expect(votes(...all, same("m1"), circle)).toEqual({ m1: 2 });
    expect(votes(...all, same("s1"))).toEqual({ m1: 1, m2: 2 });
  });
  it("of one person on two phones are one, the last that was said; and feedback likewise", () => {
    const merged: Happened = { type: "merged", from: "p2", into: "p1" };
    const parted: Happened = { type: "parted", participant: "p2" };
    const [one, two] = [vote("p1", ["m1"], "missing"), vote("p2", ["m2"], "missing")];
    expect(votes(merged, two)).toEqual({ m2: 1 });
    expect(votes(merged, one, two)).toEqual({ m2: 1 });
    expect(votes(merged, two, one)).toEqual({ m1: 1 });
    expect(votes(merged, two, one, parted)).toEqual({ m1: 1, m2: 1 });
    const open: Happened = { type: "voting", about: "missing" };
    expect(viewOf(stateOf(workshop(...base, open, one, two, merged))).voting).toEqual({
      about: "missing",
      voters: 1,
    });
    const felt = (participant: string, heard: number): Happened => ({
      type: "feedback",
      id: `f ${participant}`,
      participant,
      answers: { heard },
    });
    const all = workshop(...base, felt("p1", 4), felt("p2", 2), merged);
    expect(stateOf(all).feedback).toEqual([{ heard: 2 }]);
  });
  it("are told to nobody while the vote goes on, and end with its step", () => {
    const open = workshop(...base, { type: "voting", about: "missing" }, vote("p1", ["m1"], "missing"));
    const view = viewOf(stateOf({ ...open, events: [...open.events] }));
    expect([...view.votes]).toEqual([]);
    expect(view.voting).toEqual({ about: "missing", voters: 1 });
    const over = append(open, [{ type: "step", step: "discuss" }], "2026-02-03T10:00:00Z");
    expect(viewOf(stateOf(over)).voting).toBeNull();
    expect([...viewOf(stateOf(over)).votes]).toEqual([["m1", 1]]);
  });
});

describe("cards", () => {
  const session = () =>
    workshop(...Array.from({ length: 9 }, (_, i) => joined(`p${i}`)), { type: "step", step: "discuss" });
  const dealt = (seed: number, again = 0) => {
    let own = session();
    for (let n = 0; n <= again; n++)
      own = append(own, deal({ ...SETUP, seed }, stateOf(own), "discuss"), "2026-02-03T10:00:00Z");
    return stateOf(own);
  };
  it("go to everybody, each once before any twice, by the seed", () => {
    const { dealt: hands } = dealt(1);
    const counts = cardsOf("discuss").map(
      ({ id }) => Object.values(hands?.cards ?? {}).filter((one) => one === id).length,
    );
    expect(counts.reduce((a, b) => a + b, 0)).toBe(9);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(dealt(1).dealt?.cards).toEqual(hands?.cards);
    expect(dealt(2).dealt?.cards).not.toEqual(hands?.cards);
    expect(dealt(1, 1).dealt?.cards).not.toEqual(hands?.cards);
  });
  it("are held for as long as their step lasts", () => {
    const state = dealt(1);
    expect(cardOf(state, "p3")?.step).toBe("discuss");
    expect(cardOf(state, "nobody")).toBeNull();
    expect(cardOf({ ...state, step: "result" }, "p3")).toBeNull();
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
