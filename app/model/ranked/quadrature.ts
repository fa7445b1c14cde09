/** Nodes and weights of a rule on [0, 1]; the weights sum to 1. */
export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const rules: Rule[] = [];

/** The Gauss–Legendre rule with so many nodes: exact for polynomials of degree 2·order − 1. */
export function gaussLegendre(order: number): Rule {
  return (rules[order] ??= made(order));
}

/** Roots of the Legendre polynomial by Newton's method from the usual cosine guess. */
function made(order: number): Rule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < order; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let before = 1;
      let value = x;
      for (let n = 2; n <= order; n++)
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      slope = (order * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes.push((x + 1) / 2);
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
