import { TARGET_TOLERANCE } from "./evidence.ts";
import type { NetworkVariable } from "./network.ts";
import type { Propagation } from "./propagation.ts";

/** How near each target must be reached. */
const NEAR = 1e-13;
/** Rounds over all targets before they count as out of reach; every hundred must bring them nearer. */
const ROUNDS = 20_000;
const CHECKED = 100;

/** A soft finding's target, normalised. @throws RangeError where it is no distribution over the variable's states */
export function targetOf({ label, states }: NetworkVariable, soft: ArrayLike<number>): Float64Array {
  const target = Float64Array.from(soft);
  const sum = target.reduce((a, b) => a + b, 0);
  if (
    target.length !== states.length ||
    target.some((p) => !(p >= 0)) ||
    !(Math.abs(sum - 1) <= TARGET_TOLERANCE)
  )
    throw new RangeError(
      `The soft target of ${label} must be ${states.length} numbers of 0 or more that sum to 1.`,
    );
  return target.map((p) => p / sum);
}

export type Reached =
  | { readonly kind: "reached" }
  /** No revision reaches all targets together. */
  | { readonly kind: "clash" }
  /** This state of this variable is asked for and has no chance. */
  | { readonly kind: "impossible"; readonly variable: number; readonly state: number };

/**
 * Finds likelihoods under which the marginals of some variables are their targets: Jeffrey's rule, repeated over the
 * targets until all hold at once (iterative proportional fitting). Of all distributions with these marginals the
 * result is nearest to the one before (Csiszár, "I-divergence geometry", 1975), whatever the order of the targets.
 * Nothing may have been said of those variables yet, and the other evidence must be possible.
 */
export function fitTargets(propagation: Propagation, targets: ReadonlyMap<number, Float64Array>): Reached {
  const { starts, likelihood } = propagation;
  let before = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    let farthest = 0;
    for (const [variable, target] of targets) {
      const now = propagation.marginal(variable);
      const state = target.findIndex((p, k) => p > 0 && now[k] === 0);
      if (state >= 0) return round === 0 ? { kind: "impossible", variable, state } : { kind: "clash" };
      const off = target.reduce((most, p, k) => Math.max(most, Math.abs(p - now[k]!)), 0);
      farthest = Math.max(farthest, off);
      if (off <= NEAR) continue;
      propagation.weigh(
        variable,
        target.map((p, k) => (p === 0 ? 0 : (likelihood[starts[variable]! + k]! * p) / now[k]!)),
      );
      if (propagation.logProbability() === -Infinity) return { kind: "clash" };
    }
    if (farthest <= NEAR) return { kind: "reached" };
    if (round % CHECKED === CHECKED - 1) {
      if (!(farthest < before)) return { kind: "clash" };
      before = farthest;
    }
  }
  return { kind: "clash" };
}
