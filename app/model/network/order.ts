import { type Scope, sizeOf } from "./step.ts";

/** One multiply-and-sum of an elimination: which operands, and the variable summed out after it (or none). */
export interface Contraction {
  readonly a: number;
  readonly b: number | null;
  readonly scope: Scope;
  readonly summed: number | null;
}

export interface Elimination {
  readonly contractions: readonly Contraction[];
  /** Multiply-adds of one forward run: what the heuristics compete on. */
  readonly work: number;
}

const union = (a: Scope, b: Scope): number[] => [...new Set([...a, ...b])].sort((x, y) => x - y);

/** Keeps the set of live tensors while variables are eliminated; operands are numbered in order of creation. */
class Pool {
  readonly live = new Map<number, Scope>();
  readonly contractions: Contraction[] = [];
  work = 0;
  #next: number;
  readonly #cards: readonly number[];

  constructor(scopes: readonly Scope[], cards: readonly number[]) {
    scopes.forEach((scope, id) => this.live.set(id, scope));
    this.#next = scopes.length;
    this.#cards = cards;
  }

  holding(v: number): number[] {
    return [...this.live].filter(([, scope]) => scope.includes(v)).map(([id]) => id);
  }

  /** Multiplies `a` and `b`, sums `summed` out, and returns the new operand's number. */
  contract(a: number, b: number | null, summed: number | null): number {
    const product = union(this.live.get(a)!, b === null ? [] : this.live.get(b)!);
    this.work += sizeOf(product, this.#cards);
    this.live.delete(a);
    if (b !== null) this.live.delete(b);
    const scope = product.filter((v) => v !== summed);
    this.contractions.push({ a, b, scope, summed });
    this.live.set(this.#next, scope);
    return this.#next++;
  }

  /** Of these operands the two whose product is smallest (lowest numbers on a tie). */
  cheapestPair(ids: readonly number[]): [number, number] {
    let best: [number, number] = [ids[0]!, ids[1]!];
    let least = Infinity;
    for (let i = 0; i < ids.length; i++)
      for (let j = i + 1; j < ids.length; j++) {
        const size = sizeOf(union(this.live.get(ids[i]!)!, this.live.get(ids[j]!)!), this.#cards);
        if (size < least) [least, best] = [size, [ids[i]!, ids[j]!]];
      }
    return best;
  }

  eliminate(v: number): void {
    let ids = this.holding(v);
    while (ids.length > 2) {
      this.contract(...this.cheapestPair(ids), null);
      ids = this.holding(v);
    }
    if (ids.length > 0) this.contract(ids[0]!, ids[1] ?? null, v);
  }

  neighbours(v: number): Set<number> {
    const found = new Set<number>();
    for (const scope of this.live.values()) if (scope.includes(v)) for (const u of scope) found.add(u);
    found.delete(v);
    return found;
  }
}

/** How much eliminating `v` next would hurt; the smallest goes first. */
type Heuristic = (pool: Pool, v: number, cards: readonly number[]) => number;

const minWeight: Heuristic = (pool, v, cards) => sizeOf([v, ...pool.neighbours(v)], cards);

const minFill: Heuristic = (pool, v) => {
  const around = [...pool.neighbours(v)];
  let missing = 0;
  for (let i = 0; i < around.length; i++) {
    const known = pool.neighbours(around[i]!);
    for (let j = i + 1; j < around.length; j++) if (!known.has(around[j]!)) missing++;
  }
  return missing;
};

const minGrowth: Heuristic = (pool, v, cards) => {
  const before = pool.holding(v).reduce((sum, id) => sum + sizeOf(pool.live.get(id)!, cards), 0);
  return sizeOf([...pool.neighbours(v)], cards) - before;
};

function run(
  scopes: readonly Scope[],
  keep: Scope,
  cards: readonly number[],
  heuristic: Heuristic,
): Elimination {
  const pool = new Pool(scopes, cards);
  const left = new Set(scopes.flat().filter((v) => !keep.includes(v)));
  while (left.size > 0) {
    let best = -1;
    let least = Infinity;
    for (const v of left) {
      const cost = heuristic(pool, v, cards);
      if (cost < least || (cost === least && v < best)) [least, best] = [cost, v];
    }
    pool.eliminate(best);
    left.delete(best);
  }
  // What remains lies within `keep`: multiply it together, smallest products first.
  while (pool.live.size > 1) pool.contract(...pool.cheapestPair([...pool.live.keys()]), null);
  return { contractions: pool.contractions, work: pool.work };
}

/** An order of multiplications and sums that leaves one tensor over `keep`: the cheapest that the heuristics find. */
export function eliminationOrder(
  scopes: readonly Scope[],
  keep: Scope,
  cards: readonly number[],
): Elimination {
  return [minWeight, minFill, minGrowth]
    .map((heuristic) => run(scopes, keep, cards, heuristic))
    .reduce((best, next) => (next.work < best.work ? next : best));
}
