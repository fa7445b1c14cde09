import type { Marking } from "./marking.ts";
import type { FrozenArgument, Judgement, JudgementDraft, Verdict } from "./judgement.ts";
import type { TrailEntry } from "./trail.ts";
import type { Session } from "../session/types.ts";
import type { Statement } from "./statement.ts";

/**
 * The document: a case as it stands in a `.entente` file, and the inputs people put to it.
 * Only what the engine reads is strict; texts are optional so that a small case is still a case.
 * Unknown keys survive in memory and on save (the objects are the file's own).
 */

import type { EvidenceItem, Grades, Happening, Sequel } from "./evidence-types.ts";

/** Levels from low to high; the middle of level k on the unit scale is (2k + 1) / 10. */
export const LEVELS = ["VL", "L", "M", "H", "VH"] as const;
export type Level = (typeof LEVELS)[number];

export interface LevelName {
  readonly id: Level;
  readonly label: string;
}

/** Consecutive phases: `years` is the length of this phase, not of the whole. */
export interface Horizon {
  readonly id: string;
  readonly label: string;
  readonly phrase: string;
  readonly years: number;
}

export interface Place {
  readonly column: number;
  readonly row: number;
  /** Put there by a person: a new layout leaves it. */
  readonly pinned?: boolean;
}

/** A root's setting in one phase: a level and a standard deviation on the unit scale. */
export interface Setting {
  readonly level: Level;
  readonly spread: number;
}

/** Texts that factors and mechanisms share. */
export interface Described {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly why: string;
  /** What each of the five levels looks like; empty where the case says nothing. */
  readonly anchors: readonly string[];
  readonly paragraphs: readonly string[];
  /** Slot in the full map and, where it differs, in the overview. */
  readonly place?: Place;
  readonly overview?: Place;
}

export type Group = "apart" | "timing" | "together" | "rival";

export interface Factor extends Described {
  readonly group: Group;
  readonly starred: boolean;
  readonly question: string;
  readonly beyondArticle: boolean;
  /** 0..10; `default` > 0 means "as in the article"; min..max is the plausible range, not a limit. */
  readonly weight: { readonly default: number; readonly min: number; readonly max: number };
  readonly levels: Readonly<Record<string, Setting>>;
  /** Share of what was learnt in the first phase that carries over into later ones, 0..1. */
  readonly fade: number;
}

export type Gate =
  | { readonly gate: "level"; readonly node: string; readonly weightOf?: string | null }
  | {
      readonly gate: "opens";
      readonly node: string;
      readonly closed: number;
      readonly weightOf?: string | null;
    }
  | {
      readonly gate: "needs";
      readonly node: string;
      readonly none: number;
      readonly full: number;
      readonly weightOf?: string | null;
    }
  | {
      readonly gate: "damps";
      readonly node: string;
      readonly depth: number;
      readonly weightOf?: string | null;
    };

export interface Push {
  readonly strength: number;
  readonly weightOf?: string | null;
  readonly of: readonly Gate[];
}

/**
 * How pushes come together. `sum` and `anyOf` as in the article; the others are the ranked-node functions over what the
 * pushes let through, with their strengths (≥ 0) as weights.
 */
export type PlainRule =
  | { readonly kind: "sum"; readonly base: number; readonly pushes: readonly Push[] }
  | { readonly kind: "anyOf"; readonly pushes: readonly Push[] }
  | { readonly kind: RankedFunction; readonly pushes: readonly Push[] }
  | {
      readonly kind: "mixminmax";
      /** Weights of the least and of the greatest; not both 0. Strengths say nothing here. */
      readonly least: number;
      readonly greatest: number;
      readonly pushes: readonly Push[];
    };
export type RankedFunction = "wmean" | "wmin" | "wmax";

/** One of several rules, and the levels at which it is the one that holds. */
export interface Part {
  readonly at: readonly Level[];
  readonly rule: PlainRule;
}

/**
 * A rule for each level of one cause (a partitioned expression): every level is in exactly one part. Where that cause is
 * absent, the part of the lowest level holds. With `weightOf` f the mean lies min(1, r(f)) of the way from what that
 * part gives to what the part of its level gives, so that a factor of weight 0 is left out.
 */
export interface Partitioned {
  readonly kind: "partitioned";
  readonly by: string;
  readonly weightOf?: string | null;
  readonly parts: readonly Part[];
}
export type Rule = PlainRule | Partitioned;

export interface Mechanism extends Described {
  /** Standard deviation on the unit scale, > 0. */
  readonly spread: number;
  readonly rule: Rule;
  /**
   * Rows that are set by hand, five shares each that sum to 1; null: as the rule has it. In the order of the rule's
   * causes (`causesOf`), the last cause fastest. All rows set: an explicit table, and the rule only names its causes.
   */
  readonly table?: readonly (readonly number[] | null)[];
  /** Hidden in the overview, its arrows joined. */
  readonly detail: boolean;
  /** Its author's, not the text's; absent means the text's. */
  readonly beyondArticle?: boolean;
}

export interface Rung {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly happened: boolean;
  readonly criteria: string;
}

/** One break of the stick: this rung takes share p[level of `of`] of what is left; the last entry takes the rest. */
export interface Share {
  readonly rung: string;
  readonly of?: string;
  readonly p?: readonly number[];
}

export interface Outcome {
  /** What the outcome card is headed with, e.g. "The marriage". */
  readonly short: string;
  readonly rungs: readonly Rung[];
  readonly event: {
    readonly of: string;
    readonly hazardPerYear: { readonly article: readonly number[]; readonly outside: readonly number[] };
    /** What the rates rest on; `short` is one line to stand under the answer. */
    readonly basis?: { readonly article?: string; readonly outside?: string; readonly short?: string };
  };
  readonly happened: readonly Share[];
  readonly notHappened: readonly Share[];
  readonly resolution?: readonly string[];
  readonly moot?: string;
  readonly place?: Place;
  readonly overview?: Place;
}

/** A yes/no sign; p[k] = P(yes | parent in its state k), where a sign's states are no, yes. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  readonly of: string;
  readonly p: readonly number[];
  /** May be the cause of other indicators; absent means no. */
  readonly latent?: boolean;
  /** Its author's, not the text's; absent means the text's. */
  readonly beyondArticle?: boolean;
  readonly paragraphs: readonly string[];
  readonly note?: string;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly raises: boolean;
  readonly reason: string;
  readonly paragraphs: readonly string[];
  readonly gate?: string;
  readonly claims?: readonly string[];
}

export interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly lights: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The mark by which a scenario is told apart where there is no room for its name; never its colour. */
export const SHAPES = ["circle", "triangle", "square", "diamond", "cross", "hexagon"] as const;
export type Shape = (typeof SHAPES)[number];

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly story: string;
  /** Absent: by its place (`shapeOf`). */
  readonly shape?: Shape;
  /** The scenario it began from and is read against; absent: the article. */
  readonly parent?: string;
  /** All of them, not only what differs from the parent: a parent that changes later leaves its children as they are. */
  readonly settings: Inputs;
  readonly source?: string;
  readonly question?: string;
}

export interface Claim {
  readonly id: string;
  readonly paragraph: string;
  readonly text: string;
  readonly saidBy: string;
  readonly date: string;
  readonly type: string;
  readonly firmness: string;
  readonly towardsBreak: string;
  /** Horizon ids, or words such as "all" or "now to short-medium": `claimHorizons` tells which. */
  readonly horizon: readonly string[] | string;
  readonly about: readonly string[];
  readonly note?: string;
  readonly sources?: readonly string[];
  readonly status?: string;
}

export interface DateConflict {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface Hedge {
  readonly word: string;
  readonly where: string;
  readonly reading: string;
}

/** A paragraph of the text that the argument comes from. */
export interface SourceParagraph {
  readonly id: string;
  readonly text: string;
  /** Left out of the argument: boilerplate, an advertisement. */
  readonly left?: boolean;
}

export interface Source {
  /** The text itself, where it may be kept with the case. */
  readonly paragraphs?: readonly SourceParagraph[];
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly note: string;
  /** What it is called on screen: one of `SOURCE_KINDS`. Without one it is read off the rest. */
  readonly kind?: string;
  readonly items?: readonly {
    readonly id: string;
    readonly title: string;
    readonly date?: string;
    readonly url?: string;
    readonly kind?: string;
  }[];
}

export type ConfidenceLevel = "low" | "moderate" | "high";

/** How firmly the analyst stands behind the reasoning; chosen by a person, never computed. */
export interface Confidence {
  readonly level: ConfidenceLevel;
  readonly reasons: string;
  /** The reasons that were ticked, as they read then. */
  readonly ticked?: readonly string[];
}

export interface Case {
  readonly format: "entente-case";
  readonly version: number;
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** A clause that completes "It is likely that …". */
  readonly event: string;
  readonly partners: readonly string[];
  readonly asOf: string;
  readonly source: Source;
  readonly levels: readonly LevelName[];
  readonly horizons: readonly Horizon[];
  readonly factors: readonly Factor[];
  readonly mechanisms: readonly Mechanism[];
  readonly outcome: Outcome;
  readonly indicators: readonly Indicator[];
  readonly links: readonly Link[];
  readonly tour: readonly TourStep[];
  /** Never empty: a case without scenarios gets one with no changes. */
  readonly scenarios: readonly Scenario[];
  readonly claims: readonly Claim[];
  readonly dateConflicts: readonly DateConflict[];
  readonly hedges: readonly Hedge[];
  readonly confidence?: Confidence;
  /** How it may be handled; absent: not asked yet. */
  readonly marking?: Marking;
  /** The log, in the order in which it counts; absent where nothing is logged (`logOf`). */
  readonly evidence?: readonly EvidenceItem[];
  /** How much each grade counts, where that is not the usual table. */
  readonly evidenceGrades?: Grades;
  /** What happened after the day of the argument, to be added to the log or not at all. */
  readonly next?: Sequel;
  /** The same of a historical case. */
  readonly events?: readonly Happening[];
  /** The judgement being written, and those frozen, oldest first. */
  readonly judgement?: JudgementDraft;
  readonly judgements?: readonly Judgement[];
  /** The arguments that frozen judgements were given on, by SHA-256. */
  readonly judgementArguments?: Readonly<Record<string, FrozenArgument>>;
  /** The audit trail, oldest first; as of the last save. */
  readonly history?: readonly TrailEntry[];
  readonly verdict?: Verdict;
  /** What the model must show, by its author. */
  readonly statements?: readonly Statement[];
  /** Workshops held on it, oldest first. */
  readonly sessions?: readonly Session[];
}

/** A level, or a level for some horizons. */
export type ByHorizon = Level | Readonly<Record<string, Level>>;

/** What people put to a case. Every part is optional; nothing given means "as in the article". */
export interface Inputs {
  readonly set?: Readonly<Record<string, ByHorizon>>;
  readonly weights?: Readonly<Record<string, number>>;
  readonly assume?: Readonly<Record<string, ByHorizon>>;
  readonly observe?: Readonly<Record<string, boolean | Level>>;
  readonly likelihood?: Readonly<Record<string, readonly [number, number]>>;
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  readonly view?: "article" | "outside" | number;
}
