import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballotPage } from "./ballot-page.ts";
import { ballotPaper, estimateOf, handIn, readBallot, swingOf, weightsOf } from "./ballot.ts";
import { append, newSession, setupHash } from "./chain.ts";
import { goTo } from "./commands.ts";
import { checkResponse } from "./guards.ts";
import { named } from "./journal.ts";
import { answer, ROUND, SETUP } from "./session.test-help.ts";
import { roundOf, stateOf } from "./state.ts";

const AT = "2026-02-03T09:00:00.000Z";
const opened = newSession("s", SETUP, AT);
const session = append(opened, goTo(SETUP, stateOf(opened), "round1"), AT);
const file = (change: object = {}) =>
  JSON.stringify({
    schema: "ballot/1",
    session: "s",
    round: "r1",
    setup: setupHash(SETUP),
    name: "Dana",
    response: answer(),
    ...change,
  });
const sentence = (text: string, of = session) => {
  const read = readBallot(of, text);
  return read.ok ? null : read.sentence;
};

describe("an answer file", () => {
  it("is taken as the answer it holds", () => {
    expect(readBallot(session, file())).toEqual({ ok: true, value: { name: "Dana", response: answer() } });
  });
  it.each([
    ["no file of answers", "<html>", /Ballot must be an object/],
    ["another kind", file({ schema: "ballot/9" }), /schema must be "ballot\/1"/],
    ["another workshop", file({ session: "t" }), /is of another workshop/],
    ["another question", file({ setup: "0".repeat(64) }), /is of another question/],
    ["a round to come", file({ round: "r2" }), /has not been opened/],
    ["no name", file({ name: " " }), /name must be a name/],
    ["a damaged answer", file({ response: answer({ estimates: [] }) }), /must answer "soon"/],
  ])("is refused for %s", (_, text, says) => expect(sentence(text)).toMatch(says));
  it("is refused the second time", () => {
    const once = append(session, handIn(session, "file", answer(), "Dana").happened, AT);
    expect(roundOf(stateOf(once), "r1")?.answers.size).toBe(1);
    expect(sentence(file(), once)).toMatch(/handed in already/);
  });
  it("that comes after the close is kept as late", () => {
    const closed = append(session, [{ type: "roundClosed", round: "r1" }], AT);
    const after = append(closed, handIn(closed, "file", answer(), "Dana").happened, AT);
    expect(roundOf(stateOf(after), "r1")).toMatchObject({ late: [answer()] });
    expect(roundOf(stateOf(after), "r1")?.answers.size).toBe(0);
  });
});

describe("a name on paper", () => {
  const taken = (of: typeof session, id: string, round: string, name: string) => {
    const own = answer({ id, participant: id, round });
    const { happened, participant } = handIn(of, "paper", own, name);
    return named(append(of, happened, AT), participant, name);
  };
  it("is the same person in the next round, and somebody else in the same one", () => {
    let of = taken(taken(session, "x1", "r1", "Dana"), "x2", "r1", "Dana");
    expect(stateOf(of).people.map(({ name }) => name)).toEqual(["Dana", "Dana (2)"]);
    of = append(of, goTo(SETUP, stateOf(of), "round2"), AT);
    of = taken(taken(of, "x3", "r2", "Dana"), "x4", "r2", "Dana (2)");
    expect([...(roundOf(stateOf(of), "r2")?.answers.keys() ?? [])]).toEqual(["x1", "x2"]);
    expect(stateOf(of).people).toHaveLength(2);
  });
});

describe("a ballot page", () => {
  it("tells no known answer and lets no text of a case out of its data", () => {
    const evil = { ...SETUP, question: '</script><img src=x onerror="alert(1)">\u2028' };
    const page = ballotPage(ballotPaper({ ...session, setup: evil }, "r1"));
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("\u2028");
    expect(page).not.toContain("193");
  });
  it("asks for nothing from anywhere", () => {
    const page = ballotPage(ballotPaper(session, "r1"));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:|src=/);
  });
});

describe("numbers of a sheet", () => {
  const factors = ["a", "b", "c"];
  it("make answers that pass the guards, whatever is typed", () => {
    const methods = ["swing", "rank", "points", "slider"] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        fc.array(fc.oneof(fc.integer({ min: -1, max: 101 }), fc.double()), { maxLength: 4 }),
        (method, numbers) => {
          const weights = weightsOf(method, factors, numbers);
          return weights === null || checkResponse({ ...SETUP, method }, ROUND, answer({ weights })).ok;
        },
      ),
    );
  });
  it("are read against the strongest", () => {
    expect(swingOf(factors, [40, 80, 20])).toEqual({
      method: "swing",
      order: ["b", "a", "c"],
      raw: { a: 50, b: 100, c: 25 },
    });
    expect(swingOf(factors, [0, 0, 0])).toBeNull();
  });
  it("are places, each once, where an order is asked for", () => {
    expect(weightsOf("rank", factors, [2, 1, 3])).toEqual({ method: "rank", order: ["b", "a", "c"] });
    expect(weightsOf("rank", factors, [1, 1, 3])).toBeNull();
  });
  it("of a chance are percent in order", () => {
    expect(estimateOf("soon", [10, 20, 40])).toEqual({ question: "soon", low: 0.1, best: 0.2, high: 0.4 });
    expect(estimateOf("soon", [30, 20, 40])).toBeNull();
    expect(estimateOf("soon", [10, 20, 140])).toBeNull();
  });
});
