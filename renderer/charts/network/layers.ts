/** Which layer each box stands in, and in which order: causes above effects, few crossings. */

export interface Sized {
  readonly id: string;
  /** Ids of its causes. */
  readonly parents: readonly string[];
  readonly height: number;
}

/** A box of a layer, or a place where a longer arrow passes through (`box` is null). */
export interface Slot {
  readonly box: number | null;
  readonly up: readonly number[];
  readonly down: readonly number[];
}

export interface Layered {
  readonly slots: readonly Slot[];
  /** Slots of each layer, left to right. */
  readonly layers: readonly (readonly number[])[];
  /** For each arrow its slots from cause to effect; the first and the last are boxes. */
  readonly ways: readonly (readonly number[])[];
}

/** Boxes side by side at most, so that a large network is about as wide as a window, not a ribbon. */
const widest = (count: number): number => Math.max(5, Math.ceil(Math.sqrt(count * 1.1)));

/**
 * Every box in the first layer below its causes that has room; then roots as close above their first effect as there
 * is room. Boxes on no arrow fill up the end.
 */
export function layerOf(boxes: readonly Sized[]): number[] {
  const index = new Map(boxes.map(({ id }, i) => [id, i]));
  const parents = boxes.map((box) => box.parents.map((id) => index.get(id) ?? -1).filter((i) => i >= 0));
  const layer = new Array<number>(boxes.length).fill(0);
  const waiting = parents.map((of) => of.length);
  const children: number[][] = boxes.map(() => []);
  parents.forEach((of, i) => of.forEach((p) => children[p]?.push(i)));
  const order = waiting.flatMap((count, i) => (count === 0 ? [i] : []));
  const room = widest(boxes.length);
  const taken = new Map<number, number>();
  const take = (i: number, from: number, step: 1 | -1): void => {
    let at = from;
    while ((taken.get(at) ?? 0) >= room) at += step;
    taken.set(at, (taken.get(at) ?? 0) + 1);
    layer[i] = at;
  };
  for (const i of order) {
    if ((parents[i]?.length ?? 0) > 0) take(i, layer[i] ?? 0, 1);
    for (const child of children[i] ?? []) {
      layer[child] = Math.max(layer[child] ?? 0, (layer[i] ?? 0) + 1);
      waiting[child] = (waiting[child] ?? 0) - 1;
      if (waiting[child] === 0) order.push(child); // the loop goes on over what is added here
    }
  }
  // In the order of their first effects, so that those furthest up are not pushed above others for nothing.
  const first = (i: number): number => Math.min(...(children[i] ?? []).map((child) => layer[child] ?? 0));
  const roots = boxes.flatMap((_, i) => (parents[i]?.length === 0 ? [i] : []));
  for (const i of roots
    .filter((root) => (children[root]?.length ?? 0) > 0)
    .sort((a, b) => first(a) - first(b)))
    take(i, first(i) - 1, -1);
  for (const i of roots.filter((root) => children[root]?.length === 0)) take(i, 0, 1);
  const top = Math.min(...layer);
  return layer.map((at) => at - top);
}

/** Above this many slots fewer sweeps must do. */
const MANY = 1500;

/** Boxes in layers, in an order found by sweeps of barycentres (Sugiyama, Tagawa, Toda 1981); deterministic. */
export function layered(boxes: readonly Sized[]): Layered {
  const layer = layerOf(boxes);
  const index = new Map(boxes.map(({ id }, i) => [id, i]));
  const slots: { box: number | null; up: number[]; down: number[] }[] = boxes.map((_, i) => ({
    box: i,
    up: [],
    down: [],
  }));
  const layers: number[][] = Array.from({ length: Math.max(0, ...layer) + 1 }, () => []);
  boxes.forEach((_, i) => layers[layer[i] ?? 0]?.push(i));
  const ways = boxes.flatMap((box, to) =>
    box.parents.flatMap((parent) => {
      const from = index.get(parent);
      if (from === undefined) return [];
      const way = [from];
      for (let at = (layer[from] ?? 0) + 1; at < (layer[to] ?? 0); at++) {
        slots.push({ box: null, up: [], down: [] });
        layers[at]?.push(slots.length - 1);
        way.push(slots.length - 1);
      }
      way.push(to);
      for (let i = 1; i < way.length; i++) {
        const [above, below] = [way[i - 1] ?? 0, way[i] ?? 0];
        slots[above]?.down.push(below);
        slots[below]?.up.push(above);
      }
      return [way];
    }),
  );
  return { slots, layers: ordered(layers, slots, slots.length > MANY ? 2 : 16), ways };
}

function ordered(layers: number[][], slots: readonly Slot[], sweeps: number): number[][] {
  let best = layers;
  let fewest = Infinity;
  let now = layers;
  for (let sweep = 0; sweep <= sweeps; sweep++) {
    const count = slots.length > MANY ? 0 : crossings(now, slots);
    if (count < fewest || slots.length > MANY) [best, fewest] = [now, count];
    const down = sweep % 2 === 0;
    const place = placesOf(now);
    const next = now.map((layer) => [...layer]);
    for (let i = 0; i < next.length; i++) {
      const at = down ? i : next.length - 1 - i;
      const layer = next[at] ?? [];
      const centre = new Map(
        layer.map((slot) => {
          const near = (down ? slots[slot]?.up : slots[slot]?.down) ?? [];
          const sum = near.reduce((total, other) => total + (place.get(other) ?? 0), 0);
          return [slot, near.length > 0 ? sum / near.length : (place.get(slot) ?? 0)];
        }),
      );
      layer.sort((a, b) => (centre.get(a) ?? 0) - (centre.get(b) ?? 0));
      layer.forEach((slot, k) => place.set(slot, share(k, layer.length)));
    }
    now = next;
  }
  return best;
}

/** Places from 0 to 1, so that layers of different lengths compare. */
const share = (k: number, length: number): number => (k + 0.5) / length;
const placesOf = (layers: readonly (readonly number[])[]): Map<number, number> =>
  new Map(layers.flatMap((layer) => layer.map((slot, k) => [slot, share(k, layer.length)] as const)));

/** How many pairs of arrows between neighbouring layers cross. */
export function crossings(layers: readonly (readonly number[])[], slots: readonly Slot[]): number {
  let count = 0;
  layers.slice(1).forEach((below, i) => {
    const place = new Map(below.map((slot, k) => [slot, k]));
    const ends = (layers[i] ?? []).flatMap((slot) =>
      (slots[slot]?.down ?? []).map((other) => place.get(other) ?? 0).sort((a, b) => a - b),
    );
    for (let a = 0; a < ends.length; a++)
      for (let b = a + 1; b < ends.length; b++) if ((ends[a] ?? 0) > (ends[b] ?? 0)) count++;
  });
  return count;
}
