import type {
  Comment,
  Happened,
  Id,
  Response,
  Reveal,
  RoundKind,
  Session,
  SessionEvent,
  Source,
  Step,
  StepId,
  StoredAggregate,
} from "./types.ts";

export interface Person {
  readonly id: Id;
  /** Told apart from others of the same name: "Dana (2)". */
  readonly name: string;
  readonly source: Source;
  readonly group: string;
  readonly status: "waiting" | "in" | "removed";
  readonly joinedAt: string;
}

/** Answers as they stand; whoever shows them asks `viewOf`, which has none before the round is closed. */
export interface Round {
  readonly id: Id;
  readonly kind: RoundKind;
  readonly n: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** By person: the last revision that came in time, and when its person first sent one. */
  readonly answers: ReadonlyMap<Id, { readonly response: Response; readonly first: string }>;
  /** Kept, and counted nowhere. */
  readonly late: readonly Response[];
  readonly revealed: readonly Reveal[];
  /** The last stored numbers of the round. */
  readonly aggregate: StoredAggregate | null;
}

/** When a step began, and how many minutes it was given on top of its own. */
export interface StepTime {
  readonly at: string;
  readonly extra: number;
}

export interface Concluded {
  readonly confidence: string;
  readonly reasons: string;
  readonly minority: string;
}

export interface SessionState {
  readonly step: Step;
  readonly steps: Readonly<Partial<Record<StepId, StepTime>>>;
  /** Who takes part, in the order of joining; merged ones are not there any more. */
  readonly people: readonly Person[];
  readonly rounds: readonly Round[];
  readonly comments: readonly (Comment & { readonly at: string; readonly hidden: boolean })[];
  /** Votes for a comment, by hand or by hands. */
  readonly votes: ReadonlyMap<Id, number>;
  readonly discussing: { readonly factor: Id; readonly at: string; readonly minutes: number } | null;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
  readonly concluded: Concluded | null;
  readonly feedback: readonly Readonly<Record<Id, number>>[];
  readonly closed: boolean;
}

interface Joined {
  readonly source: Source;
  readonly at: string;
  readonly status: Person["status"];
  readonly group: string;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenRound = Omit<Mutable<Round>, "answers" | "late"> & {
  said: { response: Response; at: string }[];
  late: Response[];
  /** Ids of all that came: what comes twice counts once. */
  readonly known: Set<Id>;
};

/** What a session has come to: a fold of its events, and of nothing else but the names. */
export function stateOf({ events, names }: Pick<Session, "events" | "names">): SessionState {
  const people = new Map<Id, Joined>();
  const into = new Map<Id, Id>();
  const rounds = new Map<Id, OpenRound>();
  const comments = new Map<Id, Mutable<SessionState["comments"][number]>>();
  const votes = new Map<Id, readonly Id[]>();
  const hands = new Map<Id, number>();
  const feedback = new Map<Id, Readonly<Record<Id, number>>>();
  const steps: Partial<Record<StepId, StepTime>> = {};
  const notes: { at: string; text: string }[] = [];
  let step: Step = "setup";
  let discussing: SessionState["discussing"] = null;
  let concluded: Concluded | null = null;
  let closed = false;
  const status = (id: Id, next: Person["status"]) => {
    const person = people.get(id);
    if (person) people.set(id, { ...person, status: next });
  };
  const apply = (event: SessionEvent): void => {
    const { at } = event;
    const happened: Happened = event;
    switch (happened.type) {
      case "joined":
        if (!people.has(happened.participant))
          people.set(happened.participant, {
            source: happened.source,
            at,
            status: happened.admitted ? "in" : "waiting",
            group: "",
          });
        return;
      case "admitted":
        return status(happened.participant, "in");
      case "removed":
        return status(happened.participant, "removed");
      case "merged":
        // Two that are one already, or a circle, would be nobody.
        if (
          people.has(happened.from) &&
          people.has(happened.into) &&
          last(into, happened.into) !== happened.from
        )
          into.set(happened.from, happened.into);
        return;
      case "moved": {
        const person = people.get(happened.participant);
        if (person) people.set(happened.participant, { ...person, group: happened.group });
        return;
      }
      case "step":
        step = happened.step;
        steps[step] ??= { at, extra: 0 };
        return;
      case "extended":
        if (step !== "setup") {
          const own = steps[step] ?? { at, extra: 0 };
          steps[step] = { ...own, extra: own.extra + happened.minutes };
        }
        return;
      case "roundOpened":
        if (!rounds.has(happened.round))
          rounds.set(happened.round, {
            id: happened.round,
            kind: happened.kind,
            n: happened.n,
            openedAt: at,
            closedAt: null,
            said: [],
            late: [],
            known: new Set(),
            revealed: [],
            aggregate: null,
          });
        return;
      case "response": {
        const round = rounds.get(happened.response.round);
        if (!round || round.known.has(happened.response.id)) return;
        round.known.add(happened.response.id);
        if (happened.late) round.late.push(happened.response);
        else round.said.push({ response: happened.response, at });
        return;
      }
      case "roundClosed": {
        const round = rounds.get(happened.round);
        if (round) round.closedAt ??= at;
        return;
      }
      case "revealed": {
        const round = rounds.get(happened.round);
        // Nothing of an open round can be shown, whatever a log says.
        if (round && round.closedAt !== null && !round.revealed.includes(happened.what))
          round.revealed = [...round.revealed, happened.what];
        return;
      }
      case "concealed": {
        const round = rounds.get(happened.round);
        if (round) round.revealed = [];
        return;
      }
      case "aggregate": {
        const round = rounds.get(happened.aggregate.round);
        if (round) round.aggregate = happened.aggregate;
        return;
      }
      case "comment":
        if (!comments.has(happened.comment.id))
          comments.set(happened.comment.id, { ...happened.comment, at, hidden: false });
        return;
      case "hidden": {
        const comment = comments.get(happened.comment);
        if (comment) comment.hidden = happened.hidden;
        return;
      }
      case "vote":
        votes.set(happened.participant, happened.comments);
        return;
      case "hands":
        hands.set(happened.comment, happened.count);
        return;
      case "discuss":
        discussing = { factor: happened.factor, at, minutes: happened.minutes };
        return;
      case "note":
        notes.push({ at, text: happened.text });
        return;
      case "concluded":
        concluded = {
          confidence: happened.confidence,
          reasons: happened.reasons,
          minority: happened.minority,
        };
        return;
      case "feedback":
        feedback.set(happened.participant, happened.answers);
        return;
      case "closed":
        closed = true;
        return;
      case "opened":
      case "nudged":
        return;
      default:
        return happened satisfies never;
    }
  };
  events.forEach(apply);
  const counted = new Map<Id, number>(hands);
  for (const [person, chosen] of votes)
    // A person who was merged has one vote, their last as who they are.
    if (!into.has(person) && people.get(person)?.status !== "removed")
      for (const id of chosen) counted.set(id, (counted.get(id) ?? 0) + 1);
  return {
    step,
    steps,
    people: peopleOf(people, into, names),
    rounds: [...rounds.values()].map(({ said, known: _known, ...round }) => ({
      ...round,
      answers: answersOf(said, people, into),
    })),
    comments: [...comments.values()],
    votes: counted,
    discussing,
    notes,
    concluded,
    feedback: [...feedback.values()],
    closed,
  };
}

/** Who a person is after all merges. */
function last(into: ReadonlyMap<Id, Id>, id: Id): Id {
  let own = id;
  for (let next = into.get(own); next !== undefined; next = into.get(own)) own = next;
  return own;
}

/** By whoever a person has become: of each phone its highest revision, of several phones what came last. */
function answersOf(
  said: readonly { readonly response: Response; readonly at: string }[],
  people: ReadonlyMap<Id, Joined>,
  into: ReadonlyMap<Id, Id>,
): Round["answers"] {
  const answers = new Map<Id, { response: Response; first: string }>();
  for (const { response, at } of said) {
    const own = last(into, response.participant);
    if (people.get(own)?.status !== "in") continue;
    const before = answers.get(own);
    const older = before?.response.participant === response.participant && before.response.rev > response.rev;
    answers.set(own, { response: before && older ? before.response : response, first: before?.first ?? at });
  }
  return answers;
}

/** Names as they are shown: those without one are seats, those with the same one are numbered. */
function peopleOf(
  people: ReadonlyMap<Id, Joined>,
  into: ReadonlyMap<Id, Id>,
  names: Readonly<Record<Id, string>>,
): Person[] {
  const taken = new Set<string>();
  let seat = 0;
  return [...people]
    .filter(([id]) => !into.has(id))
    .map(([id, { source, status, group, at }]) => {
      seat++;
      const name = (Object.hasOwn(names, id) ? names[id] : undefined) ?? `Seat ${seat}`;
      let shown = name;
      for (let n = 2; taken.has(shown); n++) shown = `${name} (${n})`;
      taken.add(shown);
      return { id, name: shown, source, group, status, joinedAt: at };
    });
}

export const roundOf = ({ rounds }: SessionState, id: Id): Round | undefined =>
  rounds.find((round) => round.id === id);
/** Rounds as they stand, or as they may be seen. */
interface Rounds<R extends Pick<Round, "kind" | "closedAt">> {
  readonly rounds: readonly R[];
}
/** The round that takes answers now. */
export const openRound = <R extends Pick<Round, "kind" | "closedAt">>({ rounds }: Rounds<R>): R | undefined =>
  rounds.find(({ closedAt }) => closedAt === null);
/** Closed rounds of weights, oldest first. */
export const closedRounds = <R extends Pick<Round, "kind" | "closedAt">>({ rounds }: Rounds<R>): R[] =>
  rounds.filter(({ kind, closedAt }) => kind === "weights" && closedAt !== null);

/** The session without anybody's name: people are seats. */
export const withoutNames = (session: Session): Session => ({ ...session, names: {} });
