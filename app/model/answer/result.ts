/** What `evaluate` answers. All numbers are probabilities in 0..1 unless said; keys are ids of the case. */
export interface NodeResult {
  /** P(level), from very low to very high. */
  readonly p: readonly number[];
  /** Expected level on the unit scale: Σ p · middle. */
  readonly mean: number;
}

export interface HorizonResult {
  /** Cumulative up to the end of this phase for rungs that happened, at its end for the others; they sum to 1. */
  readonly rungs: Readonly<Record<string, number>>;
  /** Chance that the event has happened by the end of this phase. */
  readonly break: number;
  /** Factors and mechanisms: marginals of this phase's network. */
  readonly nodes: Readonly<Record<string, NodeResult>>;
}

export interface Result {
  readonly horizons: Readonly<Record<string, HorizonResult>>;
}
