import { stateOf } from "../../../app/model/session/state.ts";
import type { Session } from "../../../app/model/session/types.ts";

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

/** A workshop that is under way: its last revealed answer, or null while nothing may be seen. */
export interface Room {
  readonly answer: RoomAnswer | null;
}

/** @param session the workshop that is going on or looked at again; null: none, and the slides show the scenario */
export function roomOf(session: Session | null): Room | null {
  if (!session) return null;
  const { rounds } = stateOf(session);
  const shown = rounds.findLast(
    ({ kind, revealed, aggregate }) => kind === "weights" && aggregate && revealed.includes("answers"),
  );
  const numbers = shown?.aggregate;
  if (!shown || !numbers) return { answer: null };
  return {
    answer: {
      people: numbers.people,
      round: shown.n,
      pooled: numbers.pooled,
      dryRun: session.setup.dryRun,
    },
  };
}
