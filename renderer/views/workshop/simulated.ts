import { instant } from "../../../app/model/session/instant.ts";
import {
  SIMULATED,
  simulatedId,
  simulatedResponse,
  simulatedSeconds,
} from "../../../app/model/session/simulate.ts";
import { openRound, type SessionState } from "../../../app/model/session/state.ts";
import type { Happened, Setup } from "../../../app/model/session/types.ts";

/** Answers that simulated people have ready by now; `all`: those of everybody who has not sent one. */
export function simulatedAnswers(setup: Setup, state: SessionState, now: number, all = false): Happened[] {
  const round = openRound(state);
  if (!round || !setup.dryRun) return [];
  const seconds = (now - (instant(round.openedAt) ?? now)) / 1000;
  return Array.from({ length: SIMULATED }, (_, i) => i)
    .filter(
      (i) => !round.answers.has(simulatedId(i)) && (all || simulatedSeconds(setup, i, round.id) <= seconds),
    )
    .map((i) => ({ type: "response", response: simulatedResponse(setup, i, round), late: false }));
}
