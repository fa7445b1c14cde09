import { expect, test } from "vitest";
import { append } from "../../../app/model/session/chain.ts";
import { dryRun } from "../../../app/model/session/session.test-help.ts";
import type { Happened, Session, StoredAggregate } from "../../../app/model/session/types.ts";
import { roomOf } from "./room.ts";

const NUMBERS: StoredAggregate = {
  round: "r1",
  inputs: "0".repeat(64),
  people: 12,
  pooled: { late: { p: 0.4, low: 0.3, high: 0.55 } },
  groupModel: {},
};

/** A held workshop up to the closing of its first round, and then what else happened. */
function room(...after: Happened[]): Session {
  const whole = dryRun();
  const closed = whole.events.findIndex((event) => event.type === "roundClosed" && event.round === "r1");
  return append({ ...whole, events: whole.events.slice(0, closed + 1) }, after, "2026-02-03T10:00:00.000Z");
}

test("without a workshop there is no room: the slides show the scenario", () => {
  expect(roomOf(null)).toBeNull();
});

test("numbers are kept back until the room's answers have been revealed, also where they are known", () => {
  expect(roomOf(room())).toEqual({ answer: null });
  expect(roomOf(room({ type: "aggregate", aggregate: NUMBERS }))).toEqual({ answer: null });
  expect(
    roomOf(
      room({ type: "aggregate", aggregate: NUMBERS }, { type: "revealed", round: "r1", what: "weights" }),
    ),
  ).toEqual({ answer: null });
});

test("what was revealed is shown, with how many people and which round; concealed again, it is not", () => {
  const shown: Happened[] = [
    { type: "aggregate", aggregate: NUMBERS },
    { type: "revealed", round: "r1", what: "answers" },
  ];
  expect(roomOf(room(...shown))?.answer).toEqual({
    people: 12,
    round: 1,
    pooled: NUMBERS.pooled,
    dryRun: true,
  });
  expect(roomOf(room(...shown, { type: "concealed", round: "r1" }))?.answer).toBeNull();
});
