/**
 * What is known of one variable. The three differ:
 * - hard, a state's index: it is in this state;
 * - virtual, a likelihood per state (≥ 0, not all 0): an uncertain sign of it. By Bayes' rule it moves the prior;
 *   it counts in P(evidence), and two such signs add up;
 * - soft, a target per state (≥ 0, sum 1): this is what P(state) shall be in the end, whatever the prior and the
 *   other evidence say (Jeffrey's rule).
 */
export type Finding = number | ArrayLike<number> | Soft;

export interface Soft {
  readonly soft: ArrayLike<number>;
}

/** Findings by variable index. */
export type NetworkEvidence = ReadonlyMap<number, Finding>;

export const isSoft = (finding: Finding): finding is Soft => typeof finding === "object" && "soft" in finding;

/** A soft target's sum may be off by this much; it is normalised. */
export const TARGET_TOLERANCE = 1e-6;
