import type { GroupAnswer } from "../../../app/model/group/answer.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { confidenceOf } from "../../../app/model/session/conclusion.ts";
import { closedRounds, type SessionState, stateOf } from "../../../app/model/session/state.ts";
import type { Reveal, Session } from "../../../app/model/session/types.ts";
import { type RoundView, viewOf } from "../../../app/model/session/view.ts";
import { type Moved, movedBetween } from "./moved.ts";
import { pageOf, type RoomPage } from "./roomPage.ts";
import { type Splits, splitsOf } from "./splits.ts";

/** What a room that was asked says, as far as it has been revealed. */
export interface RoomAnswer {
  readonly people: number;
  /** Which round. */
  readonly round: number;
  /** By horizon, 0..1. */
  readonly pooled: Readonly<
    Record<string, { readonly p: number; readonly low: number; readonly high: number }>
  >;
  /** Simulated people: nothing of it is a finding. */
  readonly dryRun: boolean;
}

/** A workshop that is under way. What may not be seen yet is null. */
export interface Room {
  /** The last answer that was revealed. */
  readonly answer: RoomAnswer | null;
  /** What the room's own slide shows; null where one looks back at a workshop that is over. */
  readonly page: RoomPage | null;
  /** How sure the room, or before it the case, is of its reasoning. */
  readonly confidence: string | null;
  readonly splits: Splits | null;
  readonly moved: Moved | null;
  /** Where the workshop is. */
  readonly step: SessionState["step"];
  /** Changes whenever the slides should follow it. */
  readonly mark: string;
}

/** A closed round with what its answers say; `answer` is null while that is worked out. */
export interface ClosedRound {
  readonly round: RoundView;
  readonly answer: GroupAnswer | null;
}

/** How phones come in, for all to see. */
export interface Door {
  readonly url: string;
  readonly code: string;
  readonly address: string;
  /** Of an encrypted room's certificate; null in plain HTTP. */
  readonly fingerprint: string | null;
}

export interface RoomParts {
  /** The workshop that is going on or looked at again; null: none, and the slides show the scenario. */
  readonly session: Session | null;
  /** It is over, and only looked at. */
  readonly record: boolean;
  /** Its closed rounds of weights. */
  readonly rounds: readonly ClosedRound[];
  /** Null while no room is open. */
  readonly door: Door | null;
  /** Which of the opened things is looked at; null: the last. */
  readonly part: Reveal | null;
}

/** From here on everything of the last round may be seen. */
const AFTER: ReadonlySet<SessionState["step"]> = new Set(["result", "challenge", "close"]);

/** What the slides may show of a workshop, and nothing else of it; null without one. */
export function roomOf(theCase: Case, { session, record, rounds, door, part }: RoomParts): Room | null {
  if (!session) return null;
  const view = viewOf(stateOf(session));
  const { setup } = session;
  const after = AFTER.has(view.step) || view.closed;
  const closed = closedRounds(view);
  const seen = (what: Reveal) =>
    closed.findLast(
      (round) => round.aggregate && ((after && round === closed.at(-1)) || round.revealed.includes(what)),
    );
  const shown = seen("answers");
  const answerOf = (round: RoundView | undefined) => rounds.find((one) => one.round.id === round?.id)?.answer;
  const [splitting, first, last] = [answerOf(seen("drivers")), closed[0], closed.at(-1)];
  const [before, now] = [answerOf(first), answerOf(last)];
  const splits = splitting ? splitsOf(setup, theCase, splitting) : null;
  return {
    answer: shown?.aggregate
      ? {
          people: shown.aggregate.people,
          round: shown.n,
          pooled: shown.aggregate.pooled,
          dryRun: setup.dryRun,
        }
      : null,
    page: record ? null : pageOf({ setup, view, theCase, rounds, door, part, splits }),
    confidence: confidenceOf(theCase, view),
    splits,
    moved:
      after && first && last && first !== last && before && now
        ? movedBetween(setup, theCase, { round: first, answer: before }, { round: last, answer: now })
        : null,
    step: view.step,
    mark: `${session.id} ${view.step} ${closed.map(({ revealed }) => revealed.length).join()} ${view.rounds.length}`,
  };
}
