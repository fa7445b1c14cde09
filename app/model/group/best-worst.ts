import { minimise, pivot, type Tableau } from "./linear-program.ts";
import type { Shares } from "./shares.ts";

/** How many times as weighty the best factor is as each, and each as the worst: 1 to 9, by place in the order asked. */
export interface BestWorst {
  readonly best: number;
  readonly worst: number;
  readonly bestToOthers: readonly number[];
  readonly othersToWorst: readonly number[];
}

/**
 * Shares from best-worst judgements: ξ = max over j of |w_B − a_Bj w_j| and |w_j − a_jW w_W| made as small as it can
 * be with Σ w = 1, an exact linear program. ξ = 0 says the judgements agree with each other.
 * Source: linear best-worst method, Rezaei 2016.
 */
export function bestWorstShares({ best, worst, bestToOthers, othersToWorst }: BestWorst): {
  readonly shares: Shares;
  readonly xi: number;
} {
  const n = bestToOthers.length;
  if (n < 2 || best === worst) return { shares: bestToOthers.map(() => 1 / n), xi: 0 };
  // Differences that must stay within ±ξ, as coefficients of w.
  const differences = bestToOthers.flatMap((_, j) => {
    const row = (plus: number, minus: number, times: number): number[][] => {
      if (plus === minus) return [];
      const w = new Array<number>(n).fill(0);
      w[plus]! += 1;
      w[minus]! -= times;
      return [w];
    };
    return [
      ...row(best, j, bestToOthers[j]!),
      // The best against the worst is asked once.
      ...(j === best ? [] : row(j, worst, othersToWorst[j]!)),
    ];
  });
  const bounds = differences.flatMap((w) => [w, w.map((x) => -x)]);
  // Variables: w, ξ, then one slack per bound.
  const xi = n;
  const slack = (r: number) => n + 1 + r;
  const width = n + 1 + bounds.length;
  const rows = bounds.map((w, r) => {
    const row = [...w, -1, ...new Array<number>(bounds.length).fill(0), 0];
    row[slack(r)] = 1;
    return row;
  });
  rows.push(Array.from({ length: width + 1 }, (_, v) => (v < n || v === width ? 1 : 0)));
  const cost = Array.from({ length: width + 1 }, (_, v) => (v === xi ? 1 : 0));
  const tableau: Tableau = { rows, basis: [...bounds.map((_, r) => slack(r)), -1], cost };
  pivot(tableau, bounds.length, best);
  // A ξ large enough for the bound that is broken most makes all right sides ≥ 0: a corner to start from.
  const rights = bounds.map((_, r) => rows[r]![width]!);
  const least = Math.min(...rights);
  if (least < 0) pivot(tableau, rights.indexOf(least), xi);
  const values = minimise(tableau);
  return { shares: values.slice(0, n), xi: values[xi]! };
}
