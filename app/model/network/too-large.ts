import type { Network } from "./network.ts";
import { type Scope, sizeOf } from "./step.ts";

const amount = (n: number): string => (n < 1e15 ? n.toLocaleString("en") : n.toExponential(1));

export function tooMany(variables: number, most: number): RangeError {
  return new RangeError(
    `The network has ${amount(variables)} variables, and up to ${amount(most)} are computed; split it.`,
  );
}

/** Says which family makes a clique too large: the one with the largest part of it (first in the file on a tie). */
export function tooLarge(network: Network, clique: Scope, most: number): RangeError {
  const { variables } = network;
  const cards = variables.map(({ states }) => states.length);
  const inClique = new Set(clique);
  const familyOf = (v: number): number[] => [...variables[v]!.parents, v];
  const share = (v: number): number =>
    sizeOf(
      familyOf(v).filter((u) => inClique.has(u)),
      cards,
    );
  const worst = variables.reduce((best, _, v) => (share(v) > share(best) ? v : best), 0);
  const named = (u: number) => `${variables[u]!.label} (${cards[u]!} states)`;
  const parents = variables[worst]!.parents;
  const shown = parents.slice(0, 12).map(named);
  if (parents.length > shown.length) shown.push(`${parents.length - shown.length} more`);
  const family = parents.length === 0 ? named(worst) : `${named(worst)} with its parents ${shown.join(", ")}`;
  return new RangeError(
    `The network is too intertwined to be computed exactly: ${clique.length} variables would have to be taken together, ${amount(sizeOf(clique, cards))} numbers where ${amount(most)} are possible. Most of it comes from the family of ${family}; fewer parents or fewer states there would help.`,
  );
}
