import { collect, distribute, type Memory } from "./kernel.ts";
import { isPossible, type LogAnswer, propagateInLogs } from "./log-space.ts";
import type { Network } from "./network.ts";
import { FLOOR, rescale, SMALL } from "./scale.ts";
import { type JunctionTree, junctionTree } from "./tree.ts";

/**
 * Messages of a junction tree, kept from one question to the next. Each variable has a likelihood, all 1 at first. A
 * change of one makes stale the messages from that variable to the root, and no others; those, and what the answer
 * needs of the way back, are computed when an answer is asked for. Without divisions: an impossible state stays 0
 * and can be taken back. Nothing is allocated after construction.
 *
 * The way back computes derivatives of P(evidence): in a variable's likelihood it is the joint with its states
 * (Darwiche, "A differential approach to inference in Bayesian networks", 2003).
 */
export class Propagation {
  readonly tree: JunctionTree;
  /** Where each variable's states start in `likelihood`, and where the last one's end. */
  readonly starts: Int32Array;
  /** One entry per state of every variable; the largest of each variable is 1. */
  readonly likelihood: Float64Array;
  /** P(state | evidence) per variable, as far as computed; overwritten by later answers. */
  readonly marginals: readonly Float64Array[];
  readonly #network: Network;
  readonly #memory: Memory;
  readonly #startOf: Int32Array;
  readonly #stale: Uint8Array;
  /** Natural logarithm of what each message was divided by. */
  readonly #taken: Float64Array;
  /** Natural logarithm of what each variable's likelihood was divided by. */
  readonly #divided: Float64Array;
  /** The change after which each clique was last distributed. */
  readonly #distributed: Float64Array;
  /** Cliques whose message, and variables whose likelihood, holds a positive entry below FLOOR. */
  readonly #extremeCliques: Uint8Array;
  readonly #extremeVariables: Uint8Array;
  #extremes = 0;
  readonly #path: Int32Array;
  #changes = 1;
  #scaled = 0;
  #logProbability = 0;
  #collected = 0;
  /** The answer in logarithms, where double precision said 0 of what is possible. */
  #inLogs: LogAnswer | null = null;

  /** @throws RangeError where the network is too intertwined to be computed exactly */
  constructor(network: Network) {
    const cards = network.variables.map(({ states }) => states.length);
    this.#network = network;
    this.tree = junctionTree(network);
    this.starts = new Int32Array(cards.length + 1);
    cards.forEach((card, v) => (this.starts[v + 1] = this.starts[v]! + card));
    const states = this.starts[cards.length]!;
    this.likelihood = new Float64Array(states).fill(1);
    this.#memory = {
      constants: this.tree.constants,
      messages: new Float64Array(this.tree.messages),
      gradients: new Float64Array(this.tree.messages),
      likelihood: this.likelihood,
      slopes: new Float64Array(states),
      largest: new Float64Array(1),
    };
    const marginals = new Float64Array(states);
    this.marginals = cards.map((_, v) => marginals.subarray(this.starts[v], this.starts[v + 1]));
    const { cliques } = this.tree;
    this.#startOf = Int32Array.from(cliques, ({ variable }) => this.starts[variable]!);
    this.#stale = new Uint8Array(cliques.length).fill(1);
    this.#taken = new Float64Array(cliques.length);
    this.#divided = new Float64Array(cards.length);
    this.#distributed = new Float64Array(cliques.length);
    this.#extremeCliques = new Uint8Array(cliques.length);
    this.#extremeVariables = new Uint8Array(cards.length);
    this.#extremes = this.tree.extreme ? 1 : 0;
    this.#path = new Int32Array(cliques.length);
  }

  /** Nothing is known of `v`. */
  clear(v: number): void {
    this.#divided[v] = 0;
    let changed = false;
    for (let i = this.starts[v]!; i < this.starts[v + 1]!; i++) {
      if (this.likelihood[i] !== 1) changed = true;
      this.likelihood[i] = 1;
    }
    if (changed) this.#touch(v, false);
  }

  /** `v` is in this state. @throws RangeError where it has no such state */
  put(v: number, state: number): void {
    const start = this.starts[v]!;
    const end = this.starts[v + 1]!;
    if (!(Number.isInteger(state) && state >= 0 && start + state < end))
      throw new RangeError(`${this.#network.variables[v]!.label} has no state number ${state}.`);
    this.#divided[v] = 0;
    let changed = false;
    for (let i = start; i < end; i++) {
      const fits = i === start + state ? 1 : 0;
      if (this.likelihood[i] !== fits) changed = true;
      this.likelihood[i] = fits;
    }
    if (changed) this.#touch(v, false);
  }

  /** `v` fits what was found this well in each state. @throws RangeError unless finite, ≥ 0, one positive */
  weigh(v: number, fits: ArrayLike<number>): void {
    const start = this.starts[v]!;
    const states = this.starts[v + 1]! - start;
    let largest = 0;
    let sound = fits.length === states;
    for (let k = 0; k < fits.length; k++) {
      if (!(fits[k]! >= 0 && fits[k]! < Infinity)) sound = false;
      if (fits[k]! > largest) largest = fits[k]!;
    }
    if (!sound || largest === 0)
      throw new RangeError(
        `The likelihood of ${this.#network.variables[v]!.label} must be ${states} numbers of 0 or more, not all 0.`,
      );
    this.#divided[v] = Math.log(largest);
    let changed = false;
    let extreme = false;
    for (let k = 0; k < states; k++) {
      const fit = fits[k]! / largest;
      if (fits[k]! > 0 && fit < FLOOR) extreme = true;
      if (this.likelihood[start + k] !== fit) changed = true;
      this.likelihood[start + k] = fit;
    }
    if (changed) this.#touch(v, extreme);
  }

  #touch(v: number, extreme: boolean): void {
    this.#changes++;
    this.#extremes += Number(extreme) - this.#extremeVariables[v]!;
    this.#extremeVariables[v] = Number(extreme);
    const { home, consumer } = this.tree;
    // A stale message has only stale ones behind it.
    for (let c = home[v]!; c >= 0 && this.#stale[c] === 0; c = consumer[c]!) this.#stale[c] = 1;
  }

  /** Puts back what `likelihood` held of `v` before a `put`; what it was divided by counts no more. */
  restore(v: number, known: Float64Array): void {
    this.likelihood.set(known, this.starts[v]);
    this.#touch(
      v,
      known.some((fit) => fit > 0 && fit < FLOOR),
    );
  }

  /** Natural logarithm of Σ over all states of P · `likelihood`, as that stands; −∞ where that is impossible. */
  logOfScaled(): number {
    if (this.#collected !== this.#changes) this.#collect();
    return this.#logProbability;
  }

  /** The same with the likelihoods as they were given. */
  logProbability(): number {
    let sum = this.logOfScaled();
    for (let v = 0; v < this.#divided.length; v++) sum += this.#divided[v]!;
    return sum;
  }

  #collect(): void {
    const { cliques, consumer } = this.tree;
    const { messages } = this.#memory;
    let log = 0;
    for (let c = 0; c < cliques.length; c++) {
      const clique = cliques[c]!;
      if (this.#stale[c] === 1) {
        this.#stale[c] = 0;
        collect(clique, this.#memory, this.#startOf[c]!);
        const largest = this.#memory.largest[0]!;
        const extreme = largest < 0 ? 1 : 0;
        this.#extremes += extreme - this.#extremeCliques[c]!;
        this.#extremeCliques[c] = extreme;
        const taken = Math.abs(largest) < SMALL ? rescale(messages, clique.out, clique.sizeOfOut) : 0;
        if ((taken === 0) !== (this.#taken[c] === 0)) this.#scaled += taken === 0 ? -1 : 1;
        this.#taken[c] = taken;
      }
      if (consumer[c]! < 0) log += Math.log(messages[clique.out]!);
    }
    if (this.#scaled > 0) for (let c = 0; c < cliques.length; c++) log += this.#taken[c]!;
    this.#inLogs = null;
    this.#logProbability = log;
    this.#collected = this.#changes;
    if (this.#extremes > 0 && isPossible(this.tree, this.starts, this.likelihood)) this.#startAgainInLogs();
  }

  #startAgainInLogs(): void {
    this.#inLogs = propagateInLogs(this.tree, this.starts, this.likelihood);
    this.#logProbability = this.#inLogs.logProbability;
  }

  /** Brings all `marginals` up to date. Only where `logProbability` is finite. */
  allMarginals(): void {
    if (this.#collected !== this.#changes) this.#collect();
    for (let c = this.tree.cliques.length - 1; c >= 0 && this.#inLogs === null; c--) this.#distribute(c);
    for (let v = 0; v < this.marginals.length; v++) this.#read(v);
  }

  /** P(state | evidence) of one variable, computing no more than it needs. Only where `logProbability` is finite. */
  marginal(v: number): Float64Array {
    if (this.#collected !== this.#changes) this.#collect();
    const { home, consumer } = this.tree;
    let length = 0;
    if (this.#inLogs === null)
      for (let c = home[v]!; c >= 0 && this.#distributed[c] !== this.#changes; c = consumer[c]!)
        this.#path[length++] = c;
    while (length > 0) this.#distribute(this.#path[--length]!);
    this.#read(v);
    return this.marginals[v]!;
  }

  #distribute(c: number): void {
    if (this.#distributed[c] === this.#changes) return;
    this.#distributed[c] = this.#changes;
    const clique = this.tree.cliques[c]!;
    const { gradients } = this.#memory;
    if (this.tree.consumer[c]! < 0) gradients[clique.out] = 1;
    // Marginals are normalised, so that a factor per message may be dropped on the way back.
    else if (this.#scaled > 0) rescale(gradients, clique.out, clique.sizeOfOut);
    distribute(clique, this.#memory, this.#startOf[c]!);
  }

  #read(v: number): void {
    if (this.#inLogs !== null) {
      this.#readLogs(v, this.#inLogs);
      return;
    }
    const { slopes } = this.#memory;
    const start = this.starts[v]!;
    const marginal = this.marginals[v]!;
    let total = 0;
    for (let k = 0; k < marginal.length; k++)
      total += marginal[k] = this.likelihood[start + k]! * slopes[start + k]!;
    if (total < FLOOR) {
      // On the way back something may have ended as 0 that is not.
      this.#startAgainInLogs();
      this.#read(v);
    } else for (let k = 0; k < marginal.length; k++) marginal[k]! /= total;
  }

  #readLogs(v: number, { joints }: LogAnswer): void {
    const start = this.starts[v]!;
    const marginal = this.marginals[v]!;
    let most = -Infinity;
    let total = 0;
    for (let k = 0; k < marginal.length; k++) most = Math.max(most, joints[start + k]!);
    for (let k = 0; k < marginal.length; k++) total += marginal[k] = Math.exp(joints[start + k]! - most);
    for (let k = 0; k < marginal.length; k++) marginal[k]! /= total;
  }
}
