import { useEffect } from "react";
import { caseHash } from "../../../app/model/case/seal.ts";
import { isStored, storedAggregate } from "../../../app/model/session/stored.ts";
import type { Session } from "../../../app/model/session/types.ts";
import { useCase, useWorkshop } from "../../state/context.ts";
import { Progress } from "../../ui/Progress.tsx";
import { type Work, WorkContext, useWorkOf } from "./context.ts";
import { BriefPage } from "./BriefPage.tsx";
import { ChallengePage } from "./ChallengePage.tsx";
import { ClosePage } from "./ClosePage.tsx";
import { DiscussPage } from "./DiscussPage.tsx";
import { LobbyPage } from "./LobbyPage.tsx";
import { ResultPage } from "./ResultPage.tsx";
import { RevealPage } from "./RevealPage.tsx";
import { RoundPage } from "./RoundPage.tsx";
import { SetUp } from "./SetUp.tsx";
import { StepBar } from "./StepBar.tsx";
import styles from "./Workshop.module.css";

/** A workshop from set-up to close, as its facilitator sees it. */
export function Workshop() {
  const session = useWorkshop((state) => state.session);
  const record = useWorkshop((state) => state.record);
  return session ? <Running key={session.id} session={session} record={record} /> : <SetUp />;
}

function Running({ session, record }: { readonly session: Session; readonly record: boolean }) {
  const work = useWorkOf(session, record);
  const theCase = useCase();
  useStored(work);
  const waited = work.rounds.find(({ analysis }) => analysis.status === "working");
  const refused = work.rounds.find(({ analysis }) => analysis.refused !== null)?.analysis.refused;
  return (
    <WorkContext value={work}>
      <StepBar />
      <main className={styles.screen} data-screen="workshop" data-region="workshop" aria-label="Workshop">
        {caseHash(theCase) !== work.setup.caseHash && (
          <p className={styles.banner} role="status">
            The argument was changed since this workshop began: numbers are worked out by the argument as it
            is now.
          </p>
        )}
        {refused && (
          <p className={styles.banner} role="alert">
            {refused}
          </p>
        )}
        {waited && (
          <div className={styles.banner}>
            <Progress
              label="Working out what the answers say"
              value={waited.analysis.progress}
              onCancel={waited.analysis.cancel}
            />
          </div>
        )}
        <Page work={work} />
      </main>
    </WorkContext>
  );
}

function Page({ work }: { readonly work: Work }) {
  switch (work.view.step) {
    case "setup":
    case "room":
      return <LobbyPage />;
    case "brief":
      return <BriefPage />;
    case "warmup":
    case "round1":
    case "round2":
      return <RoundPage key={work.view.step} />;
    case "reveal":
      return <RevealPage />;
    case "discuss":
      return <DiscussPage />;
    case "result":
      return <ResultPage />;
    case "challenge":
      return <ChallengePage />;
    case "close":
      return <ClosePage />;
    default:
      return work.view.step satisfies never;
  }
}

/** Numbers that were worked out are kept beside the answers they came from. */
function useStored({ rounds, setup, view, record, happen }: Work): void {
  const [one] = rounds;
  const first = one?.answer ? { round: one.round, answer: one.answer } : null;
  // Later rounds are told against the first, so they wait for it.
  const due =
    record || !first
      ? []
      : rounds.flatMap(({ round, answer }) =>
          answer && !isStored(setup, view, round, answer, first)
            ? [storedAggregate(setup, view, round, answer, first)]
            : [],
        );
  const key = due.map(({ inputs, spread }) => inputs + JSON.stringify(spread)).join();
  useEffect(() => {
    if (key !== "") happen(due.map((aggregate) => ({ type: "aggregate", aggregate })));
    // What is due is told by its key; the list is made anew at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
}
