import type {
  Happened,
  Id,
  Response,
  Reveal,
  RoundKind,
  Session,
  SessionEvent,
  Step,
  StepId,
  StoredAggregate,
  VotedKind,
} from "./types.ts";
import { type Counted, type Merged, People, type Person, type Said } from "./identity.ts";
import { type Remark, Remarks } from "./remarks.ts";

export type { Person };

/** Answers as they stand; whoever shows them asks `viewOf`, which has none before the round is closed. */
export interface Round {
  readonly id: Id;
  readonly kind: RoundKind;
  readonly n: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** By person: the last revision that came in time, and when its person first sent one. */
  readonly answers: ReadonlyMap<Id, Counted>;
  /** Kept, and counted nowhere. */
  readonly late: readonly Response[];
  readonly revealed: readonly Reveal[];
  /** Reasons that the facilitator has hidden, by `reasonKey`. */
  readonly hidden: ReadonlySet<string>;
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
  /** Who was merged into whom, in the order of merging. */
  readonly merged: readonly Merged[];
  readonly rounds: readonly Round[];
  readonly comments: readonly Remark[];
  /** Votes for a comment, by phone and by hands. */
  readonly votes: ReadonlyMap<Id, number>;
  /** What phones are asked to vote on, and how many have. */
  readonly voting: { readonly about: VotedKind; readonly voters: number } | null;
  /** The card each person holds, and when they were dealt; null before that. */
  readonly dealt: {
    readonly cards: Readonly<Record<Id, Id>>;
    readonly at: string;
    /** 1 for the first. */
    readonly n: number;
  } | null;
  /** When people were last reminded, in the round that is open. */
  readonly nudged: { readonly at: string; readonly count: number } | null;
  readonly discussing: { readonly factor: Id; readonly at: string; readonly minutes: number } | null;
  readonly notes: readonly { readonly at: string; readonly text: string }[];
  readonly concluded: Concluded | null;
  readonly feedback: readonly Readonly<Record<Id, number>>[];
  readonly closed: boolean;
  /** When it was closed: its clock stands there. */
  readonly closedAt: string | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenRound = Omit<Mutable<Round>, "answers" | "late" | "hidden"> & {
  said: Said[];
  late: Response[];
  readonly hidden: Set<string>;
  /** Ids of all that came: what comes twice counts once. */
  readonly known: Set<Id>;
};

/** One reason of one answer. */
export const reasonKey = (response: Id, target: Id): string => `${response} ${target}`;

/** What a session has come to: a fold of its events, and of nothing else but the names. */
export function stateOf({ events, names }: Pick<Session, "events" | "names">): SessionState {
  const people = new People();
  const remarks = new Remarks();
  const rounds = new Map<Id, OpenRound>();
  const feedback = new Map<Id, Readonly<Record<Id, number>>>();
  const steps: Partial<Record<StepId, StepTime>> = {};
  const notes: { at: string; text: string }[] = [];
  let step: Step = "setup";
  let discussing: SessionState["discussing"] = null;
  let concluded: Concluded | null = null;
  let voting: VotedKind | null = null;
  let dealt: SessionState["dealt"] = null;
  let nudged: SessionState["nudged"] = null;
  let closedAt: string | null = null;
  const apply = (event: SessionEvent): void => {
    const { at } = event;
    const happened: Happened = event;
    switch (happened.type) {
      case "joined":
        return people.join(happened.participant, happened.source, happened.admitted, at);
      case "admitted":
        return people.change(happened.participant, { status: "in" });
      case "removed":
        return people.change(happened.participant, { status: "removed" });
      case "merged":
        return people.merge(happened);
      case "parted":
        return people.part(happened.participant);
      case "moved":
        return people.change(happened.participant, { group: happened.group });
      case "step":
        step = happened.step;
        voting = null;
        steps[step] ??= { at, extra: 0 };
        return;
      case "extended":
        if (step !== "setup") {
          const own = steps[step] ?? { at, extra: 0 };
          steps[step] = { ...own, extra: own.extra + happened.minutes };
        }
        return;
      case "roundOpened":
        nudged = null;
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
            hidden: new Set(),
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
        return remarks.add(happened.comment, at);
      case "hidden":
        return remarks.hide(happened.comment, happened.hidden);
      case "reasonHidden": {
        const hidden = rounds.get(happened.round)?.hidden;
        const key = reasonKey(happened.response, happened.target);
        if (happened.hidden) hidden?.add(key);
        else hidden?.delete(key);
        return;
      }
      case "same":
        return remarks.same(happened);
      case "voting":
        voting = happened.about;
        return;
      case "vote":
        return remarks.vote(happened.participant, happened.comments, happened.about);
      case "hands":
        return remarks.raise(happened.comment, happened.count);
      case "dealt":
        dealt = { cards: happened.cards, at, n: (dealt?.n ?? 0) + 1 };
        return;
      case "nudged":
        nudged = { at, count: happened.count };
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
        closedAt ??= at;
        return;
      case "opened":
        return;
      default:
        return happened satisfies never;
    }
  };
  events.forEach(apply);
  return {
    step,
    steps,
    ...people.shown(names),
    rounds: [...rounds.values()].map(({ said, known: _known, ...round }) => ({
      ...round,
      answers: people.answers(said),
    })),
    comments: remarks.all(),
    votes: remarks.counted(people),
    voting: voting && { about: voting, voters: remarks.voters(people, voting) },
    discussing,
    dealt,
    nudged,
    notes,
    concluded,
    // One word of a person, whichever of their phones it came from.
    feedback: [...new Map([...feedback].map(([id, answers]) => [people.now(id), answers])).values()],
    closed: closedAt !== null,
    closedAt,
  };
}

/** Whether a session is over: nothing is added to it by its facilitator any more. */
export const isClosed = ({ events }: Pick<Session, "events">): boolean =>
  events.some(({ type }) => type === "closed");

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
