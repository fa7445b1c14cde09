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
