import type { Uniform } from "../random/generator.ts";
import type { Work } from "./work.ts";

/** What a coalition is worth, one number per question. */
export type CoalitionValue = (members: ReadonlySet<number>) => readonly number[];

/** Random orders of n players in pairs, each with its reverse: what one has early, the other has late. */
export function mirroredOrders(players: number, pairs: number, next: Uniform): number[][] {
  return Array.from({ length: pairs }, () => {
    const order = Array.from({ length: players }, (_, i) => i);
    for (let i = players - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return [order, order.toReversed()];
  }).flat();
}

/**
 * Each player's marginal gain averaged over the given orders: Shapley values where these are all orders, an estimate
 * where they are some. However few they are, the values sum to v(all) − v(none).
 * Source: Castro, Gómez and Tejada 2009.
 * @returns [question][player]; one player of one order a step
 */
export function* averageGains(
  players: number,
  orders: readonly (readonly number[])[],
  value: CoalitionValue,
): Work<number[][]> {
  const none = value(new Set());
  const gains = none.map(() => new Array<number>(players).fill(0));
  // Orders meet in the smallest and the largest coalitions, and all of them in the last.
  const known = new Map<bigint, readonly number[]>();
  for (const [n, order] of orders.entries()) {
    const members = new Set<number>();
    let key = 0n;
    let before = none;
    for (const player of order) {
      members.add(player);
      key |= 1n << BigInt(player);
      const now = known.get(key) ?? value(members);
      known.set(key, now);
      now.forEach((v, q) => (gains[q]![player]! += (v - before[q]!) / orders.length));
      before = now;
      yield { done: (n + members.size / players) / orders.length };
    }
  }
  return gains;
}
