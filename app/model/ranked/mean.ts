/**
 * Where a ranked node's normal is centred, as a formula over its parents' places on the unit scale. The named
 * functions are written out in it, so that one evaluation and one kind of integration serve them all.
 */
export type Mean =
  | { readonly kind: "number"; readonly value: number }
  /** The value of the parent with this index. */
  | { readonly kind: "parent"; readonly index: number }
  | { readonly kind: "plus" | "times" | "over" | "power"; readonly left: Mean; readonly right: Mean }
  | { readonly kind: "least" | "greatest"; readonly of: readonly Mean[] };

export type NamedFunction = "wmean" | "wmin" | "wmax" | "mixminmax";

export const number = (value: number): Mean => ({ kind: "number", value });
export const parent = (index: number): Mean => ({ kind: "parent", index });
export const plus = (left: Mean, right: Mean): Mean => ({ kind: "plus", left, right });
export const times = (left: Mean, right: Mean): Mean => ({ kind: "times", left, right });
export const over = (left: Mean, right: Mean): Mean => ({ kind: "over", left, right });

const sumOf = (terms: readonly Mean[]): Mean => terms.reduce(plus);
const weighed = (x: Mean, weight: number): Mean => times(number(weight), x);

/**
 * Why a function has no value with these weights, as a clause that starts with its name; undefined where it has one.
 * For `mixminmax` the weights are those of the least and of the greatest value.
 */
export function faultOf(name: NamedFunction, weights: readonly number[], values: number): string | undefined {
  const wrong = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (wrong !== undefined) return `${name} needs finite weights of 0 or more, not ${wrong}`;
  if (values === 0) return `${name} needs at least one parent`;
  if ((name === "wmin" || name === "wmax") && values < 2)
    return `${name} needs two or more parents; with one parent use wmean`;
  if (weights.length !== (name === "mixminmax" ? 2 : values))
    return name === "mixminmax"
      ? `${name} needs exactly two weights, of the least and of the greatest value, not ${weights.length}`
      : `${name} needs one weight for each of its ${values} parents, not ${weights.length}`;
  if (weights.every((weight) => weight === 0))
    return name === "mixminmax"
      ? "mixminmax has no value when both weights are zero; raise one of them"
      : `${name} has no value when all weights are zero; raise at least one of them`;
  const total = weights.reduce((sum, weight) => sum + weight, values);
  if (total === Infinity) return `${name} needs weights whose sum is finite; make them smaller`;
  return undefined;
}

/**
 * The named function of these values; `faultOf` must have found nothing. With n values and weights w,
 * `wmean` is Σ w·x / Σ w; `wmin` and `wmax` are the least and the greatest Eᵢ = (wᵢ xᵢ + Σ_{j≠i} xⱼ) / (wᵢ + n − 1);
 * `mixminmax` is (w₀ · least x + w₁ · greatest x) / (w₀ + w₁).
 */
export function named(name: NamedFunction, weights: readonly number[], x: readonly Mean[]): Mean {
  if (name === "mixminmax") {
    const [least, greatest] = weights as readonly [number, number];
    const ends = plus(
      weighed({ kind: "least", of: x }, least),
      weighed({ kind: "greatest", of: x }, greatest),
    );
    return over(ends, number(least + greatest));
  }
  if (name === "wmean") {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return over(sumOf(x.map((value, i) => weighed(value, weights[i]!))), number(total));
  }
  const pulled = weights.map((weight, i) =>
    over(
      sumOf(x.map((value, j) => (j === i ? weighed(value, weight) : value))),
      number(weight + x.length - 1),
    ),
  );
  return { kind: name === "wmin" ? "least" : "greatest", of: pulled };
}

/** The formula as a function of the parents' values, in the order of their indices; NaN or ±∞ where it has no value. */
export function evaluator(mean: Mean): (x: Float64Array) => number {
  if (mean.kind === "number") {
    const { value } = mean;
    return () => value;
  }
  if (mean.kind === "parent") {
    const { index } = mean;
    return (x) => x[index]!;
  }
  if ("of" in mean) {
    const of = mean.of.map(evaluator);
    const [pick, start] = mean.kind === "least" ? [Math.min, Infinity] : [Math.max, -Infinity];
    return (x) => {
      let best = start;
      for (const value of of) best = pick(best, value(x));
      return best;
    };
  }
  const left = evaluator(mean.left);
  const right = evaluator(mean.right);
  if (mean.kind === "plus") return (x) => left(x) + right(x);
  if (mean.kind === "times") return (x) => left(x) * right(x);
  if (mean.kind === "over") return (x) => left(x) / right(x);
  return (x) => left(x) ** right(x);
}

/** The indices of the parents a formula reads, ascending. */
export function readBy(mean: Mean): number[] {
  const read = new Set<number>();
  const visit = (part: Mean): void => {
    if (part.kind === "parent") read.add(part.index);
    else if ("of" in part) part.of.forEach(visit);
    else if (part.kind !== "number") {
      visit(part.left);
      visit(part.right);
    }
  };
  visit(mean);
  return [...read].sort((a, b) => a - b);
}
