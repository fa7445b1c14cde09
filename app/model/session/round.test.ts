import { describe, expect, it } from "vitest";
import type { GroupAnswer } from "../group/answer.ts";
import { answer } from "./session.test-help.ts";
import { FEWEST_DOTS, mayTellSpread, moversOf, moves, stripOf } from "./round.ts";
import { ANONYMITY } from "./types.ts";
import type { RoundView } from "./view.ts";

/** A round in which these people's weights say so. */
const said = (chances: Readonly<Record<string, number>>) => ({
  round: {
    answers: new Map(Object.keys(chances).map((participant) => [participant, answer({ participant })])),
  } as unknown as RoundView,
  answer: {
    people: Object.values(chances).map((p) => ({ weights: {}, breaks: { long: p } })),
  } as unknown as GroupAnswer,
});

describe("who moved", () => {
  it("are those whose chance moved by five points or more, of those who answered both rounds", () => {
    const first = said({ a: 0.3, b: 0.3, c: 0.3, d: 0.3, gone: 0.9 });
    const last = said({ late: 0.9, d: 0.34, c: 0.2, b: 0.35, a: 0.25 });
    // 0.35 − 0.3 is a little less than 0.05 in binary.
    expect(moversOf(moves(first, last, "long").moves)).toEqual({ both: 4, moved: 3 });
  });
  it("the furthest first; how stable it is, only of as many as are drawn as dots", () => {
    const first = said({ a: 0.3, b: 0.3, c: 0.3, d: 0.3 });
    const last = said({ a: 0.31, b: 0.4, c: 0.3, d: 0.28 });
    const { moves: all, stability } = moves(first, last, "long");
    expect(all.map(({ person }) => person)).toEqual(["b", "d", "a", "c"]);
    expect(stability?.meanChange).toBeCloseTo(0.0325, 12);
    expect(moves(said({ a: 0.3, b: 0.3, c: 0.3 }), last, "long").stability).toBeNull();
  });
});

describe("answers on one axis", () => {
  it.each([1, 2, 3, 4, 5, 12])("%d: only the middle below four", (people) => {
    const values = Array.from({ length: people }, (_, i) => ((i * 7) % 12) / 12);
    const { dots, middle, half } = stripOf(values);
    expect([dots === null, half === null]).toEqual([people < FEWEST_DOTS, people < FEWEST_DOTS]);
    expect(dots ?? []).toEqual(people < FEWEST_DOTS ? [] : values.toSorted((a, b) => a - b));
    if (half) expect(half[0] <= middle && middle <= half[1]).toBe(true);
  });
});

it.each(ANONYMITY)("%s names: quarters and ends stand in tables from four or five people on", (anonymity) => {
  expect([2, 3, 4, 5].map((people) => mayTellSpread({ anonymity }, people))).toEqual([
    false,
    false,
    anonymity === "named",
    true,
  ]);
});
