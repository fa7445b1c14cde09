import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkComment, checkName, checkResponse, checkVote, plainText, publicSetup } from "./guards.ts";
import { answer, ROUND, SETUP } from "./session.test-help.ts";
import { MOST, type WeightAnswer } from "./types.ts";

const sentence = (value: unknown, setup = SETUP) => {
  const result = checkResponse(setup, ROUND, value);
  return result.ok ? null : result.sentence;
};

describe("an answer from outside", () => {
  it("is taken as it is where it fits", () => {
    expect(checkResponse(SETUP, ROUND, answer())).toEqual({ ok: true, value: answer() });
  });

  it("loses whatever else it carries", () => {
    const result = checkResponse(SETUP, ROUND, { ...answer(), name: "Seat 1", admin: true });
    expect(result).toEqual({ ok: true, value: answer() });
  });

  it.each<[string, unknown, RegExp]>([
    ["no object", 7, /Answer must be an object/],
    ["another round", { ...answer(), round: "r2" }, /round.* not the round that is open/],
    [
      "another method",
      { ...answer(), weights: { method: "rank", order: ["a", "b", "c"] } },
      /method must be "swing"/,
    ],
    [
      "a factor missing",
      answer({ weights: { method: "swing", order: ["b", "a"], raw: { a: 1, b: 100 } } }),
      /order must name every factor once/,
    ],
    [
      "a strange factor",
      answer({ weights: { method: "swing", order: ["b", "a", "c"], raw: { a: 1, b: 100, c: 0, d: 9 } } }),
      /raw.d is no factor/,
    ],
    [
      "a first below 100",
      answer({ weights: { method: "swing", order: ["b", "a", "c"], raw: { a: 50, b: 90, c: 20 } } }),
      /100 to the first/,
    ],
    [
      "a later above an earlier",
      answer({ weights: { method: "swing", order: ["b", "a", "c"], raw: { a: 50, b: 100, c: 60 } } }),
      /above the one before/,
    ],
    [
      "a low above the best",
      answer({ estimates: [{ question: "soon", low: 0.3, best: 0.2, high: 0.4 }] }),
      /low must not be above/,
    ],
    [
      "not a number",
      answer({ estimates: [{ question: "soon", low: NaN, best: 0.2, high: 0.4 }] }),
      /number from 0 to 1, not NaN/,
    ],
    [
      "a horizon left out",
      answer({ estimates: [{ question: "soon", low: 0.1, best: 0.2, high: 0.4 }] }),
      /must answer "late"/,
    ],
    [
      "a long reason",
      answer({ reasons: [{ target: "", text: "x".repeat(MOST.text + 1) }] }),
      /longer than 600/,
    ],
    [
      "an id that every object answers to",
      answer({ participant: "constructor" }),
      /participant must be an id/,
    ],
    [
      "weights in a place of words",
      answer({ reasons: [{ target: "z", text: "because" }] }),
      /target must be one of/,
    ],
  ])("is refused with one sentence for %s", (_, value, says) => {
    expect(sentence(value)).toMatch(says);
    expect(sentence(value)).toMatch(/^[A-Z][^\n]*\.$/);
  });

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, weights) => {
        checkResponse(SETUP, ROUND, value);
        checkResponse(SETUP, ROUND, { ...answer(), weights });
        checkComment(value);
        checkVote(["a"], value);
        checkName(value);
      }),
    );
  });

  it("is checked by the method that was asked for", () => {
    const by = (weights: WeightAnswer) =>
      sentence({ ...answer(), weights }, { ...SETUP, method: weights.method });
    expect(by({ method: "rank", order: ["c", "b", "a"] })).toBeNull();
    expect(by({ method: "points", raw: { a: 50, b: 30, c: 20 } })).toBeNull();
    expect(by({ method: "points", raw: { a: 50, b: 30, c: 10 } })).toMatch(/share out 100 points, not 90/);
    expect(by({ method: "slider", raw: { a: 0, b: 0, c: 0 } })).toMatch(/something to one/);
    expect(by({ method: "slider", raw: { a: 0, b: 10, c: 0 } })).toBeNull();
    expect(
      by({
        method: "bestWorst",
        best: "a",
        worst: "a",
        bestTo: { a: 1, b: 2, c: 3 },
        toWorst: { a: 3, b: 2, c: 1 },
      }),
    ).toMatch(/another factor/);
    expect(
      by({
        method: "bestWorst",
        best: "a",
        worst: "c",
        bestTo: { a: 1, b: 2, c: 3 },
        toWorst: { a: 3, b: 2, c: 1 },
      }),
    ).toBeNull();
    expect(
      by({
        method: "pairs",
        pairs: [
          ["a", "b", 3],
          ["c", "a", 1],
          ["b", "c", 2],
        ],
      }),
    ).toBeNull();
    expect(
      by({
        method: "pairs",
        pairs: [
          ["a", "b", 3],
          ["b", "a", 1],
          ["b", "c", 2],
        ],
      }),
    ).toMatch(/every two factors once/);
  });

  it("of a warm-up has numbers in the unit of the question and no weights", () => {
    const round = { id: "w", kind: "warmup" } as const;
    const guess = answer({
      round: "w",
      weights: null,
      estimates: [{ question: "w1", low: 100, best: 200, high: 300 }],
    });
    expect(checkResponse(SETUP, round, guess).ok).toBe(true);
    expect(checkResponse(SETUP, round, { ...guess, weights: answer().weights }).ok).toBe(false);
  });
});

describe("what people typed", () => {
  it("keeps its letters and line breaks and no sign that hides or turns text", () => {
    expect(plainText(" Ja\u0308ger\u202E\u0000 \r\n\u0007end ")).toBe("Jäger \nend");
  });
  it("joins an accent to its letter when a hidden sign between them goes", () => {
    expect(plainText("a\u0000\u0308")).toBe("ä");
  });
  it("stays as it is when it is read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => plainText(plainText(text)) === plainText(text)),
      { numRuns: 30 },
    );
  });
  it("is a name in one line", () => {
    expect(checkName("  Seat\n 3 ")).toEqual({ ok: true, value: "Seat 3" });
    expect(checkName("\u200e")).toMatchObject({ ok: false });
    expect(checkName("x".repeat(41))).toMatchObject({ ok: false });
  });
});

it("a vote names up to three remarks there are, each once", () => {
  expect(checkVote(["a", "b"], ["b", "a"])).toEqual({ ok: true, value: ["b", "a"] });
  expect(checkVote(["a", "b"], ["b", "b"]).ok).toBe(false);
  expect(checkVote(["a", "b"], ["c"]).ok).toBe(false);
  expect(checkVote(["a", "b", "c", "d"], ["a", "b", "c", "d"]).ok).toBe(false);
});

it("a participant is told no known answer and no seed", () => {
  const told = JSON.stringify(publicSetup(SETUP));
  expect(told).not.toContain("193");
  expect(told).not.toContain("seed");
});
