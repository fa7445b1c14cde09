import type { Level } from "../case/types.ts";

/** What the analyses answer: data, never pictures. Probabilities in 0..1, full precision; keys are ids of the case. */

/** start + Σ points (+ evidence) = answer, exactly. */
export interface AttributionAt {
  readonly start: number;
  readonly answer: number;
  readonly points: Readonly<Record<string, number>>;
  readonly evidence?: number;
}

/** Why the answer is what it is, at every horizon. */
export interface Attribution {
  readonly horizons: Readonly<Record<string, AttributionAt>>;
  /** How many random orders the points are averaged over; absent where they are exact. */
  readonly orders?: number;
}

/** Keyed "from>to": the answer minus the answer when the child reads this parent as absent. */
export type LinkPoints = Readonly<Record<string, number>>;

export interface LinkInfluence {
  readonly horizons: Readonly<Record<string, LinkPoints>>;
  /** The same for open strain at the first horizon; absent where the case has no such rung. */
  readonly strainNow?: LinkPoints;
}

export interface RangeAt {
  /** 10 % and 90 % quantiles: four in five plausible weightings lie between. */
  readonly low: number;
  readonly high: number;
  /** 50 quantiles at (i + .5) / 50, ascending. */
  readonly dots: readonly number[];
  readonly mean: number;
}

export interface Range {
  readonly seed: number;
  readonly draws: number;
  readonly horizons: Readonly<Record<string, RangeAt>>;
}

/** How far inputs move a chance, one at a time; null where what was seen cannot be under that change. */
export interface Swings {
  /** Chance with this factor at each level, at every horizon. */
  readonly levels: Readonly<Record<string, Readonly<Record<Level, number | null>>>>;
  /** [weight, chance] at both ends of the factor's plausible range. */
  readonly weights: Readonly<
    Record<
      string,
      {
        readonly min: readonly [weight: number, chance: number | null];
        readonly max: readonly [weight: number, chance: number | null];
      }
    >
  >;
}

export interface Tornado {
  readonly horizons: Readonly<Record<string, Swings>>;
  /** The same for open strain at the first horizon; absent where the case has no such rung. */
  readonly strainNow?: Swings;
}

/** Chance with each factor's weight alone at 0, .5 … 10, by horizon and factor; null where what was seen cannot be. */
export interface WeightSweep {
  readonly horizons: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
}

export interface TwoWayAt {
  /** Levels or weights of the first factor, ascending. */
  readonly rows: readonly (Level | number)[];
  /** Those of the second. */
  readonly columns: readonly (Level | number)[];
  /** [row][column]; null where what was seen cannot be. */
  readonly break: readonly (readonly (number | null)[])[];
}

export interface TwoWay {
  readonly horizons: Readonly<Record<string, TwoWayAt>>;
}

/** A factor's level changed at every horizon; `from` is its level at the horizon that was asked about. */
export interface LevelChange {
  readonly factor: string;
  readonly input: "level";
  readonly from: Level;
  readonly to: Level;
}

/** One change that carries the answer over by itself, or the word that none of this kind does. */
export type SingleTip =
  | (LevelChange & { readonly answer: number })
  | {
      readonly factor: string;
      readonly input: "weight";
      readonly from: number;
      readonly to: number;
      readonly answer: number;
    }
  | { readonly factor: string; readonly input: "level" | "weight"; readonly reachable: false };

export interface Tipping {
  /** The word's range, as shares. */
  readonly target: readonly [low: number, high: number];
  /** Two per factor, in the case's order: its level, then its weight. Empty where the answer is inside already. */
  readonly single: readonly SingleTip[];
  /** Fewest changes first, then fewest steps. */
  readonly sets: readonly { readonly changes: readonly LevelChange[]; readonly answer: number }[];
}

export interface SignAt {
  /** Chance that the sign is seen now. */
  readonly yes: number;
  /** Chance of a break once it is seen, and once it is seen not to be; null where that cannot be. */
  readonly breakIfYes: number | null;
  readonly breakIfNo: number | null;
  /** Mutual information of the sign and the break, in bits. */
  readonly bits: number;
}

/** What each sign not yet observed would tell, by horizon and indicator. */
export interface Signs {
  readonly horizons: Readonly<Record<string, Readonly<Record<string, SignAt>>>>;
}

/** By which factor each rung becomes more likely once a sign is seen. */
export type SignFactors = Readonly<Record<string, number>>;

/** By horizon and indicator; null where the sign cannot be seen. */
export interface OutcomeMatrix {
  readonly horizons: Readonly<Record<string, Readonly<Record<string, SignFactors | null>>>>;
}

export interface SobolAt {
  /** Share of the answer's variance that each factor's weight accounts for on its own. */
  readonly first: Readonly<Record<string, number>>;
  /** Share that would be left if all other weights were known. */
  readonly total: Readonly<Record<string, number>>;
}

/** Which uncertain weights the answer's uncertainty comes from. */
export interface Sobol {
  readonly horizons: Readonly<Record<string, SobolAt>>;
}

/** One changed input's share of a difference. `id` is the factor or mechanism; evidence and view have their own name. */
export interface ChangePoints {
  readonly input: "set" | "weights" | "assume" | "evidence" | "view";
  readonly id: string;
  readonly points: number;
}

/** from + Σ points = to, exactly. */
export interface ComparisonAt {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly ChangePoints[];
}

export interface Comparison {
  readonly horizons: Readonly<Record<string, ComparisonAt>>;
  /** The same for open strain at the first horizon; absent where the case has no such rung. */
  readonly strainNow?: ComparisonAt;
  /** How many random orders the points are averaged over; absent where they are exact. */
  readonly orders?: number;
}

/** The lowest and the highest chance of a break that any settings of the levels give, by horizon. */
export interface Reach {
  readonly horizons: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
}

export interface ScoreRow {
  readonly horizon: string;
  /** Day of the judgement, where it was written down. */
  readonly date?: string;
  /** Chance of a break that was judged then. */
  readonly p: number;
  /** 1: it broke by the end of that horizon; 0: it did not. */
  readonly outcome: 0 | 1;
  /** (p − outcome)²: 0 is best, 1 worst. */
  readonly brier: number;
  /** −ln of the chance given to what happened: 0 is best, Infinity where it was called impossible. */
  readonly log: number;
}

export interface Score {
  readonly rows: readonly ScoreRow[];
  readonly mean: { readonly brier: number; readonly log: number };
}

/** Judgements of one estimative word, and how often what they spoke of came about. */
export interface CalibrationRow {
  /** Id of the band; "below-scale" and "above-scale" outside it. */
  readonly word: string;
  readonly count: number;
  readonly meanP: number;
  /** Share of them that broke. */
  readonly broke: number;
}
