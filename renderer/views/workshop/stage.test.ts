import { describe, expect, test } from "vitest";
import { append, newSession } from "../../../app/model/session/chain.ts";
import { planOf } from "../../../app/model/session/plan.ts";
import { answer, SETUP } from "../../../app/model/session/session.test-help.ts";
import { closedRounds, stateOf } from "../../../app/model/session/state.ts";
import type { Happened } from "../../../app/model/session/types.ts";
import { viewOf } from "../../../app/model/session/view.ts";
import { shippedCase } from "../../../app/model/shipped.test-help.ts";
import type { Work, WorkedRound } from "./context.ts";
import { personalOf, stageOf } from "./stage.ts";

const AT = "2026-02-03T09:00:00.000Z";
const theCase = shippedCase("us-saudi-1973");

const joined = (participant: string, source: "lan" | "paper" = "lan"): Happened => ({
  type: "joined",
  participant,
  source,
  admitted: true,
});
const sent = (participant: string, id: string): Happened => ({
  type: "response",
  response: answer({ id, participant, weights: null }),
  late: false,
});
const merged: Happened = { type: "merged", from: "p2", into: "p1" };
const opened: Happened = { type: "roundOpened", round: "r1", kind: "weights", n: 1 };
const closed: Happened = { type: "roundClosed", round: "r1" };
const people = [joined("p1"), joined("p2"), joined("p3"), joined("p4", "paper")];

/** The workshop on screen after this, its closed rounds already worked out. */
function workAfter(...happened: readonly Happened[]): Work {
  const session = append(newSession("s", SETUP, AT), happened, AT);
  const state = stateOf(session);
  const view = viewOf(state);
  const rounds = closedRounds(view).map(
    (round) => ({ round, answer: { people: [] } }) as unknown as WorkedRound,
  );
  return {
    session,
    setup: SETUP,
    view,
    plan: planOf(SETUP),
    rounds,
    record: false,
    happen: () => undefined,
    state,
  };
}

describe("what a phone need not send, for its person has sent it from another", () => {
  const elsewhere = (...happened: readonly Happened[]) => {
    const work = workAfter(...people, opened, ...happened);
    const told = personalOf(work, theCase, work.state.rounds, new Map());
    return Object.fromEntries(Object.entries(told).map(([id, one]) => [id, one.elsewhere ?? []]));
  };

  test("is nothing as long as everybody has one", () => {
    expect(elsewhere(sent("p1", "x1"))).toEqual({ p1: [], p2: [], p3: [] });
  });
  test("is said on the other phone, whichever of the two has sent", () => {
    expect(elsewhere(merged, sent("p1", "x1"))).toEqual({ p1: [], p2: ["r1"], p3: [] });
    expect(elsewhere(merged, sent("p2", "x2"))).toEqual({ p1: ["r1"], p2: [], p3: [] });
  });
  test("is followed through several merges", () => {
    const further: Happened = { type: "merged", from: "p1", into: "p3" };
    expect(elsewhere(merged, further, sent("p2", "x2"))).toEqual({ p1: ["r1"], p2: [], p3: ["r1"] });
  });
  test("is taken back when they are told apart", () => {
    const parted: Happened = { type: "parted", participant: "p2" };
    expect(elsewhere(merged, sent("p1", "x1"), parted)).toEqual({ p1: [], p2: [], p3: [] });
  });
});

test("a vote has what was named, without what is hidden or says the same as another", () => {
  const said = (id: string): Happened => ({
    type: "comment",
    comment: { id, participant: "p1", kind: "missing", text: `Text ${id}` },
  });
  const asked = (...more: readonly Happened[]) => {
    const work = workAfter(...people, opened, said("m1"), said("m2"), said("m3"), sent("p1", "x1"), closed, ...more, { type: "voting", about: "missing" }); // prettier-ignore
    const { page } = stageOf(work, theCase);
    return page.show === "vote" ? page.options.map(({ id }) => id) : page.show;
  };
  const hidden = (on: boolean): Happened => ({ type: "hidden", comment: "m1", hidden: on });
  expect(asked()).toEqual(["m1", "m2", "m3"]);
  expect(asked(hidden(true))).toEqual(["m2", "m3"]);
  expect(asked(hidden(true), hidden(false))).toEqual(["m1", "m2", "m3"]);
  expect(asked({ type: "same", comment: "m3", as: "m2" })).toEqual(["m1", "m2"]);
});

test("a closed round is on no phone before something of it is revealed", () => {
  const at: Happened = { type: "step", step: "reveal" };
  const shows = (...more: readonly Happened[]) =>
    stageOf(workAfter(...people, opened, sent("p1", "x1"), closed, at, ...more), theCase).page.show;
  expect(shows()).toBe("wait");
  expect(shows({ type: "revealed", round: "r1", what: "reasons" })).toBe("reveal");
  expect(shows({ type: "revealed", round: "r1", what: "reasons" }, { type: "concealed", round: "r1" })).toBe(
    "wait",
  );
});

test("a reason that the facilitator hid is on no phone, and is again once it is shown again", () => {
  const because = (participant: string, text: string): Happened => ({
    type: "response",
    response: answer({ id: `x-${participant}`, participant, reasons: [{ target: "b", text }] }),
    late: false,
  });
  const hidden = (on: boolean): Happened => ({
    type: "reasonHidden",
    round: "r1",
    response: "x-p1",
    target: "b",
    hidden: on,
  });
  const reasons = (...more: readonly Happened[]) => {
    const work = workAfter(...people, opened, because("p1", "Rude."), because("p2", "Public."), closed, { type: "step", step: "discuss" }, ...more); // prettier-ignore
    const weights = { a: 1, b: 5, c: 1 };
    const rounds = work.rounds.map((one) => ({ ...one, answer: { people: [{ weights }, { weights: { ...weights, b: 2 } }] } }) as unknown as WorkedRound); // prettier-ignore
    const { page } = stageOf({ ...work, rounds }, theCase);
    return page.show === "discuss" ? page.reasons : page.show;
  };
  expect(reasons()).toEqual(["Rude.", "Public."]);
  expect(reasons(hidden(true))).toEqual(["Public."]);
  expect(reasons(hidden(true), hidden(false))).toEqual(["Rude.", "Public."]);
});
