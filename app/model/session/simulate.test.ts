import { describe, expect, it } from "vitest";
import { asModelled, ballotWeights, swings } from "../group/ballots.ts";
import { spreadOf } from "../group/spread.ts";
import { shippedCase } from "../shipped.test-help.ts";
import { checkResponse, checkVote } from "./guards.ts";
import { SETUP } from "./session.test-help.ts";
import { pointsOf } from "./round.ts";
import { firstChoices, setupOf, WARMUPS } from "./setup.ts";
import {
  PAGES,
  SIMULATED,
  simulatedPage,
  simulatedResponse,
  simulatedSeconds,
  simulatedVotes,
} from "./simulate.ts";
import { METHODS, ROUND_KINDS, type Setup } from "./types.ts";

const people = Array.from({ length: SIMULATED }, (_, i) => i);

describe("simulated people", () => {
  it.each(METHODS)("answer what they are asked, by %s", (method) => {
    for (const count of [1, 2, 3, 8]) {
      const factors = Array.from({ length: count }, (_, k) => ({
        id: `f${k}`,
        label: `F${k}`,
        calm: "",
        worst: "",
      }));
      const setup: Setup = { ...SETUP, method, factors };
      for (const i of people)
        for (const n of [1, 2, 3]) {
          const round = { id: `r${n}`, kind: "weights", n } as const;
          const response = simulatedResponse(setup, i, round);
          expect(checkResponse(setup, round, response)).toEqual({ ok: true, value: response });
        }
    }
  });

  it("guess in a warm-up", () => {
    const round = { id: "warmup", kind: "warmup", n: 1 } as const;
    for (const i of people)
      expect(checkResponse(SETUP, round, simulatedResponse(SETUP, i, round)).ok).toBe(true);
  });

  it("miss a year by decades, where another number is missed by a share of it", () => {
    const round = { id: "warmup", kind: "warmup", n: 1 } as const;
    for (const i of people) {
      const response = simulatedResponse({ ...SETUP, warmups: WARMUPS }, i, round);
      for (const { question, low, high } of response.estimates) {
        const answer = WARMUPS.find(({ id }) => id === question)?.answer ?? 0;
        expect(low).toBeGreaterThan(answer === 1920 ? 1800 : 0);
        expect(high).toBeLessThan(answer === 1920 ? 2030 : 2 * answer);
      }
    }
  });

  it("are the same with the same seed and others with another", () => {
    const round = { id: "r1", kind: "weights", n: 1 } as const;
    const all = (seed: number) => people.map((i) => simulatedResponse({ ...SETUP, seed }, i, round));
    expect(all(1)).toEqual(all(1));
    expect(all(1)).not.toEqual(all(2));
    expect(new Set(all(1).map((one) => JSON.stringify(one.weights))).size).toBeGreaterThan(6);
  });

  it("differ about what the model says, and most move towards each other in a second round", () => {
    const theCase = shippedCase("russia-iran-syria");
    const setup = setupOf(theCase, firstChoices(theCase), { scenario: "", inputs: {} }, "1", 7);
    const ids = setup.factors.map(({ id }) => id);
    const swing = swings(theCase, ids);
    const weights = (n: number) => {
      const responses = people.map((i) => simulatedResponse(setup, i, { id: `r${n}`, kind: "weights", n }, swing)); // prettier-ignore
      return responses.map((one) => ballotWeights(pointsOf(one.weights!, ids), swing, asModelled(theCase, ids))); // prettier-ignore
    };
    const [first, second] = [weights(1), weights(2)];
    const spread = (all: typeof first) => ids.reduce((sum, id) => sum + spreadOf(all.map((one) => one[id]!)).sd, 0); // prettier-ignore
    for (const id of ids) {
      const middle = spreadOf(first.map((one) => one[id]!)).quartiles[1];
      expect([id, middle > 2.5 && middle < 8.5]).toEqual([id, true]);
    }
    expect(spread(second)).toBeLessThan(spread(first));
  });

  it("come in one after another, page by page", () => {
    for (const kind of ROUND_KINDS)
      for (const i of people) {
        const round = { id: "r1", kind };
        const { length } = PAGES[kind];
        const done = simulatedSeconds(SETUP, i, "r1");
        expect(simulatedPage(SETUP, i, round, 0)).toBe(0);
        expect(simulatedPage(SETUP, i, round, done)).toBe(length);
        expect(simulatedPage(SETUP, i, round, done - 0.01)).toBe(length - 1);
      }
  });

  it("vote for different remarks", () => {
    const ids = ["a", "b", "c", "d"];
    for (const vote of simulatedVotes(SETUP, ids, 3))
      expect(vote.type === "vote" && checkVote(ids, vote.comments).ok).toBe(true);
  });
});
