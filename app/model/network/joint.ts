import type { Propagation } from "./propagation.ts";

/** Most entries of a joint that is computed. */
export const MOST_JOINT = 1_000_000;
/** Most work, in entries of the tree that are passed. */
const MOST_WORK = 1e10;

/**
 * P(states of some variables together | evidence), whether or not a clique holds them: by the chain rule, one
 * variable given those before it. Row-major in the order of `variables`, the last fastest. Likelihoods are back as
 * they were afterwards.
 * @param labels names of the variables, for messages; @throws RangeError where the table would be too large
 */
export function jointOf(
  propagation: Propagation,
  variables: readonly number[],
  labels: readonly string[],
): Float64Array {
  const { starts, likelihood, tree } = propagation;
  const cards = variables.map((v) => starts[v + 1]! - starts[v]!);
  const entries = cards.reduce((size, card) => size * card, 1);
  const runs = entries / Math.max(...cards);
  if (entries > MOST_JOINT || runs * tree.work > MOST_WORK)
    throw new RangeError(
      `The joint of ${labels.join(", ")} has ${entries.toLocaleString("en")} entries, too many to compute here; ask for fewer variables.`,
    );
  const p = new Float64Array(entries);
  const condition = (depth: number, at: number, chance: number): void => {
    const v = variables[depth];
    if (v === undefined) {
      p[at] = chance;
      return;
    }
    const card = cards[depth]!;
    const now = propagation.marginal(v).slice();
    const known = likelihood.slice(starts[v], starts[v + 1]);
    for (let k = 0; k < card; k++) {
      if (now[k] === 0) continue;
      if (depth + 1 < variables.length) propagation.put(v, k);
      condition(depth + 1, at * card + k, chance * now[k]!);
    }
    propagation.restore(v, known);
  };
  condition(0, 0, 1);
  return p;
}
