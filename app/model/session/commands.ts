import { nextStep, planOf, roundOfStep } from "./plan.ts";
import { closedRounds, openRound, roundOf, type SessionState } from "./state.ts";
import { type Happened, type Id, type Reveal, REVEALS, type Setup, type StepId } from "./types.ts";

/* What the facilitator does, as what then happens. A command that cannot be done now makes nothing happen. */

/** On to a step: an open round is closed first, and the round of the new step opened. Steps may be visited again. */
export function goTo(setup: Setup, state: SessionState, step: StepId): Happened[] {
  if (state.closed || !planOf(setup).some(({ id }) => id === step)) return [];
  const open = openRound(state);
  const own = roundOfStep(step);
  const begins = own !== null && roundOf(state, own.id) === undefined;
  return [
    ...(open ? ([{ type: "roundClosed", round: open.id }] as const) : []),
    { type: "step", step },
    ...(begins ? ([{ type: "roundOpened", round: own.id, kind: own.kind, n: own.n }] as const) : []),
  ];
}

/** On to the step that follows. */
export function goOn(setup: Setup, state: SessionState): Happened[] {
  const next = nextStep(planOf(setup), state.step);
  return next === null ? [] : goTo(setup, state, next);
}

/** Closes the open round. */
export function closeRound(state: SessionState): Happened[] {
  const open = openRound(state);
  return open ? [{ type: "roundClosed", round: open.id }] : [];
}

/** A round more of weights, where the setup allows one. */
export function anotherRound(setup: Setup, state: SessionState): Happened[] {
  const n = closedRounds(state).length + 1;
  if (state.closed || openRound(state) || n > setup.rounds || n < 3) return [];
  return [
    { type: "step", step: "round2" },
    { type: "roundOpened", round: `r${n}`, kind: "weights", n },
  ];
}

/** Shows one thing more of a closed round, in the order of REVEALS unless one is asked for. */
export function reveal(state: SessionState, round: Id, what?: Reveal): Happened[] {
  const closed = closedRounds(state).find(({ id }) => id === round);
  const next = what ?? REVEALS.find((one) => closed?.revealed.includes(one) === false);
  return closed && next && !closed.revealed.includes(next) ? [{ type: "revealed", round, what: next }] : [];
}
