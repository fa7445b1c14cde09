import type { Network } from "./network.ts";
import { Plan } from "./plan.ts";

/** What is known of some variables: a state's index, or a likelihood per state (≥ 0, not all 0). */
export type NetworkEvidence = ReadonlyMap<number, number | ArrayLike<number>>;

export interface Posteriors {
  /** Natural logarithm of P(evidence); a likelihood counts as it stands. */
  readonly logPe: number;
  /** P(state | evidence) of every variable, observed ones included, in the network's order. */
  readonly marginals: readonly Float64Array[];
}

/** Evidence of probability 0; `conflict` are variables of a set none of which can be left out. */
export class ImpossibleObservation extends Error {
  readonly conflict: readonly number[];

  constructor(network: Network, conflict: readonly number[]) {
    const names = conflict.map((v) => network.variables[v]!.label);
    super(
      names.length === 1
        ? `What is said of ${names[0]} is impossible in this network.`
        : `What is said of ${names.join(" and ")} cannot hold together in this network.`,
    );
    this.name = "ImpossibleObservation";
    this.conflict = conflict;
  }
}

/**
 * Exact posteriors of a general network: one compiled elimination with a likelihood on every variable. The derivative
 * of P(evidence) in a likelihood is the joint with that variable's states, so one run forwards and one backwards give
 * every marginal (Darwiche 2003). Impossible states stay exactly 0.
 */
export class Inference {
  readonly network: Network;
  readonly #plan: Plan;
  readonly #ones: readonly Float64Array[];

  /** @throws RangeError where the network is too intertwined to be computed exactly */
  constructor(network: Network) {
    const { variables } = network;
    this.network = network;
    this.#plan = new Plan(
      [...variables.map(({ parents }, v) => [...parents, v]), ...variables.map((_, v) => [v])],
      [],
      variables.map(({ states }) => states.length),
    );
    variables.forEach(({ p }, v) => (this.#plan.tensors[v] = p));
    this.#ones = variables.map(({ states }) => new Float64Array(states.length).fill(1));
  }

  /** @throws ImpossibleObservation where the evidence has probability 0 */
  posteriors(evidence: NetworkEvidence): Posteriors {
    const logPe = this.#logProbability(evidence);
    if (logPe === -Infinity) throw new ImpossibleObservation(this.network, this.#conflict(evidence));
    const n = this.network.variables.length;
    const gradients = this.#plan.derivatives([1], true);
    const marginals = this.network.variables.map((_, v) => {
      const likelihood = this.#plan.tensors[n + v]!;
      const joint = gradients[n + v]!.map((g, k) => g * likelihood[k]!);
      const total = joint.reduce((sum, p) => sum + p, 0);
      return joint.map((p) => p / total);
    });
    return { logPe, marginals };
  }

  /** Natural logarithm of P(evidence); −Infinity where it is impossible. */
  #logProbability(evidence: NetworkEvidence): number {
    const n = this.network.variables.length;
    let scale = 0;
    this.#ones.forEach((ones, v) => {
      const known = evidence.get(v);
      const likelihood = known === undefined ? ones : likelihoodOf(known, ones.length);
      const largest = Math.max(...likelihood);
      // Scaled to 1: two sources of tiny likelihoods must not underflow together.
      this.#plan.tensors[n + v] =
        largest > 0 && largest !== 1 ? likelihood.map((l) => l / largest) : likelihood;
      scale += Math.log(largest);
    });
    const taken = this.#plan.runScaled();
    return Math.log(this.#plan.tensors.at(-1)![0]!) + taken + scale;
  }

  /** Leaves evidence out, one variable after another, as long as the rest is still impossible. */
  #conflict(evidence: NetworkEvidence): number[] {
    let kept = new Map(evidence);
    for (const v of evidence.keys()) {
      const without = new Map(kept);
      without.delete(v);
      if (this.#logProbability(without) === -Infinity) kept = without;
    }
    return [...kept.keys()];
  }
}

function likelihoodOf(known: number | ArrayLike<number>, states: number): Float64Array {
  if (typeof known !== "number") return Float64Array.from(known);
  const certain = new Float64Array(states);
  certain[known] = 1;
  return certain;
}
