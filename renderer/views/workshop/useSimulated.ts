import { useEffect } from "react";
import { instant } from "../../../app/model/session/instant.ts";
import {
  SIMULATED,
  simulatedComments,
  simulatedId,
  simulatedJoins,
  simulatedResponse,
  simulatedSeconds,
  simulatedVotes,
} from "../../../app/model/session/simulate.ts";
import { openRound, type SessionState } from "../../../app/model/session/state.ts";
import { type Happened, MOST, type Setup } from "../../../app/model/session/types.ts";
import { useNow, type Work } from "./context.ts";

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

/** In a dry run twelve people who are not there come in, answer, remark and vote. */
export function useSimulated(work: Pick<Work, "setup" | "state" | "record" | "happen">): void {
  const { setup, state, record, happen } = work;
  const now = useNow();
  useEffect(() => {
    if (!setup.dryRun || record || state.closed) return;
    if (state.step !== "setup" && !state.people.some(({ source }) => source === "simulated")) {
      happen(simulatedJoins());
      return;
    }
    const due: Happened[] = [...simulatedAnswers(setup, state, now)];
    const has = (kind: string) => state.comments.some((one) => one.kind === kind && one.participant !== null);
    if (state.step === "round1" && due.length > 0 && !has("missing"))
      due.push(...simulatedComments(["missing"]));
    if (state.voting?.about === "missing" && state.voting.voters === 0) {
      const missed = state.comments.filter(
        ({ kind, hidden, as }) => kind === "missing" && !hidden && as === null,
      );
      due.push(
        ...simulatedVotes(
          setup,
          missed.map(({ id }) => id),
          1,
          "missing",
        ),
      );
    }
    if (state.step === "challenge" && !has("sign")) {
      const said = simulatedComments(["premortem", "assumption", "sign"]);
      const signs = said.flatMap((one) =>
        one.type === "comment" && one.comment.kind === "sign" ? [one.comment.id] : [],
      );
      due.push(...said, ...simulatedVotes(setup, signs, MOST.votes));
    }
    happen(due);
  }, [setup, state, record, happen, now]);
}
