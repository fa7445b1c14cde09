import { describe, expect, test } from "vitest";
import { groupAnswer } from "../../../app/model/group/answer.ts";
import { append } from "../../../app/model/session/chain.ts";
import { hideReason, reasonsAt } from "../../../app/model/session/reasons.ts";
import { FEWEST_DOTS, groupRequest, widestFirst } from "../../../app/model/session/round.ts";
import { storedAggregate } from "../../../app/model/session/stored.ts";
import { dryRun } from "../../../app/model/session/session.test-help.ts";
import { sessionReport } from "../../../app/model/session/report.ts";
import { firstChoices, setupOf } from "../../../app/model/session/setup.ts";
import { closedRounds, stateOf } from "../../../app/model/session/state.ts";
import {
  type Happened,
  REVEALS,
  type Session,
  type SessionEvent,
  type StepId,
} from "../../../app/model/session/types.ts";
import { viewOf } from "../../../app/model/session/view.ts";
import { SHIPPED, shippedCase } from "../../../app/model/shipped.test-help.ts";
import { PLAIN_FACES } from "../../state/presentation.ts";
import { faceOf, facesOf } from "./faces.ts";
import { type Door, type Room, roomOf } from "./room.ts";

const held = Object.fromEntries(
  SHIPPED.map(({ name }) => {
    const theCase = shippedCase(name);
    const setup = setupOf(theCase, firstChoices(theCase), { scenario: "Article", inputs: {} }, "1", 3);
    const session = dryRun({ ...setup, dryRun: true });
    const answers = new Map(
      closedRounds(viewOf(stateOf(session))).flatMap((round) => {
        const request = groupRequest(setup, round);
        return request ? [[round.id, groupAnswer(theCase, {}, request)] as const] : [];
      }),
    );
    return [name, { theCase, session, answers }];
  }),
);
const ours = held["russia-iran-syria"];
if (!ours) throw new Error("The first case is not there.");
const { theCase, session: whole, answers } = ours;
const answerOf = (round: string) => {
  const answer = answers.get(round);
  if (!answer) throw new Error(`Nothing is known of ${round}.`);
  return answer;
};

/** A held workshop up to an event, and then what else happened. */
function until(last: (event: SessionEvent) => boolean, ...after: Happened[]): Session {
  const end = whole.events.findIndex(last);
  expect(end).toBeGreaterThan(0);
  return append({ ...whole, events: whole.events.slice(0, end + 1) }, after, "2026-02-03T10:00:00.000Z");
}
const atStep = (step: StepId, ...after: Happened[]) =>
  until((event) => event.type === "step" && event.step === step, ...after);
const closing = (round: string) => (event: SessionEvent) =>
  event.type === "roundClosed" && event.round === round;

/** The numbers of every closed round of a session, as they would be stored. */
function stored(session: Session): Happened[] {
  return closedRounds(viewOf(stateOf(session))).flatMap((round) => {
    const answer = answers.get(round.id);
    return answer
      ? [
          {
            type: "aggregate",
            aggregate: storedAggregate(session.setup, viewOf(stateOf(session)), round, answer),
          } as const,
        ]
      : [];
  });
}
const withNumbers = (session: Session) => append(session, stored(session), "2026-02-03T10:00:01.000Z");

interface Change {
  readonly door?: Door;
  readonly record?: boolean;
  readonly part?: (typeof REVEALS)[number];
  readonly known?: boolean;
}
function seen(session: Session, { door, record = false, part, known = true }: Change = {}): Room {
  const rounds = closedRounds(viewOf(stateOf(session))).map((round) => ({
    round,
    answer: known ? (answers.get(round.id) ?? null) : null,
  }));
  const room = roomOf(theCase, { session, record, rounds, door: door ?? null, part: part ?? null });
  if (!room) throw new Error("There is no room.");
  return room;
}
const reveal = (what: (typeof REVEALS)[number]): Happened => ({ type: "revealed", round: "r1", what });

test("without a workshop there is no room: the slides show the scenario", () => {
  expect(roomOf(theCase, { session: null, record: false, rounds: [], door: null, part: null })).toBeNull();
  expect(facesOf({ room: null })).toEqual(PLAIN_FACES);
});

describe("what may not be seen yet", () => {
  test("is not in the room at all, also where it is known", () => {
    for (const session of [until(closing("r1")), withNumbers(until(closing("r1")))])
      expect(seen(session)).toMatchObject({ answer: null, splits: null, moved: null });
    const weights = seen(
      append(withNumbers(until(closing("r1"))), [reveal("weights")], "2026-02-03T10:00:02.000Z"),
    );
    expect(weights).toMatchObject({ answer: null, splits: null });
  });

  test("of an open round is nothing but how many are in", () => {
    for (const round of ["r1", "r2"]) {
      const open = until((event) => event.type === "response" && event.response.round === round);
      const { page } = seen(open);
      expect(page).toMatchObject({ show: "round", sent: 1, people: 12 });
      expect(JSON.stringify(page)).not.toMatch(/%|median|middle \d/);
    }
  });

  test("is concealed again", () => {
    const shown = append(withNumbers(until(closing("r1"))), REVEALS.map(reveal), "2026-02-03T10:00:02.000Z");
    expect(seen(shown).answer).not.toBeNull();
    const hidden = append(shown, [{ type: "concealed", round: "r1" }], "2026-02-03T10:00:03.000Z");
    expect(seen(hidden)).toMatchObject({ answer: null, splits: null });
  });
});

describe("the room's own slide", () => {
  const revealing = (what: (typeof REVEALS)[number]) =>
    append(withNumbers(atStep("reveal")), [reveal(what)], "2026-02-03T10:00:02.000Z");

  test("shows the door to whoever comes in, where there is one", () => {
    const door = { url: "http://10.0.0.1:9/#s", code: "K7M4PD", address: "10.0.0.1:9", fingerprint: null };
    expect(seen(atStep("room"), { door }).page).toMatchObject({ show: "join", door });
    expect(seen(atStep("room")).page).toMatchObject({ show: "join", door: null });
  });

  test("shows the weights as dots in no order of people, the widest disagreement first", () => {
    const { page } = seen(revealing("weights"));
    if (page?.show !== "strips") throw new Error("no strips");
    expect(page.strips).toHaveLength(whole.setup.factors.length);
    const spans = page.strips.map(({ half }) => (half ? half[1] - half[0] : NaN));
    expect(spans).toEqual(spans.toSorted((a, b) => b - a));
    for (const { dots } of page.strips) expect(dots).toEqual(dots?.toSorted((a, b) => a - b));
  });

  test("shows no dots and no middle half of fewer than four, and calls them neither agreed nor split", () => {
    const session = revealing("weights");
    const rounds = closedRounds(viewOf(stateOf(session))).map((round) => {
      const answer = answerOf(round.id);
      return { round, answer: { ...answer, people: answer.people.slice(0, FEWEST_DOTS - 1) } };
    });
    const page = roomOf(theCase, { session, record: false, rounds, door: null, part: null })?.page;
    if (page?.show !== "strips") throw new Error("no strips");
    for (const strip of page.strips) expect(strip).toMatchObject({ dots: null, half: null, split: false });
    expect(JSON.stringify(page)).not.toMatch(/middle half|agreed/i);
  });

  test("shows what was opened last, or what the facilitator goes back to; what is not open is not shown", () => {
    const session = append(revealing("weights"), [reveal("answers")], "2026-02-03T10:00:03.000Z");
    const titled = (part?: (typeof REVEALS)[number]) => {
      const { page } = seen(session, part ? { part } : {});
      return page?.show === "strips" ? page.title : page?.show;
    };
    expect(titled()).toMatch(/each weighting says/);
    expect(titled("weights")).toMatch(/how much each factor matters/);
    expect(titled("gut")).toMatch(/each weighting says/);
  });

  test("shows no reason that the facilitator hid, where they are read and where they are talked about", () => {
    for (const session of [revealing("reasons"), withNumbers(atStep("discuss"))]) {
      const read = (from: Session) => {
        const { page } = seen(from);
        const parts = page?.show === "reasons" ? page.parts : page?.show === "discuss" ? [page.part] : [];
        return parts.flatMap(({ highest, lowest }) => [...highest, ...lowest]);
      };
      const text = read(session)[0];
      const [round] = closedRounds(viewOf(stateOf(session)));
      if (text === undefined || !round) throw new Error("Nobody gave a reason.");
      const hidden = append(
        session,
        session.setup.factors.flatMap(({ id }) => hideReason(round, id, text, true)),
        "2026-02-03T10:00:03.000Z",
      );
      expect(read(hidden)).not.toContain(text);
    }
  });

  test("takes leave with the signs to watch, how sure the room is and who sees it otherwise, as the report has it", () => {
    const said: Happened = {
      type: "comment",
      comment: { id: "d1", participant: null, kind: "dissent", text: "None of it." },
    };
    const at = (...more: Happened[]) => {
      const { page } = seen(atStep("close", ...more));
      if (page?.show !== "decided") throw new Error("Nothing was decided.");
      return page;
    };
    const votes = at().signs.map((sign) => sign.votes);
    expect(votes).toHaveLength(4);
    expect(votes).toEqual(votes.toSorted((a, b) => b - a));
    expect(at()).toMatchObject({ confidence: theCase.confidence?.level ?? null, minority: [] });
    const concluded = {
      type: "concluded",
      confidence: "high",
      reasons: "Two agree.",
      minority: "One.",
    } as const;
    expect(at(said, concluded)).toMatchObject({
      confidence: "high",
      because: "Two agree.",
      minority: ["One.", "None of it."],
    });
    expect(at(said, { type: "hidden", comment: "d1", hidden: true }).minority).toEqual([]);
    const session = atStep("close", said, concluded);
    expect(sessionReport(theCase, session).minority).toBe(at(said, concluded).minority.join("\n"));
    expect(seen(session).confidence).toBe("high");
  });

  test.each(Object.entries(held))("no simulated reason stands on both sides: %s", (_, one) => {
    const [round] = closedRounds(viewOf(stateOf(one.session)));
    const answer = one.answers.get("r1");
    if (!round || !answer) throw new Error("There is no first round.");
    for (const row of widestFirst(one.session.setup, answer)) {
      const { highest, lowest } = reasonsAt(round, row);
      expect(highest.filter((text) => lowest.includes(text))).toEqual([]);
    }
  });

  test("has something for every step, says nobody's name, and is gone once it is a record", () => {
    for (const step of [
      "room",
      "brief",
      "warmup",
      "round1",
      "reveal",
      "discuss",
      "round2",
      "result",
      "challenge",
      "close",
    ] as const)
      // prettier-ignore
      expect(seen(atStep(step)).page, step).not.toBeNull();
    expect(seen(whole, { record: true }).page).toBeNull();
    expect(facesOf({ room: seen(whole, { record: true }) })[0]).toBe(0);
  });
});

describe("what splits the room", () => {
  test.each(Object.entries(held))("adds up to the whole of the spread: %s", (_, one) => {
    const rounds = closedRounds(viewOf(stateOf(one.session))).map((round) => ({
      round,
      answer: one.answers.get(round.id) ?? null,
    }));
    const session = append(
      { ...one.session, events: one.session.events.slice(0, -2) },
      rounds.flatMap(({ round, answer }) =>
        answer
          ? [
              {
                type: "aggregate",
                aggregate: storedAggregate(one.session.setup, viewOf(stateOf(one.session)), round, answer),
              } as const,
            ]
          : [],
      ),
      "2026-02-03T10:00:01.000Z",
    );
    const room = roomOf(one.theCase, { session, record: false, rounds, door: null, part: null });
    expect(room?.splits?.rows.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    expect(room?.splits?.rows.map(({ share }) => share)).toEqual(
      room?.splits?.rows.map(({ share }) => share).toSorted((a, b) => b - a),
    );
    expect(facesOf({ room })).toEqual([1, 1, 1, 1, 2, 2]);
  });
});

describe("after the last round", () => {
  const result = withNumbers(atStep("result"));

  test("its answer and what moved may be seen without a reveal", () => {
    const { answer, moved } = seen(result);
    expect(answer).toMatchObject({ round: 2, people: 12 });
    expect(moved?.rounds).toEqual([1, 2]);
    expect(moved?.people.both).toBe(12);
    const [first, last] = [answerOf("r1"), answerOf("r2")];
    expect(moved?.chances.map(({ id, from, to }) => [id, from, to])).toEqual(
      whole.setup.chances.map(({ id }) => [
        id,
        first.horizons[id]?.pooled.oddsMean,
        last.horizons[id]?.pooled.oddsMean,
      ]),
    );
  });

  test("and what is still being worked out is waited for", () => {
    const room = seen(result, { known: false });
    expect(room).toMatchObject({ moved: null, splits: null });
    const state = { slide: 5, face: 1 } as Parameters<typeof faceOf>[1];
    expect(faceOf({ room }, state)).toBe(0);
    expect(faceOf({ room: seen(result) }, state)).toBe(1);
  });
});

test("the slides are told to follow when a step begins and when something is opened, not when an answer comes in", () => {
  const marks = [
    until((event) => event.type === "roundOpened" && event.round === "r1"),
    until((event) => event.type === "response" && event.response.round === "r1"),
    until(closing("r1")),
    atStep("reveal"),
    atStep("reveal", reveal("weights")),
  ].map((session) => seen(session).mark);
  expect(marks[1]).toBe(marks[0]);
  expect(new Set(marks).size).toBe(4);
});
