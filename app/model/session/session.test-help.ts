import { NO_MARKING } from "../case/marking.ts";
import type { Response, Setup } from "./types.ts";

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
