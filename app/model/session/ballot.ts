import { at, type Entries, entries, type Field, oneOf, refuse } from "../case/read.ts";
import { checked, type Checked, publicSetup, type PublicSetup, readName, readResponse } from "./guards.ts";
import { stateOf } from "./state.ts";
import { setupHash } from "./chain.ts";
import type { Happened, Id, Response, Session } from "./types.ts";

/* Answers on a file or on paper: the same response as from a phone, checked the same way. */

/** What a ballot page is made for. */
export interface BallotPaper {
  readonly schema: "ballot/1";
  readonly session: Id;
  readonly round: Id;
  /** SHA-256 of the setup: an answer to another question is told apart. */
  readonly setup: string;
  readonly asked: PublicSetup;
}

export const ballotPaper = (session: Session, round: Id): BallotPaper => ({
  schema: "ballot/1",
  session: session.id,
  round,
  setup: setupHash(session.setup),
  asked: publicSetup(session.setup),
});

/** An answer file that was read: who it is from, and the answer. */
export interface Ballot {
  readonly name: string;
  readonly response: Response;
}

/**
 * An answer file brought back. It must be of this session, of a round that is open, and not there already.
 * @param text of `alias.ballot.json`
 */
export function readBallot(session: Session, text: string): Checked<Ballot> {
  return checked(() => {
    const own: Field = { path: "ballot", value: parsed(text) };
    entries(own);
    oneOf(at(own, "schema"), ["ballot/1"]);
    if (at(own, "session").value !== session.id) refuse(at(own, "session"), "is of another workshop");
    if (at(own, "setup").value !== setupHash(session.setup))
      refuse(at(own, "setup"), "is of another question");
    const round = stateOf(session).rounds.find(({ id }) => id === at(own, "round").value);
    if (!round) return refuse(at(own, "round"), "has not been opened in this workshop");
    const response = readResponse(session.setup, round, at(own, "response"));
    const known = session.events.some(
      (event) => event.type === "response" && event.response.id === response.id,
    );
    if (known) refuse(at(own, "response"), "was handed in already");
    return { name: readName(at(own, "name")), response };
  });
}

function parsed(text: string): Entries | null {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Entries;
  } catch {
    return null;
  }
}

/**
 * A person coming in by another way than a phone, and their answer; late where the round is closed. Who has the name
 * of somebody who came in like this before, and has not answered this round, is that person: names are all there is
 * on paper. Two that were not can be told apart by hand.
 */
export function handIn(
  session: Session,
  source: "file" | "paper" | "kiosk",
  response: Response,
  name: string,
): { readonly happened: readonly Happened[]; readonly participant: Id } {
  const { people, rounds } = stateOf(session);
  const round = rounds.find(({ id }) => id === response.round);
  const before = people.find(
    (one) =>
      one.name === name &&
      one.status === "in" &&
      ["file", "paper", "kiosk"].includes(one.source) &&
      !round?.answers.has(one.id),
  );
  const participant = before?.id ?? response.participant;
  if (!round) return { happened: [], participant };
  return {
    participant,
    happened: [
      ...(people.some(({ id }) => id === participant)
        ? []
        : [{ type: "joined", participant, source, admitted: true } as const]),
      { type: "response", response: { ...response, participant }, late: round.closedAt !== null },
    ],
  };
}

/** Three numbers in percent as an estimate; null where they are none or out of order. */
export function estimateOf(
  question: Id,
  [low, best, high]: readonly number[],
  unit = 100,
): Response["estimates"][number] | null {
  if (low === undefined || best === undefined || high === undefined) return null;
  const inOrder = low <= best && best <= high && [low, best, high].every(Number.isFinite);
  const inside = unit !== 100 || (low >= 0 && high <= 100);
  return inOrder && inside ? { question, low: low / unit, best: best / unit, high: high / unit } : null;
}
