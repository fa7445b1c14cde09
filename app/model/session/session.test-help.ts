import { NO_MARKING } from "../case/marking.ts";
import { append, newSession } from "./chain.ts";
import { goOn, reveal } from "./commands.ts";
import {
  SIMULATED,
  simulatedComments,
  simulatedJoins,
  simulatedResponse,
  simulatedVotes,
} from "./simulate.ts";
import { openRound, stateOf } from "./state.ts";
import type { Happened, Response, Session, Setup } from "./types.ts";

/** A small workshop about three factors and two horizons. */
export const SETUP: Setup = {
  title: "Small case",
  question: "Do they part?",
  caseId: "small",
  caseHash: "0".repeat(64),
  version: "1.0.0",
  marking: NO_MARKING,
  anonymity: "anonymous",
  minutes: 60,
  method: "swing",
  rounds: 2,
  factors: ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase(), calm: "none", worst: "many" })),
  chances: ["soon", "late"].map((id) => ({ kind: "chance", id, text: `A break ${id}?` })),
  warmups: [{ kind: "quantity", id: "w1", text: "How long is the canal?", unit: "km", answer: 193 }],
  start: { scenario: "As in the article", inputs: {} },
  seed: 1,
  dryRun: false,
};

export const ROUND = { id: "r1", kind: "weights" } as const;

export const answer = (change: Partial<Response> = {}): Response => ({
  id: "x1",
  round: "r1",
  participant: "p1",
  rev: 1,
  weights: { method: "swing", order: ["b", "a", "c"], raw: { a: 50, b: 100, c: 20 } },
  estimates: [
    { question: "soon", low: 0.1, best: 0.2, high: 0.4 },
    { question: "late", low: 0.2, best: 0.4, high: 0.5 },
  ],
  reasons: [{ target: "b", text: "It is said in public." }],
  shownOrder: ["a", "b", "c"],
  seconds: 80,
  enteredBy: "self",
  ...change,
});

/** A clock that goes on by so many seconds a call. */
export function clock(step = 1, start = Date.UTC(2026, 1, 3, 9)): () => string {
  let now = start;
  return () => new Date((now += step * 1000)).toISOString();
}

/** A workshop of twelve people who are not there, from opening to close. */
export function dryRun(setup: Setup = { ...SETUP, dryRun: true }): Session {
  const now = clock();
  let session = newSession("s1", setup, now());
  const add = (happened: readonly Happened[]) => (session = append(session, happened, now()));
  const state = () => stateOf(session);
  add(goOn(setup, state()));
  add(simulatedJoins());
  for (let on = goOn(setup, state()); on.length > 0; on = goOn(setup, state())) {
    add(on);
    const round = openRound(state());
    if (round)
      for (let i = 0; i < SIMULATED; i++)
        add([{ type: "response", response: simulatedResponse(setup, i, round), late: false }]);
    if (state().step === "reveal")
      for (let next = reveal(state(), "r1"); next.length > 0; next = reveal(state(), "r1")) add(next);
    if (state().step === "challenge") {
      add(simulatedComments(["premortem", "assumption", "sign"]));
      add(
        simulatedVotes(
          setup,
          state()
            .comments.filter(({ kind }) => kind === "sign")
            .map(({ id }) => id),
          3,
        ),
      );
    }
  }
  add([
    {
      type: "concluded",
      confidence: "moderate",
      reasons: "Two sources agree.",
      minority: "Two seats see none of it.",
    },
    { type: "closed" },
  ]);
  return session;
}
