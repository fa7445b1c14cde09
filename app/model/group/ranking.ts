import { gaussLegendre } from "../ranked/quadrature.ts";
import { ranksOf } from "./shares.ts";

/** How a bare order of factors becomes shares. */
export type RankRule = "rod" | "roc" | "rankSum" | "reciprocal";

const memory = new Map<string, readonly number[]>();

/**
 * Shares that stand in for an order of n ≥ 1 factors, the weightiest first.
 * - `rod`, rank order distribution: what shares are to be expected when the top factor gets 100 and the others fall
 *   anywhere below in this order; the right one beside swing points (Roberts and Goodwin 2002).
 * - `roc`, rank order centroid (1/n) Σ_{k≥i} 1/k; stands in for a hundred points shared out.
 * - `rankSum` 2(n + 1 − i) / n(n + 1); `reciprocal` (1/i) / Σ 1/j.
 */
export function surrogateShares(n: number, rule: RankRule = "rod"): readonly number[] {
  const key = `${rule}${n}`;
  const known = memory.get(key);
  if (known) return known;
  const raw = Array.from({ length: n }, (_, i) => RAW[rule](i + 1, n));
  const sum = raw.reduce((total, x) => total + x, 0);
  const made = raw.map((x) => x / sum);
  memory.set(key, made);
  return made;
}

/**
 * The same for an order with ties, in the order asked: those that tie share the mean of their places' shares.
 * @param ranks smaller is weightier; equal numbers tie (1, 2.5, 2.5, 4 and 1, 2, 2, 3 say the same)
 */
export function rankShares(ranks: readonly number[], rule: RankRule = "rod"): number[] {
  const shares = surrogateShares(ranks.length, rule);
  return ranksOf(ranks.map((rank) => -rank)).map((place, i) => {
    const ties = ranks.filter((rank) => rank === ranks[i]).length;
    const first = place - (ties + 1) / 2;
    return shares.slice(first, first + ties).reduce((sum, share) => sum + share / ties, 0);
  });
}

const RAW: Readonly<Record<RankRule, (place: number, n: number) => number>> = {
  rod: (place, n) => expectedShare(place, n),
  roc: (place, n) => {
    let sum = 0;
    for (let k = place; k <= n; k++) sum += 1 / k / n;
    return sum;
  },
  rankSum: (place, n) => n + 1 - place,
  reciprocal: (place) => 1 / place,
};

/** e^(−60) is below the last bit of anything here; panels keep the rule accurate at both ends. */
const [FAR, PANELS, ORDER] = [60, 15, 20];

/**
 * E[w_place / Σw] with w₁ = 1 and the others m = n − 1 uniform numbers in falling order. With 1/Σw = ∫ e^(−tΣw) dt,
 * and a falling order statistic's density at u times what the m − 1 others contribute below u and above it:
 *   ∫ e^(−t) · m · C(m−1, j−1) ∫ u e^(−tu) B(u)^(j−1) A(u)^(m−j) du dt,  A = ∫₀ᵘ e^(−ts) ds, B = ∫ᵤ¹ e^(−ts) ds.
 */
function expectedShare(place: number, n: number): number {
  const m = n - 1;
  const j = place - 1;
  const { nodes, weights } = gaussLegendre(ORDER);
  let ways = m;
  for (let k = 1; k < j; k++) ways *= (m - k) / k;
  const inner = (t: number): number => {
    if (j === 0) return (-Math.expm1(-t) / t) ** m;
    let sum = 0;
    nodes.forEach((u, i) => {
      const below = -Math.expm1(-t * u) / t;
      const above = (Math.exp(-t * u) * -Math.expm1(-t * (1 - u))) / t;
      sum += weights[i]! * ways * u * Math.exp(-t * u) * above ** (j - 1) * below ** (m - j);
    });
    return sum;
  };
  let share = 0;
  const width = FAR / PANELS;
  for (let panel = 0; panel < PANELS; panel++)
    nodes.forEach((x, i) => {
      const t = (panel + x) * width;
      share += weights[i]! * width * Math.exp(-t) * inner(t);
    });
  return share;
}
