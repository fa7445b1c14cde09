import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import { planOf, type PlannedStep } from "../../../app/model/session/plan.ts";
import { groupRequest } from "../../../app/model/session/round.ts";
import { type SessionState, stateOf, closedRounds } from "../../../app/model/session/state.ts";
import type { Happened, Session, Setup } from "../../../app/model/session/types.ts";
import { type RoundView, type SessionView, viewOf } from "../../../app/model/session/view.ts";
import { useAnalysis, useApp, type WatchedAnalysis } from "../../state/context.ts";

/** A closed round of weights and what its answers say; `answer` is null while that is worked out. */
export interface WorkedRound {
  readonly round: RoundView;
  readonly answer: GroupAnswer | null;
  readonly analysis: WatchedAnalysis<GroupAnswer>;
}

/** The workshop on screen. Pages see `view`, which holds nothing of an open round. */
export interface Work {
  readonly session: Session;
  readonly setup: Setup;
  readonly view: SessionView;
  readonly plan: readonly PlannedStep[];
  readonly rounds: readonly WorkedRound[];
  /** A workshop that is over is a record: nothing is added to it. */
  readonly record: boolean;
  readonly happen: (happened: readonly Happened[]) => void;
  /** For commands alone. */
  readonly state: SessionState;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error("A page stands outside the workshop.");
  return work;
}

/** Milliseconds since 1970, once a second. */
export function useNow(): number {
  const app = useApp();
  const [now, setNow] = useState(() => app.now().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(app.now().getTime()), 1000);
    return () => clearInterval(timer);
  }, [app]);
  return now;
}

/** The two or three closed rounds with what they say; none without a workshop. */
export function useWorkedRounds(setup: Setup | null, view: SessionView | null): readonly WorkedRound[] {
  const closed = view ? closedRounds(view) : [];
  const about = setup ? { inputs: setup.start.inputs } : undefined;
  const request = (i: number) => (setup && closed[i] ? asGroup(setup, closed[i]) : null);
  // As many as a workshop can have: hooks stand in a fixed order.
  const analyses = [
    useAnalysis(request(0), about),
    useAnalysis(request(1), about),
    useAnalysis(request(2), about),
  ];
  return analyses.flatMap((analysis, i) => {
    const round = closed[i];
    const done = analysis.status === "done" && !analysis.stale;
    return round ? [{ round, analysis, answer: done ? analysis.result : null }] : [];
  });
}

function asGroup(setup: Setup, round: RoundView) {
  const request = groupRequest(setup, round);
  return request && ({ kind: "group", ...request } as const);
}

export function useWorkOf(session: Session, record: boolean): Work {
  const app = useApp();
  const { setup } = session;
  const state = useMemo(() => stateOf(session), [session]);
  const view = useMemo(() => viewOf(state), [state]);
  const plan = useMemo(() => planOf(setup), [setup]);
  const rounds = useWorkedRounds(setup, view);
  return {
    session,
    setup,
    view,
    plan,
    rounds,
    record,
    happen: (happened) => app.workshop.happen(happened),
    state,
  };
}
