import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ballotPage } from "./ballot-page.ts";
import { ballotPaper, estimateOf, handIn, readBallot } from "./ballot.ts";
import { consistencyOf, consistencyText } from "./consistency.ts";
import { letterOf, swingOf, typedGroups, typedWeights } from "./typed.ts";
import { append, newSession, setupHash } from "./chain.ts";
import { goTo } from "./commands.ts";
import { checkResponse } from "./guards.ts";
import { named } from "./journal.ts";
import { answer, ROUND, SETUP } from "./session.test-help.ts";
import { pointsOf } from "./round.ts";
import { simulatedResponse } from "./simulate.ts";
import { roundOf, stateOf } from "./state.ts";
import { METHODS, type WeightAnswer } from "./types.ts";

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

/** A person's answer as they would have typed it. */
function textsOf(weights: WeightAnswer): Record<string, string> {
  const letter = (id: string) => letterOf(SETUP.factors.findIndex((one) => one.id === id));
  const all = (prefix: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([id, x]) => [prefix + id, String(x)] as const);
  switch (weights.method) {
    case "rank":
      return Object.fromEntries(weights.order.map((id, i) => [id, String(i + 1)]));
    case "bestWorst":
      return {
        best: letter(weights.best),
        worst: letter(weights.worst),
        ...Object.fromEntries([...all("best ", weights.bestTo), ...all("worst ", weights.toWorst)]),
      };
    case "pairs":
      return Object.fromEntries(
        weights.pairs.map(([a, b, x]) => [
          `${a} ${b}`,
          x >= 1 ? `${letter(a)}${x}`.replace(/^.1$/, "1") : `${letter(b)}${Math.round(1 / x)}`,
        ]),
      );
    default:
      return Object.fromEntries(all("", weights.raw));
  }
}

describe("numbers of a sheet", () => {
  const factors = ["a", "b", "c"];
  it("make answers that pass the guards, whatever is typed", () => {
    const typed = fc.oneof(
      fc.integer({ min: -1, max: 101 }).map(String),
      fc.constantFrom("A", "b", "c ", "A3", "b 9", "C1", "=", "1", "D2", "", "x", "0,5"),
    );
    let complete = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...METHODS),
        fc.array(typed, { minLength: 9, maxLength: 9 }),
        (method, list) => {
          const texts: Record<string, string> = {};
          for (const group of [1, 2])
            typedGroups(method, SETUP.factors, texts)
              .flatMap(({ fields }) => fields)
              .forEach(({ key }, i) => (texts[key] ??= list[(group * i) % 9] ?? ""));
          const weights = typedWeights(method, SETUP.factors, texts);
          if (weights === null) return true;
          complete += 1;
          return checkResponse({ ...SETUP, method }, ROUND, answer({ weights })).ok;
        },
      ),
      { numRuns: 1000 },
    );
    expect(complete).toBeGreaterThan(0);
  });
  it.each(METHODS)("of %s say again what a person said", (method) => {
    const { weights } = simulatedResponse({ ...SETUP, method }, 3, { id: "r1", kind: "weights", n: 1 });
    const again = typedWeights(method, SETUP.factors, textsOf(weights!));
    const ids = SETUP.factors.map(({ id }) => id);
    expect(again && pointsOf(again, ids)).toEqual(pointsOf(weights!, ids));
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
    const rank = (...places: number[]) =>
      typedWeights(
        "rank",
        SETUP.factors,
        Object.fromEntries(factors.map((id, i) => [id, String(places[i])])),
      );
    expect(rank(2, 1, 3)).toEqual({ method: "rank", order: ["b", "a", "c"] });
    expect(rank(1, 1, 3)).toBeNull();
  });
  it("compare the strongest and the weakest with the others, each once", () => {
    const keys = (texts: Record<string, string>) =>
      typedGroups("bestWorst", SETUP.factors, texts).flatMap(({ fields }) => fields.map(({ key }) => key));
    expect(keys({})).toEqual(["best", "worst"]);
    expect(keys({ best: "B", worst: "B" })).toEqual(["best", "worst"]);
    expect(keys({ best: "b", worst: " c" })).toEqual(["best", "worst", "best a", "best c", "worst a"]);
    const texts = { best: "B", worst: "C", "best a": "2", "best c": "8", "worst a": "4" };
    expect(typedWeights("bestWorst", SETUP.factors, texts)).toEqual({
      method: "bestWorst",
      best: "b",
      worst: "c",
      bestTo: { a: 2, b: 1, c: 8 },
      toWorst: { a: 4, b: 8, c: 1 },
    });
    expect(typedWeights("bestWorst", SETUP.factors, { ...texts, "best a": "10" })).toBeNull();
  });
  it("compare two at a time by letter and times", () => {
    const texts = { "a b": "b3", "a c": "A 2", "b c": "=" };
    expect(typedWeights("pairs", SETUP.factors, texts)).toEqual({
      method: "pairs",
      pairs: [
        ["a", "b", 1 / 3],
        ["a", "c", 2],
        ["b", "c", 1],
      ],
    });
    // C is not one of these two.
    expect(typedWeights("pairs", SETUP.factors, { ...texts, "a b": "c3" })).toBeNull();
  });
  it("that contradict each other are told so, and which of them most", () => {
    const of = (ab: number, ac: number, bc: number) =>
      consistencyOf(
        {
          method: "pairs",
          pairs: [
            ["a", "b", ab],
            ["a", "c", ac],
            ["b", "c", bc],
          ],
        },
        SETUP.factors,
      )!;
    const [fine, odd] = [of(2, 6, 3), of(2, 1 / 9, 3)];
    expect([fine.ratio, fine.consistent]).toEqual([expect.closeTo(0, 9), true]);
    expect(odd.consistent).toBe(false);
    expect(consistencyText(fine, "A or C?")).toContain("agree with each other (0.00");
    expect(consistencyText(odd, "A or C?")).toContain("“A or C?”");
    expect(consistencyOf({ method: "pairs", pairs: [["a", "b", 9]] }, SETUP.factors.slice(0, 2))).toBeNull();
  });
  it("of a chance are percent in order", () => {
    expect(estimateOf("soon", [10, 20, 40])).toEqual({ question: "soon", low: 0.1, best: 0.2, high: 0.4 });
    expect(estimateOf("soon", [30, 20, 40])).toBeNull();
    expect(estimateOf("soon", [10, 20, 140])).toBeNull();
  });
});
