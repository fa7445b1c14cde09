/** Subsets of 0..n−1 of this size, in lexicographic order. */
function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= n - size; i++) for (const rest of subsets(n, size - 1, i + 1)) yield [i, ...rest];
}

/** How many sets are tried before a minimal set (nothing can be left out) has to do instead of a smallest. */
const PATIENCE = 5_000;

/**
 * A smallest set of items that cannot hold together, where all of them cannot: the first in the order of `items`
 * among those of its size. Where more than `patience` sets would have to be tried, one of which nothing can be
 * left out.
 * @param possible whether some items can hold together; whatever it allows, it must allow of fewer items too
 */
export function smallestImpossible<T>(
  items: readonly T[],
  possible: (kept: readonly T[]) => boolean,
  patience = PATIENCE,
): readonly T[] {
  const minimal = items.reduce<readonly T[]>((kept, item) => {
    const without = kept.filter((other) => other !== item);
    return possible(without) ? kept : without;
  }, items);
  let tried = 0;
  for (let size = 1; size <= minimal.length; size++)
    for (const subset of subsets(items.length, size)) {
      if (++tried > patience) return minimal;
      const kept = subset.map((i) => items[i]!);
      if (!possible(kept)) return kept;
    }
  return minimal;
}
