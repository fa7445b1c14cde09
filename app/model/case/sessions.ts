import { mergeSessions } from "../session/journal.ts";
import { withoutNames } from "../session/state.ts";
import { readSession } from "../session/read.ts";
import { MOST, type Session } from "../session/types.ts";
import { attempt } from "./problem.ts";
import type { Case } from "./types.ts";

/** What is done to the workshops a case keeps. Their logs only grow: no edit changes an event. */
export type SessionEdit =
  /** Puts a session in, or what is new in it since it was last put in. */
  | { readonly edit: "keepSession"; readonly session: Session }
  /** Takes everybody's name out; answers stay. */
  | { readonly edit: "stripNames"; readonly session: string }
  | { readonly edit: "removeSession"; readonly session: string };

export const isSessionEdit = <E extends { readonly edit: string }>(
  edit: E | SessionEdit,
): edit is SessionEdit =>
  edit.edit === "keepSession" || edit.edit === "stripNames" || edit.edit === "removeSession";

export const sessionOf = ({ sessions = [] }: Case, id: string): Session | undefined =>
  sessions.find((session) => session.id === id);

/** The case after an edit of its workshops; the same case where it changes nothing or cannot be. */
export function applySessionEdit(theCase: Case, edit: SessionEdit): Case {
  const { sessions = [] } = theCase;
  switch (edit.edit) {
    case "keepSession": {
      const read = attempt(() => readSession({ path: "sessions", value: edit.session }));
      if (!read.ok) return theCase;
      const own = read.value;
      const before = sessionOf(theCase, own.id);
      if (!before)
        return sessions.length < MOST.sessions ? { ...theCase, sessions: [...sessions, own] } : theCase;
      const merged = mergeSessions(before, own);
      return merged === before ? theCase : withSession(theCase, merged);
    }
    case "stripNames": {
      const before = sessionOf(theCase, edit.session);
      return !before || Object.keys(before.names).length === 0
        ? theCase
        : withSession(theCase, withoutNames(before));
    }
    case "removeSession": {
      const rest = sessions.filter(({ id }) => id !== edit.session);
      if (rest.length === sessions.length) return theCase;
      if (rest.length > 0) return { ...theCase, sessions: rest };
      const { sessions: _gone, ...without } = theCase;
      return without;
    }
    default:
      return edit satisfies never;
  }
}

const withSession = (theCase: Case, session: Session): Case => ({
  ...theCase,
  sessions: (theCase.sessions ?? []).map((one) => (one.id === session.id ? session : one)),
});

/** "Workshop of 3 Feb 2026: kept". */
export function describeSessionEdit(theCase: Case, edit: SessionEdit, day: (iso: string) => string): string {
  const own = edit.edit === "keepSession" ? edit.session : sessionOf(theCase, edit.session);
  const name = `${own?.setup.dryRun ? "Dry run" : "Workshop"}${own ? ` of ${day(own.createdAt)}` : ""}`;
  switch (edit.edit) {
    case "keepSession":
      return `${name} kept`;
    case "stripNames":
      return `${name}: names taken out`;
    case "removeSession":
      return `${name} removed`;
    default:
      return edit satisfies never;
  }
}
