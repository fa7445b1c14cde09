import type { PlainRule } from "../case/types.ts";

type Combined = Exclude<PlainRule, { readonly kind: "sum" | "anyOf" }>;

/**
 * The ranked-node functions over what pushes let through, row by row: with n values x and weights w,
 * `wmean` is Σ w·x / Σ w; `wmin` and `wmax` are the least and the greatest Eᵢ = (wᵢ xᵢ + Σ_{j≠i} xⱼ) / (wᵢ + n − 1);
 * `mixminmax` is (least · min x + greatest · max x) / (least + greatest). One value alone is itself; where none counts,
 * or all weights of a mean are 0, the mean is 0: nothing moves the mechanism. (AgenaRisk's functions, at the middles.)
 * @param values one list per push that counts, each as long as `out`
 */
export function combine(
  rule: Combined,
  weights: readonly number[],
  values: readonly Float64Array[],
  out: Float64Array,
): Float64Array {
  const n = values.length;
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (n === 0 || (rule.kind === "wmean" && total === 0)) return out.fill(0);
  for (let row = 0; row < out.length; row++) {
    let [sum, weighed, least, greatest] = [0, 0, Infinity, -Infinity];
    for (let i = 0; i < n; i++) {
      const x = values[i]![row]!;
      sum += x;
      weighed += weights[i]! * x;
      least = Math.min(least, x);
      greatest = Math.max(greatest, x);
    }
    if (rule.kind === "wmean") out[row] = weighed / total;
    else if (rule.kind === "mixminmax")
      out[row] = (rule.least * least + rule.greatest * greatest) / (rule.least + rule.greatest);
    else if (n === 1) out[row] = sum;
    else {
      const pick = rule.kind === "wmin" ? Math.min : Math.max;
      let best = rule.kind === "wmin" ? Infinity : -Infinity;
      for (let i = 0; i < n; i++) {
        const [x, w] = [values[i]![row]!, weights[i]!];
        best = pick(best, (w * x + sum - x) / (w + n - 1));
      }
      out[row] = best;
    }
  }
  return out;
}
