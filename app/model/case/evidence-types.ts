import type { Level } from "./types.ts";

/* Evidence items: what happened, who says so, and which parts of the argument it bears on. */

/** Admiralty grades: how reliable the source is, from A (completely) to F (cannot be judged). */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Admiralty grades: how credible the report is, from 1 (confirmed) to 6 (cannot be judged). */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export interface EvidenceSource {
  readonly name: string;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  /** An address or a file's digest: shown as text, never opened. */
  readonly link?: string;
}

/** How far an event moves a state: −2 much lower … +2 much higher. */
export const STRENGTHS = [-2, -1, 0, 1, 2] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What an item bears on: a sign that was seen or seen not to be, or the state of a factor or mechanism. */
export type Bearing =
  | { readonly indicator: string; readonly seen: boolean }
  | { readonly node: string; readonly level: Level }
  | { readonly node: string; readonly strength: Strength };

export interface EvidenceItem {
  readonly id: string;
  /** What happened. */
  readonly title: string;
  /** Days such as 2019-01-24, months, years, or words; absent where unknown. */
  readonly eventDate?: string;
  readonly reportDate?: string;
  readonly sources: readonly EvidenceSource[];
  /** Items of one origin tell one story; absent: the item is a story of its own. */
  readonly origin?: string;
  readonly bearsOn: readonly Bearing[];
  /** Whether it moves the answer; else it is on record only. */
  readonly counts: boolean;
  readonly note?: string;
  /** The optional set it was added with. */
  readonly set?: string;
}

/** Share of its weight that an item keeps, by reliability (rows) and credibility (six columns): 1 full, 0 none. */
export type Grades = Readonly<Record<Reliability, readonly number[]>>;

/** An event of record that comes with a case, to be added to the evidence as a whole set or not at all. */
export interface Happening {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly detail: string;
  /** Part of the argument → what the event says of it: a level, "+" or "-", or words; the rest is kept, not used. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Sign → true (seen) or false (seen not to be); the rest is kept, not used. */
  readonly observe: Readonly<Record<string, unknown>>;
  readonly sources: readonly string[];
  readonly status: string;
}

/** What happened after the day of the argument. */
export interface Sequel {
  readonly note: string;
  readonly events: readonly Happening[];
}
