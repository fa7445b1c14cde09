/** One thing on a line: where its middle would like to be, and how much room it takes. */
export interface Wish {
  readonly want: number;
  readonly size: number;
  /** How much its wish counts; 1 unless given. What must not move gets a large one. */
  readonly weight?: number;
}

/**
 * Middles for things that keep their order and must not overlap between `low` and `high`,
 * as near to their wishes as that allows (least squares: pooled adjacent violators).
 * Where they need more room than there is, all shrink alike.
 */
export function spread(wishes: readonly Wish[], low: number, high: number): number[] {
  const needed = wishes.reduce((sum, wish) => sum + wish.size, 0);
  const room = Math.max(0, high - low);
  const scale = needed > room && needed > 0 ? room / needed : 1;

  // Taking away what lies before each thing turns "do not overlap" into "do not decrease".
  const before: number[] = [];
  let used = 0;
  for (const { size } of wishes) {
    before.push(used + (size * scale) / 2);
    used += size * scale;
  }
  const blocks: { sum: number; weight: number; count: number }[] = [];
  wishes.forEach((wish, i) => {
    const weight = wish.weight ?? 1;
    blocks.push({ sum: weight * (wish.want - (before[i] ?? 0)), weight, count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const previous = blocks.at(-2);
      if (!last || !previous || previous.sum / previous.weight <= last.sum / last.weight) break;
      blocks.splice(-2, 2, {
        sum: previous.sum + last.sum,
        weight: previous.weight + last.weight,
        count: previous.count + last.count,
      });
    }
  });
  const freeRoom = Math.max(0, room - used);
  const starts = blocks.flatMap(({ sum, weight, count }) =>
    new Array<number>(count).fill(Math.min(Math.max(sum / weight, low), low + freeRoom)),
  );
  return starts.map((start, i) => start + (before[i] ?? 0));
}
