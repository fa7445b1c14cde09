import { type Contraction, Pool } from "./pool.ts";
import { type Scope, sizeOf } from "./step.ts";

export interface Elimination {
  readonly contractions: readonly Contraction[];
  /** Multiply-adds of one forward run: what the heuristics compete on. */
  readonly work: number;
}

/** How much eliminating `v` next would hurt; the smallest goes first. */
type Heuristic = (pool: Pool, v: number) => number;

/** Entries of the product that eliminating `v` makes. */
const minWeight: Heuristic = (pool, v) => sizeOf([v, ...pool.neighbours(v)], pool.cards);

const HUB = 60;

/** Pairs of neighbours that eliminating `v` would newly join. */
const minFill: Heuristic = (pool, v) => {
  const around = [...pool.neighbours(v)];
  // A hub is never first; its exact fill is not worth counting.
  if (around.length > HUB) return around.length ** 2;
  let missing = 0;
  for (let i = 0; i < around.length; i++) {
    const known = pool.neighbours(around[i]!);
    for (let j = i + 1; j < around.length; j++) if (!known.has(around[j]!)) missing++;
  }
  return missing;
};

/** How much larger what remains would be than what goes. */
const minGrowth: Heuristic = (pool, v) => sizeOf([...pool.neighbours(v)], pool.cards) - pool.weightAround(v);

function run(
  scopes: readonly Scope[],
  keep: Scope,
  cards: readonly number[],
  heuristic: Heuristic,
): Elimination {
  const pool = new Pool(scopes, cards);
  const kept = new Set(keep);
  const left = new Set(scopes.flat().filter((v) => !kept.has(v)));
  const costs = new Map<number, number>();
  while (left.size > 0) {
    let best = -1;
    let least = Infinity;
    for (const v of left) {
      let cost = costs.get(v);
      if (cost === undefined) costs.set(v, (cost = heuristic(pool, v)));
      if (cost < least || (cost === least && v < best)) [least, best] = [cost, v];
    }
    // Costs change only for those near the variable that goes.
    for (const u of pool.neighbours(best)) {
      costs.delete(u);
      for (const w of pool.neighbours(u)) costs.delete(w);
    }
    pool.eliminate(best);
    left.delete(best);
  }
  pool.join();
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
