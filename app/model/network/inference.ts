import { type Finding, isSoft, type NetworkEvidence } from "./evidence.ts";
import { mostProbableStates } from "./explain.ts";
import { ImpossibleObservation, ImpossibleTargets } from "./impossible.ts";
import { jointOf } from "./joint.ts";
import type { Network } from "./network.ts";
import { Propagation } from "./propagation.ts";
import { smallestImpossible } from "./smallest.ts";
import { fitTargets, targetOf } from "./soft.ts";

export type { Finding, NetworkEvidence } from "./evidence.ts";
export { ImpossibleObservation, ImpossibleTargets } from "./impossible.ts";

export interface Posteriors {
  /**
   * Natural logarithm of P(hard and virtual evidence); a likelihood counts as it stands. Soft targets are no event
   * and do not count.
   */
  readonly logPe: number;
  /** P(state | evidence) of every variable, observed ones included, in the network's order. */
  readonly marginals: readonly Float64Array[];
}

export interface Explanation {
  /** A state's index for every variable, in the network's order. */
  readonly states: readonly number[];
  /** Natural logarithm of P(these states together | evidence). */
  readonly logP: number;
}

/** Entries of the tree that may be passed to find a smallest conflict; without a result, a minimal one will do. */
const SEARCH = 2e9;
const MOST_SETS = 5_000;

/**
 * Exact answers of a general network by a junction tree, compiled once. From one question to the next only those
 * messages are passed again that the change of evidence touches.
 */
export class Inference {
  readonly network: Network;
  readonly #propagation: Propagation;
  readonly #answer: { logPe: number; readonly marginals: readonly Float64Array[] };

  /** @throws RangeError naming the family at fault where the network is too intertwined to be computed exactly */
  constructor(network: Network) {
    this.network = network;
    this.#propagation = new Propagation(network);
    this.#answer = { logPe: 0, marginals: this.#propagation.marginals };
  }

  /**
   * Posteriors in arrays that the next question overwrites; with hard and virtual evidence nothing is allocated.
   * @throws ImpossibleObservation where the evidence has probability 0; ImpossibleTargets where soft targets clash;
   * RangeError where a finding does not suit its variable
   */
  query(evidence: NetworkEvidence): Posteriors {
    this.#answer.logPe = this.#take(evidence);
    this.#propagation.allMarginals();
    return this.#answer;
  }

  /** Like `query`, in arrays that stay. */
  posteriors(evidence: NetworkEvidence): Posteriors {
    const { logPe, marginals } = this.query(evidence);
    return { logPe, marginals: marginals.map((marginal) => marginal.slice()) };
  }

  /**
   * P(states of these variables together | evidence), row-major in the order given, the last fastest.
   * @throws like `query`; RangeError where the table would be too large
   */
  joint(variables: readonly number[], evidence: NetworkEvidence): Float64Array {
    this.#take(evidence);
    return jointOf(
      this.#propagation,
      variables,
      variables.map((v) => this.network.variables[v]!.label),
    );
  }

  /** The most probable states of all variables together (see `mostProbableStates` for ties). @throws like `query` */
  mostProbable(evidence: NetworkEvidence): Explanation {
    this.#take(evidence);
    const { tree, starts, likelihood } = this.#propagation;
    const states = Array.from(mostProbableStates(tree, starts, likelihood));
    // From the tables themselves: a likelihood's scale is the same in both terms.
    let logP = -this.#propagation.logOfScaled();
    this.network.variables.forEach(({ parents, p, states: { length } }, v) => {
      const row = parents.reduce((at, u) => at * this.network.variables[u]!.states.length + states[u]!, 0);
      logP += Math.log(p[row * length + states[v]!]! * likelihood[starts[v]! + states[v]!]!);
    });
    return { states, logP: Math.min(0, logP) };
  }

  /** Makes the evidence known to the tree. @returns the logarithm of P(hard and virtual evidence) */
  #take(evidence: NetworkEvidence): number {
    const { variables } = this.network;
    let targets: Map<number, Float64Array> | null = null;
    for (let v = 0; v < variables.length; v++) {
      const finding = evidence.get(v);
      if (finding === undefined) this.#propagation.clear(v);
      else if (typeof finding === "number") this.#propagation.put(v, finding);
      else if (isSoft(finding)) {
        this.#propagation.clear(v);
        (targets ??= new Map()).set(v, targetOf(variables[v]!, finding.soft));
      } else this.#propagation.weigh(v, finding);
    }
    const logPe = this.#propagation.logProbability();
    if (logPe === -Infinity) throw this.#conflict(evidence);
    if (targets === null) return logPe;
    const reached = fitTargets(this.#propagation, targets);
    if (reached.kind === "clash") throw new ImpossibleTargets(this.network, [...targets.keys()]);
    if (reached.kind === "impossible")
      throw this.#conflict(new Map([...evidence, [reached.variable, reached.state]]));
    return logPe;
  }

  /** Soft targets count as the states that they allow. */
  #conflict(evidence: NetworkEvidence): ImpossibleObservation {
    const propagation = this.#propagation;
    const say = ([v, finding]: readonly [number, Finding]): void => {
      if (typeof finding === "number") propagation.put(v, finding);
      else
        propagation.weigh(
          v,
          Array.from(isSoft(finding) ? finding.soft : finding, (fit) => (fit > 0 ? 1 : 0)),
        );
    };
    const possible = (kept: readonly (readonly [number, Finding])[]): boolean => {
      const said = new Map(kept);
      for (let v = 0; v < this.network.variables.length; v++) {
        const finding = said.get(v);
        if (finding === undefined) propagation.clear(v);
        else say([v, finding]);
      }
      return propagation.logProbability() > -Infinity;
    };
    const patience = Math.min(MOST_SETS, SEARCH / propagation.tree.work);
    const smallest = smallestImpossible(
      [...evidence].sort(([u], [v]) => u - v),
      possible,
      patience,
    );
    return new ImpossibleObservation(
      this.network,
      smallest.map(([v]) => v),
    );
  }
}
