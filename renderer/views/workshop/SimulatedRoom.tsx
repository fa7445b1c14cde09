import { useEffect, useMemo } from "react";
import { simulatedComments, simulatedJoins, simulatedVotes } from "../../../app/model/session/simulate.ts";
import { openRound, stateOf } from "../../../app/model/session/state.ts";
import { type Happened, MOST, type Session } from "../../../app/model/session/types.ts";
import { useApp, useCase, useWorkshop } from "../../state/context.ts";
import { useNow } from "./context.ts";
import { simulatedAnswers } from "./simulated.ts";

/** The people of a dry run; they live as long as its session is open, whatever screen is being looked at. */
export function SimulatedRoom() {
  const session = useWorkshop((workshop) => workshop.session);
  return session && <People key={session.id} session={session} />;
}

/** They come in, answer, remark and vote. */
function People({ session }: { readonly session: Session }) {
  const app = useApp();
  const theCase = useCase();
  const { setup } = session;
  const state = useMemo(() => stateOf(session), [session]);
  const now = useNow();
  useEffect(() => {
    if (state.closed) return;
    const happen = (happened: readonly Happened[]) => app.workshop.happen(happened);
    if (state.step !== "setup" && !state.people.some(({ source }) => source === "simulated")) {
      happen(simulatedJoins());
      return;
    }
    const due: Happened[] = [...simulatedAnswers(theCase, setup, state, now)];
    const has = (kind: string) => state.comments.some((one) => one.kind === kind && one.participant !== null);
    const sent = due.length + (openRound(state)?.answers.size ?? 0);
    if (state.step === "round1" && sent > 0 && !has("missing")) due.push(...simulatedComments(["missing"]));
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
  }, [app, theCase, setup, state, now]);
  return null;
}
