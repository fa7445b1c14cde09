import { expect, it } from "vitest";
import { append, newSession } from "./chain.ts";
import { goTo } from "./commands.ts";
import { checkSession } from "./read.ts";
import { allReasonsAt, hideReason, reasonsAt, wholeReasons } from "./reasons.ts";
import { inputsHash } from "./round.ts";
import { answer, clock, SETUP } from "./session.test-help.ts";
import { closedRounds, stateOf } from "./state.ts";
import type { Happened, Session } from "./types.ts";
import { viewOf } from "./view.ts";

const now = clock();
const says = (participant: string, text: string, target = "b"): Happened[] => [
  { type: "joined", participant, source: "lan", admitted: true },
  {
    type: "response",
    response: answer({ id: `x-${participant}`, participant, reasons: [{ target, text }] }),
    late: false,
  },
];
const opened = newSession("s", SETUP, now());
const before = append(
  opened,
  [
    ...goTo(SETUP, stateOf(opened), "round1"),
    ...says("p1", "Rude."),
    ...says("p2", "It is said in public."),
    ...says("p3", "Rude."),
    ...says("p4", "It is said in public."),
    ...says("p5", "All of it hangs together.", ""),
    { type: "roundClosed", round: "r1" },
  ],
  now(),
);
const roundOf = (session: Session) => closedRounds(viewOf(stateOf(session)))[0]!;
/** The first two weigh it most. */
const B = { id: "b", weights: [9, 8, 2, 1, 3] };
const hidden = (on: boolean, from: Session) =>
  append(from, hideReason(roundOf(from), "b", "Rude.", on), now());

it("a hidden reason is gone for the room wherever it was said alike, and can be shown again", () => {
  const both = ["Rude.", "It is said in public."];
  const sides = (session: Session) => {
    const { highest, lowest } = reasonsAt(roundOf(session), B);
    return [highest, [...lowest].sort()];
  };
  expect(sides(before)).toEqual([both, both.toSorted()]);
  const after = hidden(true, before);
  expect(sides(after)).toEqual([["It is said in public."], ["It is said in public."]]);
  expect(sides(hidden(false, after))).toEqual(sides(before));
});

it("who gives the most that can be given is not among those who weigh it least", () => {
  const { highest, lowest } = reasonsAt(roundOf(before), { id: "b", weights: [10, 10, 4, 10, 10] });
  expect([highest, lowest]).toEqual([["Rude.", "It is said in public."], ["Rude."]]);
});

it("the facilitator still sees that there is one, and which", () => {
  expect(allReasonsAt(roundOf(hidden(true, before)), B).highest).toEqual([
    { text: "Rude.", hidden: true },
    { text: "It is said in public.", hidden: false },
  ]);
});

it("one about the whole is hidden alike, and not with one of the same words about a factor", () => {
  const text = "All of it hangs together.";
  const elsewhere = append(before, hideReason(roundOf(before), "b", text, true), now());
  expect(elsewhere.events).toHaveLength(before.events.length);
  const after = append(before, hideReason(roundOf(before), "", text, true), now());
  expect(wholeReasons(roundOf(after))).toEqual([{ text, hidden: true }]);
});

it("hiding is an event of a log that still holds the answer, read back as it was, and changes no number", () => {
  const after = hidden(true, before);
  expect(after.events.slice(before.events.length).map(({ type }) => type)).toEqual([
    "reasonHidden",
    "reasonHidden",
  ]);
  expect(JSON.stringify(roundOf(after).answers?.get("p1"))).toContain("Rude.");
  const read = checkSession(JSON.parse(JSON.stringify(after)));
  expect(read).toEqual({ ok: true, value: after });
  expect(inputsHash(SETUP, roundOf(after))).toBe(inputsHash(SETUP, roundOf(before)));
});

it("of nothing that was said, or of a round that is open, nothing is hidden", () => {
  expect(hideReason(roundOf(before), "b", "Nobody said this.", true)).toEqual([]);
  const open = { ...before, events: before.events.slice(0, -1) };
  expect(hideReason(viewOf(stateOf(open)).rounds[0]!, "b", "Rude.", true)).toEqual([]);
});
