import {
  checkComment,
  checkResponse,
  checkVote,
  type Asked,
  type AskedRound,
} from "../model/session/guards.ts";
import type { Id } from "../model/session/types.ts";
import type { RoomFact, RoomSetup, Stage } from "./contract.ts";
import { type Turned, turned } from "./door.ts";
import type { Member } from "./people.ts";

/** Something sent, checked against what was asked and put down under the sender's own name. */
export interface Accepted {
  /** The phone's id for it. */
  readonly id: Id;
  readonly fact: RoomFact;
}

/** A round people were asked in this room, and how often its answers may be changed. */
export interface KnownRound extends AskedRound {
  readonly changes: number;
}

type Body = Readonly<Record<string, unknown>>;
const asObject = (value: unknown): Body =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : {};
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const bad = (message: string) => turned(400, "answer", message);

/** The known answers of a warm-up stay in the window; the shape of an answer does not depend on them. */
const asAsked = (setup: RoomSetup): Asked => ({
  ...setup,
  warmups: setup.warmups.map((question) => ({ ...question, answer: 0 })),
});

/** The id under which something was sent, whatever else is in it. */
export function idOf(body: Body): Id | null {
  const { kind } = body;
  const { id } =
    kind === "response" ? asObject(body.response) : kind === "comment" ? asObject(body.comment) : body;
  return typeof id === "string" && ID.test(id) ? id : null;
}

/** Checks what came from a phone. Who sent it is known by token; what the body says of that is not read. */
export function accept(
  member: Member,
  body: Body,
  stage: Stage | null,
  setup: RoomSetup,
  rounds: ReadonlyMap<Id, KnownRound>,
): Accepted | Turned {
  const id = idOf(body);
  if (id === null) return bad("That carries no id.");
  switch (body.kind) {
    case "response":
      return response(member, id, asObject(body.response), stage, setup, rounds);
    case "comment": {
      const read = checkComment({ ...asObject(body.comment), participant: member.id });
      if (!read.ok) return bad(read.sentence);
      const { kind } = read.value;
      if (stage?.remarks.some((asked) => asked.kind === kind) !== true)
        return bad("Nobody asked for that now.");
      return { id, fact: { type: "comment", comment: read.value } };
    }
    case "vote": {
      const page = stage?.page;
      if (page?.show !== "vote") return turned(409, "round", "This vote is over.");
      const read = checkVote(
        page.options.map((option) => option.id),
        body.comments,
      );
      if (!read.ok) return bad(read.sentence);
      if (read.value.length > page.most) return bad(`Choose at most ${String(page.most)}.`);
      // What the vote is about is what was asked, whatever came with it.
      const { about } = page;
      return { id, fact: { type: "vote", id, person: member.id, comments: read.value, about } };
    }
    case "feedback":
      return feedback(member, id, asObject(body.answers), stage);
    default:
      return bad("That is nothing that can be sent here.");
  }
}

function response(
  member: Member,
  id: Id,
  given: Body,
  stage: Stage | null,
  setup: RoomSetup,
  rounds: ReadonlyMap<Id, KnownRound>,
): Accepted | Turned {
  const round = typeof given.round === "string" ? rounds.get(given.round) : undefined;
  if (round === undefined) return turned(409, "round", "This round is not open.");
  const page = stage?.page;
  const late = page?.show !== "round" || page.round !== round.id;
  const times = member.answers.get(round.id)?.times ?? 0;
  if (times > round.changes)
    return turned(409, "changes", "Your answer stands: it can no longer be changed.");
  const read = checkResponse(asAsked(setup), round, {
    ...given,
    participant: member.id,
    rev: times + 1,
    enteredBy: "self",
  });
  if (!read.ok) return bad(read.sentence);
  return { id, fact: { type: "response", response: read.value, late } };
}

function feedback(member: Member, id: Id, given: Body, stage: Stage | null): Accepted | Turned {
  const page = stage?.page;
  if (page?.show !== "end") return turned(409, "round", "The workshop is not over yet.");
  const answers: Record<Id, number> = {};
  for (const question of page.questions) {
    const answer = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
    if (typeof answer !== "number" || ![1, 2, 3, 4, 5].includes(answer))
      return bad("Every question has five answers: choose one.");
    answers[question.id] = answer;
  }
  return { id, fact: { type: "feedback", id, person: member.id, answers } };
}
