import type { Marking } from "../case/marking.ts";
import type { Inputs } from "../case/types.ts";

/**
 * A workshop: what was asked of a room, and everything that happened in it as an append-only list of events.
 * Whatever is shown of a session is worked out from these (`stateOf`); nothing derived is stored but aggregates,
 * which carry the hash of what they were worked out from. Times are ISO texts that come from outside.
 */

/** An id: letters, digits, `_` and `-`, at most 64. */
export type Id = string;

export const METHODS = ["swing", "rank", "points", "slider", "bestWorst", "pairs"] as const;
/** How people say how much factors matter. `swing`: put in order, then rated against the first. */
export type WeightMethod = (typeof METHODS)[number];

export const ANONYMITY = ["anonymous", "pseudonymous", "named"] as const;
/** `named`: the room agreed that answers may stand beside names. */
export type Anonymity = (typeof ANONYMITY)[number];

/** The steps of a workshop in their order; before the first the facilitator sets up. */
export const STEPS = [
  "room",
  "brief",
  "warmup",
  "round1",
  "reveal",
  "discuss",
  "round2",
  "result",
  "challenge",
  "close",
] as const;
export type StepId = (typeof STEPS)[number];
/** `setup` is the first of the eleven. */
export type Step = "setup" | StepId;

/** A factor as people are asked about it. */
export interface AskedFactor {
  readonly id: Id;
  readonly label: string;
  /** What it looks like at its calmest and at its worst, so that everybody weighs the same move. */
  readonly calm: string;
  readonly worst: string;
}

/** `chance`: 0..1, that the event has happened by a horizon of the case (the id). `quantity`: a warm-up with a known answer. */
export type Question =
  | { readonly kind: "chance"; readonly id: Id; readonly text: string }
  | {
      readonly kind: "quantity";
      readonly id: Id;
      readonly text: string;
      readonly unit: string;
      /** Never sent to a participant before the round is closed: see `publicSetup`. */
      readonly answer: number;
    };

export type ChanceQuestion = Extract<Question, { readonly kind: "chance" }>;
export type QuantityQuestion = Extract<Question, { readonly kind: "quantity" }>;

/** What was agreed before the room opened; it does not change afterwards. */
export interface Setup {
  readonly title: string;
  /** The exact event, as the room is asked about it. */
  readonly question: string;
  readonly caseId: Id;
  /** SHA-256 of the argument that the weights belong to. */
  readonly caseHash: string;
  /** Of the app. */
  readonly version: string;
  readonly marking: Marking;
  readonly anonymity: Anonymity;
  readonly minutes: 60 | 90;
  readonly method: WeightMethod;
  readonly rounds: 1 | 2 | 3;
  readonly factors: readonly AskedFactor[];
  readonly chances: readonly ChanceQuestion[];
  readonly warmups: readonly QuantityQuestion[];
  /** What the case is set to while people weigh: name of the scenario, and everything that was put to it. */
  readonly start: { readonly scenario: string; readonly inputs: Inputs };
  /** Shuffles, resamples and simulated people. */
  readonly seed: number;
  /** Answers come from simulated people: nothing of it is a finding. */
  readonly dryRun: boolean;
}

export const SOURCES = ["lan", "kiosk", "file", "paper", "simulated"] as const;
/** How a person takes part. */
export type Source = (typeof SOURCES)[number];

export const ROUND_KINDS = ["warmup", "weights"] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** What a person said about factors; keys are factor ids, all of the asked ones. */
export type WeightAnswer =
  /** The first of the order has 100, the others 0..100, none above the one before it. */
  | { readonly method: "swing"; readonly order: readonly Id[]; readonly raw: Readonly<Record<Id, number>> }
  | { readonly method: "rank"; readonly order: readonly Id[] }
  /** Sums to 100. */
  | { readonly method: "points"; readonly raw: Readonly<Record<Id, number>> }
  /** 0..10, importance only. */
  | { readonly method: "slider"; readonly raw: Readonly<Record<Id, number>> }
  /** 1..9: the best against each, each against the worst. */
  | {
      readonly method: "bestWorst";
      readonly best: Id;
      readonly worst: Id;
      readonly bestTo: Readonly<Record<Id, number>>;
      readonly toWorst: Readonly<Record<Id, number>>;
    }
  /** Every pair once: how many times the first matters more than the second, 1/9..9. */
  | { readonly method: "pairs"; readonly pairs: readonly (readonly [Id, Id, number])[] };

/** Lowest plausible, best guess, highest plausible: low ≤ best ≤ high, in the unit of the question. */
export interface Estimate {
  readonly question: Id;
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** Why, without a name. `target`: a factor, or "" for the whole. */
export interface Reason {
  readonly target: Id;
  readonly text: string;
}

/** One person's answer to one round; a later revision replaces the earlier one. */
export interface Response {
  readonly id: Id;
  readonly round: Id;
  readonly participant: Id;
  /** 1 for the first. */
  readonly rev: number;
  /** Null in a warm-up. */
  readonly weights: WeightAnswer | null;
  readonly estimates: readonly Estimate[];
  readonly reasons: readonly Reason[];
  /** The factors in the order in which they were shown. */
  readonly shownOrder: readonly Id[];
  readonly seconds: number;
  readonly enteredBy: "self" | "facilitator";
}

export const COMMENT_KINDS = [
  "missing",
  "unclear",
  "changed",
  "premortem",
  "assumption",
  "sign",
  "dissent",
] as const;
/** What a remark is: a missing factor, an unclear term, "I changed my mind because", or part of the challenge. */
export type CommentKind = (typeof COMMENT_KINDS)[number];

export interface Comment {
  readonly id: Id;
  /** Null: said aloud, written down by the facilitator. */
  readonly participant: Id | null;
  readonly kind: CommentKind;
  readonly text: string;
}

export const VOTED = ["sign", "missing"] as const satisfies readonly CommentKind[];
/** Remarks that a room votes on. */
export type VotedKind = (typeof VOTED)[number];

/** What is shown of a closed round, one thing at a time. */
export const REVEALS = ["weights", "answers", "drivers", "gut", "reasons"] as const;
export type Reveal = (typeof REVEALS)[number];

/** What happened. People are named by id alone: names live in `Session.names`. */
export type Happened =
  | { readonly type: "opened"; readonly setup: string }
  /** `admitted`: false where the facilitator is asked first. */
  | { readonly type: "joined"; readonly participant: Id; readonly source: Source; readonly admitted: boolean }
  | { readonly type: "admitted"; readonly participant: Id }
  | { readonly type: "removed"; readonly participant: Id }
  /**
   * `from` and `into` are one person from now on; what either said counts for `into`. Where both answered a round, the
   * answer of `keep` (one of the two) counts; without it, what came last.
   */
  | { readonly type: "merged"; readonly from: Id; readonly into: Id; readonly keep?: Id }
  /** They are two after all: `participant`, who was merged into somebody, is a person again. */
  | { readonly type: "parted"; readonly participant: Id }
  /** Into a team; "" for none. */
  | { readonly type: "moved"; readonly participant: Id; readonly group: string }
  | { readonly type: "step"; readonly step: StepId }
  /** The step under way gets this many minutes more. */
  | { readonly type: "extended"; readonly minutes: number }
  | { readonly type: "nudged"; readonly count: number }
  | { readonly type: "roundOpened"; readonly round: Id; readonly kind: RoundKind; readonly n: number }
  /** `late`: its round was closed when it came in; it is kept and does not count. */
  | { readonly type: "response"; readonly response: Response; readonly late: boolean }
  | { readonly type: "roundClosed"; readonly round: Id }
  | { readonly type: "revealed"; readonly round: Id; readonly what: Reveal }
  | { readonly type: "concealed"; readonly round: Id }
  | { readonly type: "aggregate"; readonly aggregate: StoredAggregate }
  | { readonly type: "comment"; readonly comment: Comment }
  | { readonly type: "hidden"; readonly comment: Id; readonly hidden: boolean }
  /** The same of a reason that came with an answer; `target` as in `Reason`. */
  | {
      readonly type: "reasonHidden";
      readonly round: Id;
      readonly response: Id;
      readonly target: Id;
      readonly hidden: boolean;
    }
  /** What a remark says, another one says already: their votes count together. Null: it stands for itself again. */
  | { readonly type: "same"; readonly comment: Id; readonly as: Id | null }
  /** Phones are asked to vote on remarks of this kind; null, or another step: no more. */
  | { readonly type: "voting"; readonly about: VotedKind | null }
  /** Up to three comments a person; a later vote about the same kind replaces the earlier one. */
  | {
      readonly type: "vote";
      readonly id: Id;
      readonly participant: Id;
      readonly comments: readonly Id[];
      /** Signs, where it is not told. */
      readonly about?: VotedKind;
    }
  /** Hands counted by the facilitator. */
  | { readonly type: "hands"; readonly comment: Id; readonly count: number }
  | { readonly type: "discuss"; readonly factor: Id; readonly minutes: number }
  /** Each of these people holds this card now; whoever is not named holds none. */
  | { readonly type: "dealt"; readonly cards: Readonly<Record<Id, Id>> }
  | { readonly type: "note"; readonly text: string }
  /** What the room concluded, and who of it did not agree and why; no number stands in it. */
  | {
      readonly type: "concluded";
      readonly confidence: string;
      readonly reasons: string;
      readonly minority: string;
    }
  /** Questions about the workshop itself, 1..5. */
  | {
      readonly type: "feedback";
      readonly id: Id;
      readonly participant: Id;
      readonly answers: Readonly<Record<Id, number>>;
    }
  | { readonly type: "closed" };

/** A link of the chain: `hash` is SHA-256 of everything else in it, `prev` that of the event before ("" for none). */
export type SessionEvent = Happened & {
  readonly seq: number;
  readonly at: string;
  readonly prev: string;
  readonly hash: string;
};

/** The numbers of a closed round, as they were shown. */
export interface StoredAggregate {
  readonly round: Id;
  /** SHA-256 of the answers that counted and of the setup. */
  readonly inputs: string;
  readonly people: number;
  /** By horizon, 0..1: the pooled chance with its 80 % band. */
  readonly pooled: Readonly<Record<Id, { readonly p: number; readonly low: number; readonly high: number }>>;
  /** By factor, 0..1: the middle weights of the room, summing to 1. */
  readonly groupModel: Readonly<Record<Id, number>>;
  /** By horizon: what else was said of the answers; absent in workshops kept by an earlier version. */
  readonly spread?: Readonly<Record<Id, StoredSpread>>;
  /** How far people put factors in the same order: Kendall's W, and the chance of as much by shuffling. */
  readonly order?: { readonly w: number; readonly p: number };
}

/** Of those who answered both rounds (`both`), how many moved by five points or more by their own weights. */
export interface Movers {
  readonly both: number;
  readonly moved: number;
}

/** How a round's answers lie apart at one horizon, and what other ways to pool make of them; no single answer. */
export interface StoredSpread {
  readonly median: number;
  readonly mean: number;
  readonly trimmed: number;
  /** By how far the pool is pushed outwards. */
  readonly outwards: readonly (readonly [a: number, p: number])[];
  /** Weighted by practice, of how many people and how many of them count; only with questions enough. */
  readonly practice?: { readonly p: number; readonly people: number; readonly counting: number };
  /** Lower and upper quarter. */
  readonly quartiles: readonly [number, number];
  /** 0 (all under one word) .. 1. */
  readonly entropy: number;
  readonly camps?: {
    /** Those with the lower answers, those with the higher ones. */
    readonly people: readonly [number, number];
    /** What separates them most, with the middle weights of the two. */
    readonly by: readonly { readonly factor: Id; readonly medians: readonly [number, number] }[];
  };
  /** By factor, share of the spread. */
  readonly drivers: Readonly<Record<Id, number>>;
  /** Standard deviation of the answers, and what it were if weights of different factors did not hang together. */
  readonly sd: number;
  readonly sdApart: number;
  /** Since the first round; not of the first, nor in workshops kept by an earlier version. */
  readonly moved?: Movers;
  /** In the order of names; `p` is null where a team is so small that single people would show. */
  readonly teams: readonly { readonly name: string; readonly people: number; readonly p: number | null }[];
}

export interface Session {
  readonly schema: "workshop/1";
  readonly id: Id;
  readonly createdAt: string;
  readonly setup: Setup;
  /** What people called themselves, by participant; the only place that names anybody. Empty once stripped. */
  readonly names: Readonly<Record<Id, string>>;
  readonly events: readonly SessionEvent[];
}

/** Most of everything: more would only make a session slow or a screen unreadable. */
export const MOST = {
  people: 300,
  factors: 8,
  chances: 5,
  /** Ten are needed to tell people apart by them (`SEEDS_NEEDED`). */
  warmups: 12,
  text: 600,
  name: 40,
  reasons: 9,
  events: 20_000,
  sessions: 50,
  votes: 3,
} as const;
