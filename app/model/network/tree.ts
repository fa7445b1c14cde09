import type { Network } from "./network.ts";
import { FLOOR } from "./scale.ts";
import { offsets, type Scope, sizeOf } from "./step.ts";
import { tooLarge, tooMany } from "./too-large.ts";
import { MOST_VARIABLES, triangulate } from "./triangulate.ts";

/**
 * One binary clique of the tree: the product of one or two tensors that all hold `variable`, and with `sums` the sum
 * over its states. Every tensor has `variable` as its last axis: the innermost loop runs over neighbours in memory,
 * and row i of the product starts at `rowsOfA[i]` and `rowsOfB[i]`.
 */
export interface Clique {
  readonly variable: number;
  readonly states: number;
  /** The other variables of the product, row-major. */
  readonly over: Scope;
  /** Entries of the product over the states of `variable`. */
  readonly rows: number;
  readonly sums: boolean;
  readonly a: Operand;
  readonly b: Operand | null;
  /** Where the result starts among the messages. */
  readonly out: number;
  readonly sizeOfOut: number;
  readonly rowsOfA: Int32Array;
  readonly rowsOfB: Int32Array;
}

export interface Operand {
  /** A message of another clique, or a constant (which needs no gradient). */
  readonly message: boolean;
  /** Where it starts among the messages, or among the constants. */
  readonly at: number;
  readonly size: number;
  /** The clique whose result it is; −1 for a constant. */
  readonly from: number;
}

/** A compiled junction tree, or forest; cliques stand in the order of collecting. */
export interface JunctionTree {
  readonly cliques: readonly Clique[];
  /** The clique that reads each clique's result; −1 for the root of a component. */
  readonly consumer: Int32Array;
  /** The clique that sums each variable out. */
  readonly home: Int32Array;
  readonly constants: Float64Array;
  /** Numbers that all messages take together. */
  readonly messages: number;
  /** Some positive constant is below FLOOR: double precision cannot be trusted to tell 0 from underflow. */
  readonly extreme: boolean;
  /** Entries of all products: the work of collecting once. */
  readonly work: number;
}

/** Largest product that is computed, in entries. */
export const WIDEST = 5_000_000;
/** Most entries of all constants and messages. */
const MOST_MEMORY = 60_000_000;

interface Tensor {
  /** The variable summed out first stands last. */
  readonly scope: Scope;
  readonly size: number;
  /** Entries of a constant; null for a message. */
  readonly values: Float64Array | null;
  readonly at: number;
  readonly from: number;
}

/**
 * The tree of a network: a binary junction tree (Shenoy, "Binary join trees for computing marginals in the
 * Shenoy–Shafer architecture", 1997) over the cheapest order of elimination found. Tables that meet are multiplied
 * here, once.
 * @throws RangeError naming the family at fault where a clique is too large
 */
export function junctionTree(network: Network): JunctionTree {
  const { variables } = network;
  if (variables.length > MOST_VARIABLES) throw tooMany(variables.length, MOST_VARIABLES);
  const cards = variables.map(({ states }) => states.length);
  const families = variables.map(({ parents }, v) => [...parents, v]);
  families.forEach((family) => {
    if (sizeOf(family, cards) > WIDEST) throw tooLarge(network, family, WIDEST);
  });
  const { order } = triangulate(families, cards);
  return new Builder(network, families, cards, order).tree;
}

const isExtreme = (values: Float64Array): boolean => values.some((p) => p > 0 && p < FLOOR);

class Builder {
  readonly tree: JunctionTree;
  readonly #network: Network;
  readonly #cards: readonly number[];
  readonly #rank: Int32Array;
  /** Live tensors by the variable that will be summed out of them first. */
  readonly #buckets: Tensor[][];
  readonly #cliques: Clique[] = [];
  readonly #consumer: number[] = [];
  readonly #constants: Float64Array[] = [];
  #constantsSize = 0;
  #messages = 0;
  #work = 0;
  #extreme = false;

  constructor(
    network: Network,
    families: readonly Scope[],
    cards: readonly number[],
    order: readonly number[],
  ) {
    this.#network = network;
    this.#cards = cards;
    this.#rank = new Int32Array(cards.length);
    order.forEach((v, at) => (this.#rank[v] = at));
    this.#buckets = cards.map(() => []);
    families.forEach((family, v) => {
      const scope = this.#union(family, []);
      const { p } = network.variables[v]!;
      const values = Float64Array.from(offsets(scope, family, cards), (at) => p[at]!);
      this.#put({ scope, size: values.length, values, at: -1, from: -1 });
    });
    const home = new Int32Array(cards.length);
    for (const v of order) home[v] = this.#eliminate(v);
    const constants = new Float64Array(this.#constantsSize);
    let at = 0;
    for (const values of this.#constants) {
      if (isExtreme(values)) this.#extreme = true;
      constants.set(values, at);
      at += values.length;
    }
    this.tree = {
      cliques: this.#cliques,
      consumer: Int32Array.from(this.#consumer),
      home,
      constants,
      messages: this.#messages,
      extreme: this.#extreme,
      work: this.#work,
    };
  }

  #union(a: Scope, b: Scope): number[] {
    return [...new Set([...a, ...b])].sort((u, v) => this.#rank[v]! - this.#rank[u]!);
  }

  #put(tensor: Tensor): void {
    const first = tensor.scope.at(-1);
    if (first !== undefined) this.#buckets[first]!.push(tensor);
  }

  /** Brings what holds `v` together and sums `v` out. @returns the clique that does so */
  #eliminate(v: number): number {
    const bucket = this.#buckets[v]!;
    const clique = bucket.reduce<Scope>((scope, tensor) => this.#union(scope, tensor.scope), []);
    if (sizeOf(clique, this.#cards) > WIDEST) throw tooLarge(this.#network, clique, WIDEST);
    let parts = bucket.filter(({ values }) => values === null);
    const tables = bucket.filter(({ values }) => values !== null).sort((a, b) => a.size - b.size);
    if (tables.length > 0) parts.push(tables.reduce((a, b) => this.#folded(a, b)));
    while (parts.length > 2) {
      const [a, b] = this.#cheapestPair(parts);
      parts = [...parts.filter((part) => part !== a && part !== b), this.#combine(a, b, null)];
    }
    const [a, b] = parts;
    this.#put(this.#combine(a!, b ?? null, v));
    this.#buckets[v] = [];
    return this.#cliques.length - 1;
  }

  #folded(a: Tensor, b: Tensor): Tensor {
    const scope = this.#union(a.scope, b.scope);
    if (isExtreme(a.values!) || isExtreme(b.values!)) this.#extreme = true;
    const ofA = offsets(scope, a.scope, this.#cards);
    const ofB = offsets(scope, b.scope, this.#cards);
    const values = Float64Array.from(ofA, (at, i) => a.values![at]! * b.values![ofB[i]!]!);
    return { scope, size: values.length, values, at: -1, from: -1 };
  }

  /** The two whose product is smallest; among very many, the two smallest. */
  #cheapestPair(parts: readonly Tensor[]): [Tensor, Tensor] {
    const few = parts.length <= 12 ? parts : [...parts].sort((a, b) => a.size - b.size).slice(0, 2);
    let best: [Tensor, Tensor] = [few[0]!, few[1]!];
    let least = Infinity;
    few.forEach((a, i) => {
      for (const b of few.slice(i + 1)) {
        const product = sizeOf(this.#union(a.scope, b.scope), this.#cards);
        if (product < least) [least, best] = [product, [a, b]];
      }
    });
    return best;
  }

  /** Adds a clique. @param summed the variable to sum out; null: multiply only */
  #combine(first: Tensor, second: Tensor | null, summed: number | null): Tensor {
    // A message comes before a constant, the larger of two messages first.
    const swap =
      second !== null && second.values === null && (first.values !== null || first.size < second.size);
    const [a, b] = swap ? [second, first] : [first, second];
    const scope = b === null ? a.scope : this.#union(a.scope, b.scope);
    const variable = scope.at(-1)!;
    const over = scope.slice(0, -1);
    const outScope = summed === null ? scope : over;
    const sizeOfOut = sizeOf(outScope, this.#cards);
    const index = this.#cliques.length;
    this.#cliques.push({
      variable,
      states: this.#cards[variable]!,
      over,
      rows: sizeOf(over, this.#cards),
      sums: summed !== null,
      a: this.#operand(a, index),
      b: b && this.#operand(b, index),
      out: this.#messages,
      sizeOfOut,
      rowsOfA: offsets(over, a.scope, this.#cards),
      rowsOfB: b === null ? new Int32Array(0) : offsets(over, b.scope, this.#cards),
    });
    this.#consumer.push(-1);
    const out = { scope: outScope, size: sizeOfOut, values: null, at: this.#messages, from: index };
    this.#messages += sizeOfOut;
    this.#work += sizeOf(scope, this.#cards);
    if (this.#messages + this.#constantsSize > MOST_MEMORY) throw tooLarge(this.#network, scope, MOST_MEMORY);
    return out;
  }

  #operand({ values, size, at, from }: Tensor, reader: number): Operand {
    if (values === null) {
      this.#consumer[from] = reader;
      return { message: true, at, size, from };
    }
    this.#constants.push(values);
    this.#constantsSize += size;
    return { message: false, at: this.#constantsSize - size, size, from: -1 };
  }
}
