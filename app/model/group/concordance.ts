import { type Uniform, uniform } from "../random/generator.ts";
import { gammaTail } from "./special.ts";

/** Kendall's coefficient of concordance: how far m people order n factors alike. */
export interface Concordance {
  /** Squared distances of the factors' rank sums from their mean. */
  readonly s: number;
  /** 12 S / (m²(n³ − n) − m ΣT), 0..1; null where nobody puts anything before anything. */
  readonly w: number | null;
  /** (m W − 1) / (m − 1): the mean correlation of two people's ranks. */
  readonly meanSpearman: number | null;
  readonly chi2: number;
  readonly df: number;
  /** By χ² with n − 1 degrees of freedom; rough for small groups. */
  readonly pChi2: number;
  /** Chance of as much agreement when everyone's order is shuffled, ties kept. */
  readonly p: number;
  readonly exact: boolean;
}

export const SHUFFLES = 10_000;
/** Steps the exact distribution may take before draws take over. */
const AFFORDABLE = 150_000;
const ROUNDING = 1e-9;

/**
 * @param ranks [person][factor], ties by their mean place; at least two people and two factors
 * Source: Kendall and Babington Smith 1939, with the correction for ties.
 */
export function concordance(ranks: readonly (readonly number[])[], seed = 1): Concordance {
  const [m, n] = [ranks.length, ranks[0]!.length];
  const s = distance(rankSums(ranks));
  const ties = ranks.reduce((sum, row) => sum + tieTerm(row), 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  const w = most > ROUNDING ? Math.min(1, (12 * s) / most) : null;
  const chi2 = m * (n - 1) * (w ?? 0);
  const exact = exactTail(ranks, s);
  return {
    s,
    w,
    meanSpearman: w === null ? null : (m * w - 1) / (m - 1),
    chi2,
    df: n - 1,
    pChi2: gammaTail((n - 1) / 2, chi2 / 2),
    p: exact ?? drawnTail(ranks, s, uniform(seed, m, n)),
    exact: exact !== null,
  };
}

const rankSums = (ranks: readonly (readonly number[])[]): number[] =>
  ranks[0]!.map((_, f) => ranks.reduce((sum, row) => sum + row[f]!, 0));

function distance(sums: readonly number[]): number {
  const mean = sums.reduce((total, x) => total + x, 0) / sums.length;
  return sums.reduce((total, x) => total + (x - mean) ** 2, 0);
}

/** Σ (t³ − t) over one person's groups of t tied factors. */
function tieTerm(row: readonly number[]): number {
  return [...new Set(row)].reduce((sum, rank) => {
    const t = row.filter((other) => other === rank).length;
    return sum + t ** 3 - t;
  }, 0);
}

/**
 * P(S ≥ s) over all ways to shuffle everyone's ranks, person after person. What the factors are called does not
 * matter, so rank sums are kept in order: few states stand for many. Null where even those are too many.
 */
function exactTail(ranks: readonly (readonly number[])[], s: number): number | null {
  let states = new Map<string, { sums: readonly number[]; chance: number }>();
  states.set("", { sums: ranks[0]!.map(() => 0), chance: 1 });
  let steps = 0;
  for (const [person, row] of ranks.entries()) {
    // The first person's order may stand for any.
    const orders = person === 0 ? [{ order: row, chance: 1 }] : arrangements(row);
    if (!orders || (steps += states.size * orders.length) > AFFORDABLE) return null;
    const next: typeof states = new Map();
    for (const { sums, chance } of states.values())
      for (const { order, chance: share } of orders) {
        const moved = sums.map((sum, f) => sum + order[f]!).sort((a, b) => a - b);
        const key = moved.join();
        const known = next.get(key);
        next.set(key, { sums: moved, chance: (known?.chance ?? 0) + chance * share });
      }
    states = next;
  }
  let tail = 0;
  for (const { sums, chance } of states.values()) if (distance(sums) >= s - ROUNDING) tail += chance;
  return Math.min(1, tail);
}

/** Every different order of some ranks with its chance; null for more than seven. */
function arrangements(row: readonly number[]): { order: readonly number[]; chance: number }[] | null {
  if (row.length > 7) return null;
  let orders: number[][] = [[]];
  const left = (order: readonly number[]) => {
    const rest = [...row];
    for (const rank of order) rest.splice(rest.indexOf(rank), 1);
    return [...new Set(rest)];
  };
  for (let place = 0; place < row.length; place++)
    orders = orders.flatMap((order) => left(order).map((rank) => [...order, rank]));
  return orders.map((order) => ({ order, chance: 1 / orders.length }));
}

/** The same by seeded draws; what was seen counts as one of them, so that p is never 0. */
function drawnTail(ranks: readonly (readonly number[])[], s: number, next: Uniform): number {
  const rows = ranks.map((row) => [...row]);
  let count = 1;
  for (let draw = 0; draw < SHUFFLES; draw++) {
    rows.forEach((row, person) => person > 0 && shuffle(row, next));
    if (distance(rankSums(rows)) >= s - ROUNDING) count++;
  }
  return count / (SHUFFLES + 1);
}

function shuffle(row: number[], next: Uniform): void {
  for (let i = row.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [row[i], row[j]] = [row[j]!, row[i]!];
  }
}
