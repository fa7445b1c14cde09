import type { Clique, JunctionTree } from "./tree.ts";

/** Logarithms that differ by less tie: rounding must not decide. */
const TIE = 1e-11;

const logs = new WeakMap<Float64Array, Float64Array>();

/** Logarithms of a tree's constants, taken once. */
function logsOf(constants: Float64Array): Float64Array {
  const known = logs.get(constants) ?? constants.map(Math.log);
  logs.set(constants, known);
  return known;
}

/**
 * The states of all variables whose joint chance, times the likelihoods, is largest: the tree with maxima in place
 * of sums (in logarithms, so that nothing underflows), then each variable's best state given those decided before
 * it. Ties go to the state listed first, in an order of the variables that the network alone decides. The evidence
 * must be possible.
 * @param starts where each variable's states start in `likelihood`
 */
export function mostProbableStates(
  { cliques, constants, messages }: JunctionTree,
  starts: Int32Array,
  likelihood: Float64Array,
): Int32Array {
  const fixed = logsOf(constants);
  const fits = likelihood.map(Math.log);
  const values = new Float64Array(messages);
  /** ln of the product's entry, with the likelihood where the variable is decided. */
  const valueAt = ({ a, b, rowsOfA, rowsOfB, sums, variable }: Clique, row: number, k: number): number => {
    const ofA = (a.message ? values : fixed)[a.at + rowsOfA[row]! + k]!;
    const ofB = b === null ? 0 : (b.message ? values : fixed)[b.at + rowsOfB[row]! + k]!;
    return ofA + ofB + (sums ? fits[starts[variable]! + k]! : 0);
  };
  for (const clique of cliques) {
    const { rows, states, out, sums } = clique;
    for (let i = 0; i < rows; i++) {
      let best = -Infinity;
      for (let k = 0; k < states; k++) {
        const value = valueAt(clique, i, k);
        if (!sums) values[out + i * states + k] = value;
        else if (value > best) best = value;
      }
      if (sums) values[out + i] = best;
    }
  }

  const chosen = new Int32Array(starts.length - 1);
  const cards = (v: number) => starts[v + 1]! - starts[v]!;
  for (const clique of cliques.toReversed()) {
    if (!clique.sums) continue;
    const row = clique.over.reduce((at, v) => at * cards(v) + chosen[v]!, 0);
    const values = Array.from({ length: clique.states }, (_, k) => valueAt(clique, row, k));
    const best = Math.max(...values);
    chosen[clique.variable] = values.findIndex((value) => value >= best - TIE);
  }
  return chosen;
}
