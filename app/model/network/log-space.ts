import type { Clique, JunctionTree } from "./tree.ts";

/**
 * The same sums in logarithms: many times slower, for evidence so contradictory that the ratio of two states, though
 * not 0, is beyond double precision (a hundred strong signs for what a last one excludes).
 */

/** ln(eˣ + eʸ) */
function added(x: number, y: number): number {
  const most = Math.max(x, y);
  return most === -Infinity ? most : most + Math.log1p(Math.exp(Math.min(x, y) - most));
}

/** Whether any states of all variables have a chance under these likelihoods; nothing can underflow. */
export function isPossible(
  { cliques, consumer, constants, messages }: JunctionTree,
  starts: Int32Array,
  likelihood: Float64Array,
): boolean {
  const some = new Uint8Array(messages);
  cliques.forEach(({ variable, states, rows, sums, a, b, rowsOfA, rowsOfB, out }) => {
    const start = starts[variable]!;
    const ofA = a.message ? some : constants;
    const ofB = b?.message ? some : constants;
    for (let i = 0; i < rows; i++)
      for (let k = 0; k < states; k++) {
        const fits =
          ofA[a.at + rowsOfA[i]! + k]! > 0 &&
          (b === null || ofB[b.at + rowsOfB[i]! + k]! > 0) &&
          (!sums || likelihood[start + k]! > 0);
        if (fits) some[out + (sums ? i : i * states + k)] = 1;
      }
  });
  return cliques.every(({ out }, c) => consumer[c]! >= 0 || some[out] === 1);
}

export interface LogAnswer {
  readonly logProbability: number;
  /** ln(joint of each variable's states with the evidence), laid out like the likelihoods. */
  readonly joints: Float64Array;
}

/** @param starts where each variable's states start in `likelihood` */
export function propagateInLogs(
  { cliques, consumer, constants, messages }: JunctionTree,
  starts: Int32Array,
  likelihood: Float64Array,
): LogAnswer {
  const fixed = constants.map(Math.log);
  const fits = likelihood.map(Math.log);
  const values = new Float64Array(messages).fill(-Infinity);
  const gradients = new Float64Array(messages).fill(-Infinity);
  const slopes = new Float64Array(likelihood.length).fill(-Infinity);

  /** Visits every entry of a clique's product with its places in its operands, likelihood and result. */
  const each = (clique: Clique, visit: (a: number, b: number, fit: number, out: number) => void): void => {
    const start = starts[clique.variable]!;
    for (let i = 0; i < clique.rows; i++)
      for (let k = 0; k < clique.states; k++)
        visit(
          clique.a.at + clique.rowsOfA[i]! + k,
          clique.b === null ? -1 : clique.b.at + clique.rowsOfB[i]! + k,
          start + k,
          clique.out + (clique.sums ? i : i * clique.states + k),
        );
  };

  let logProbability = 0;
  cliques.forEach((clique, c) => {
    const ofA = clique.a.message ? values : fixed;
    const ofB = clique.b?.message ? values : fixed;
    each(clique, (a, b, fit, out) => {
      const p = ofA[a]! + (b < 0 ? 0 : ofB[b]!) + (clique.sums ? fits[fit]! : 0);
      values[out] = added(values[out]!, p);
    });
    if (consumer[c]! >= 0) return;
    logProbability += values[clique.out]!;
    gradients[clique.out] = 0;
  });
  if (logProbability === -Infinity) return { logProbability, joints: slopes };
  cliques.toReversed().forEach((clique) => {
    const ofA = clique.a.message ? values : fixed;
    const ofB = clique.b?.message ? values : fixed;
    each(clique, (a, b, fit, out) => {
      const d = gradients[out]!;
      const [x, y, l] = [ofA[a]!, b < 0 ? 0 : ofB[b]!, clique.sums ? fits[fit]! : 0];
      if (clique.a.message) gradients[a] = added(gradients[a]!, d + y + l);
      if (clique.b?.message) gradients[b] = added(gradients[b]!, d + x + l);
      if (clique.sums) slopes[fit] = added(slopes[fit]!, d + x + y);
    });
  });
  return { logProbability, joints: slopes.map((slope, i) => slope + fits[i]!) };
}
