import { uniform } from "../random/generator.ts";
import type { Scope } from "./step.ts";

/** More variables than this would take too long to order. */
export const MOST_VARIABLES = 10_000;

/** Trees below this many entries are not worth a longer search. */
const SMALL_TREE = 2_000;
/** Further tries with ties broken by chance (seeded: the same network always gets the same tree). */
const TRIES = 24;
/** No further tries in networks of more variables than this. */
const TRIED = 400;

export interface Triangulation {
  /** All variables, in the order in which they are summed out. */
  readonly order: readonly number[];
  /** Entries of all cliques together, one per variable: what the tries compete on. */
  readonly entries: number;
}

const BITS = Uint8Array.from({ length: 65536 }, (_, i) => {
  let count = 0;
  for (let rest = i; rest > 0; rest >>= 1) count += rest & 1;
  return count;
});
const popcount = (x: number): number => BITS[x & 0xffff]! + BITS[x >>> 16]!;

/** The moral graph while variables are summed out; neighbours as bit sets. */
class Graph {
  readonly #words: number;
  readonly #rows: Uint32Array;
  readonly #cards: readonly number[];

  constructor(families: readonly Scope[], cards: readonly number[]) {
    this.#cards = cards;
    this.#words = Math.ceil(cards.length / 32);
    this.#rows = new Uint32Array(this.#words * cards.length);
    for (const family of families)
      for (const v of family) for (const u of family) if (u !== v) this.#set(v, u);
  }

  #set(v: number, u: number): void {
    this.#rows[v * this.#words + (u >>> 5)]! |= 1 << (u & 31);
  }

  neighbours(v: number): number[] {
    const found: number[] = [];
    for (let w = 0; w < this.#words; w++)
      for (let rest = this.#rows[v * this.#words + w]!; rest !== 0; rest &= rest - 1)
        found.push(w * 32 + 31 - Math.clz32(rest & -rest));
    return found;
  }

  /** Entries of the clique that summing `v` out makes. */
  weight(v: number): number {
    let size = this.#cards[v]!;
    for (const u of this.neighbours(v)) size *= this.#cards[u]!;
    return size;
  }

  /** Pairs of neighbours of `v` that are not neighbours of each other. */
  fill(v: number): number {
    const around = this.neighbours(v);
    let joined = 0;
    for (let w = 0; w < this.#words; w++) {
      const row = this.#rows[v * this.#words + w]!;
      if (row !== 0) for (const u of around) joined += popcount(this.#rows[u * this.#words + w]! & row);
    }
    return (around.length * (around.length - 1) - joined) / 2;
  }

  /** Joins the neighbours of `v` to each other and takes `v` away. @returns those neighbours */
  eliminate(v: number): number[] {
    const around = this.neighbours(v);
    const from = v * this.#words;
    for (const u of around) {
      const to = u * this.#words;
      for (let w = 0; w < this.#words; w++) this.#rows[to + w]! |= this.#rows[from + w]!;
      this.#rows[to + (u >>> 5)]! &= ~(1 << (u & 31));
      this.#rows[to + (v >>> 5)]! &= ~(1 << (v & 31));
    }
    return around;
  }
}

/** How much summing `v` out next would hurt; the smallest goes first. */
interface Heuristic {
  readonly cost: (graph: Graph, v: number) => number;
  /** Costs change for neighbours of neighbours too, not for neighbours alone. */
  readonly far: boolean;
}
const minWeight: Heuristic = { cost: (graph, v) => graph.weight(v), far: false };
const minFill: Heuristic = { cost: (graph, v) => graph.fill(v), far: true };
/** Few new pairs first, small cliques among those. */
const minFillWeight: Heuristic = {
  cost: (graph, v) => graph.fill(v) + 1 - 1 / Math.log2(1 + graph.weight(v)),
  far: true,
};

/** @param shake how much a cost may be varied (a share), and where from; undefined: lowest number first on ties */
function attempt(
  families: readonly Scope[],
  cards: readonly number[],
  { cost, far }: Heuristic,
  giveUp: number,
  shake?: () => number,
): Triangulation {
  const graph = new Graph(families, cards);
  const costs = new Float64Array(cards.length).fill(NaN);
  const left = cards.map((_, v) => v);
  const order: number[] = [];
  let entries = 0;
  while (left.length > 0 && entries < giveUp) {
    let best = 0;
    for (let i = 0; i < left.length; i++) {
      const v = left[i]!;
      if (Number.isNaN(costs[v]!)) costs[v] = cost(graph, v) * (shake ? 1 + 0.2 * shake() : 1);
      if (costs[v]! < costs[left[best]!]!) best = i;
    }
    const [v] = left.splice(best, 1);
    entries += graph.weight(v!);
    order.push(v!);
    for (const u of graph.eliminate(v!)) {
      costs[u] = NaN;
      if (far) for (const w of graph.neighbours(u)) costs[w] = NaN;
    }
  }
  return { order, entries: left.length > 0 ? Infinity : entries };
}

/** The order with the smallest tree that min-weight, min-fill and varied repetitions of them find. */
export function triangulate(families: readonly Scope[], cards: readonly number[]): Triangulation {
  let best = attempt(families, cards, minWeight, Infinity);
  const better = (next: Triangulation): void => {
    if (next.entries < best.entries) best = next;
  };
  better(attempt(families, cards, minFill, best.entries));
  better(attempt(families, cards, minFillWeight, best.entries));
  if (best.entries > SMALL_TREE && cards.length <= TRIED) {
    const next = uniform(cards.length);
    for (let i = 0; i < TRIES; i++)
      better(attempt(families, cards, i % 2 === 0 ? minWeight : minFillWeight, best.entries, next));
  }
  return best;
}
