import type { Id, Response } from "./types.ts";
import { openRound, type Round, type SessionState } from "./state.ts";

/** A round as anybody may see it. `answers` is null while it is open: there is no value to show by mistake. */
export interface RoundView extends Omit<Round, "answers" | "late"> {
  /** Who has sent an answer, and when for the first time. */
  readonly sent: ReadonlyMap<Id, string>;
  readonly late: number;
  readonly answers: ReadonlyMap<Id, Response> | null;
}

export interface SessionView extends Omit<SessionState, "rounds" | "comments"> {
  readonly rounds: readonly RoundView[];
  readonly comments: SessionState["comments"];
  /** Remarks that came in while a round was open and can be read after it. */
  readonly waiting: number;
}

/** What the facilitator, and with them everybody, may see of a session: nothing of an open round or vote but who is in. */
export function viewOf(state: SessionState): SessionView {
  const open = openRound(state);
  const readable = state.comments.filter(
    ({ at, participant }) => open === undefined || participant === null || at < open.openedAt,
  );
  const sealed = new Set(
    state.comments.filter(({ kind }) => kind === state.voting?.about).map(({ id }) => id),
  );
  return {
    ...state,
    comments: readable,
    // A vote that is going on tells nobody how it stands.
    votes: new Map([...state.votes].filter(([id]) => !sealed.has(id))),
    waiting: state.comments.length - readable.length,
    rounds: state.rounds.map(({ answers, late, ...round }) => ({
      ...round,
      late: late.length,
      sent: new Map([...answers].map(([id, { first }]) => [id, first])),
      answers:
        round.closedAt === null ? null : new Map([...answers].map(([id, { response }]) => [id, response])),
    })),
  };
}
