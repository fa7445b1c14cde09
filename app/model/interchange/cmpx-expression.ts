import type { RankedExpression } from "../network/network.ts";
import { decimal } from "./numbers.ts";

const RANKED = /^\s*TNormal\s*\((.*),([^,()]+),\s*0(?:\.0*)?\s*,\s*1(?:\.0*)?\s*\)\s*$/is;
const WEIGHTED = /^\s*(wmean|wmin|wmax|mixminmax)\s*\(([^()]*)\)\s*$/i;

/**
 * What a truncated normal on the unit scale says, from its text: the function and its weights where it is one of the
 * four weighted ones over just the node's parents, else "expression". Null for any other definition of a table.
 *
 * @param parents ids as the text spells them, in the order of the table's axes.
 * @param partition indices of the parents whose states choose among several texts.
 */
export function rankedExpression(
  text: readonly string[],
  parents: readonly string[],
  partition: readonly number[],
): RankedExpression | null {
  const parts = text.map((one) => (one.length <= 2000 ? RANKED.exec(one) : null));
  const variances = parts.map((part) => (part ? decimal(part[2]!.trim()) : null));
  const [variance] = variances;
  if (typeof variance !== "number" || variances.some((value) => value === null || value < 0)) return null;
  const plain = { function: "expression", weights: [], variance, text, partition } as const;
  if (text.length > 1 || partition.length > 0) return plain;
  const weighted = WEIGHTED.exec(parts[0]![1]!);
  if (!weighted) return plain;
  const kind = weighted[1]!.toLowerCase() as "wmean" | "wmin" | "wmax" | "mixminmax";
  const terms = weighted[2]!.split(",").map((term) => term.trim());
  const weights = kind === "mixminmax" ? mixWeights(terms, parents) : parentWeights(terms, parents);
  return weights ? { ...plain, function: kind, weights } : plain;
}

/** "3, a, 2, b" as one weight per parent, in the parents' order; null if it is not about each parent once. */
function parentWeights(terms: readonly string[], parents: readonly string[]): number[] | null {
  if (terms.length !== 2 * parents.length) return null;
  const weights = parents.map((parent) => {
    const at = terms.indexOf(parent);
    return at % 2 === 1 ? decimal(terms[at - 1]!) : null;
  });
  return weights.every((weight) => weight !== null) ? weights : null;
}

/** "2, 1, a, b" as the weights of the least and the greatest; null if what follows is not each parent once. */
function mixWeights(terms: readonly string[], parents: readonly string[]): number[] | null {
  const [least, greatest] = terms.slice(0, 2).map(decimal);
  const rest = terms.slice(2);
  const each = rest.length === parents.length && parents.every((parent) => rest.includes(parent));
  return each && typeof least === "number" && typeof greatest === "number" ? [least, greatest] : null;
}

/** The text with names exchanged where a whole name stands. */
export function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return text.replaceAll(/[\p{L}_][\p{L}\p{M}\p{N}_]*/gu, (name) => names.get(name) ?? name);
}
