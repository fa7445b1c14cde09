import type { Case } from "../../../app/model/case/types.ts";
import { swings } from "../../../app/model/group/ballots.ts";
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
export function simulatedAnswers(
  theCase: Case,
  setup: Setup,
  state: SessionState,
  now: number,
  all = false,
): Happened[] {
  const round = openRound(state);
  if (!round || !setup.dryRun) return [];
  const seconds = (now - (instant(round.openedAt) ?? now)) / 1000;
  const due = Array.from({ length: SIMULATED }, (_, i) => i).filter(
    (i) => !round.answers.has(simulatedId(i)) && (all || simulatedSeconds(setup, i, round.id) <= seconds),
  );
  if (due.length === 0) return [];
  // The case may have lost a factor since.
  const known = setup.factors
    .map(({ id }) => id)
    .filter((id) => theCase.factors.some((one) => one.id === id));
  const swing = swings(theCase, known, setup.start.inputs);
  return due.map((i) => ({
    type: "response",
    response: simulatedResponse(setup, i, round, swing),
    late: false,
  }));
}
