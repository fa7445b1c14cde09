import { layered, type Layered, type Sized } from "./layers.ts";

export interface PlacedBox {
  readonly id: string;
  /** Left upper corner, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Boxes of one layer or row are walked left to right. */
  readonly layer: number;
}

export interface PlacedArrow {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface NetworkLayout {
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
  readonly width: number;
  readonly height: number;
}

export interface LaidOut extends Sized {
  /** Where the file draws it; used when every box has one. */
  readonly position?: { readonly x: number; readonly y: number };
}

export const BOX_WIDTH = 158;
const GAP = 20;
const LANE = 16;
const BETWEEN = 44;
const EDGE = 8;

/** Where boxes and arrows stand: as the file draws them if it does, else in layers. Deterministic. */
export function layoutNetwork(boxes: readonly LaidOut[]): NetworkLayout {
  return asDrawn(boxes) ?? inLayers(boxes);
}

function inLayers(boxes: readonly LaidOut[]): NetworkLayout {
  const found = layered(boxes);
  const x = abscissas(found);
  const left = Math.min(...found.slots.map(({ box }, s) => (x[s] ?? 0) - widthOf(box) / 2));
  const tops: number[] = [];
  const heights: number[] = [];
  let y = EDGE;
  for (const layer of found.layers) {
    const height = Math.max(0, ...layer.map((slot) => boxes[found.slots[slot]?.box ?? -1]?.height ?? 0));
    tops.push(y);
    heights.push(height);
    y += height + BETWEEN;
  }
  const layerOf = new Map(found.layers.flatMap((layer, i) => layer.map((slot) => [slot, i] as const)));
  const centre = (slot: number): number => (x[slot] ?? 0) - left + EDGE;
  const placed = boxes.map(({ id, height }, i): PlacedBox => {
    const layer = layerOf.get(i) ?? 0;
    return { id, x: centre(i) - BOX_WIDTH / 2, y: tops[layer] ?? 0, width: BOX_WIDTH, height, layer };
  });
  const port = ports(found, centre);
  const arrows = found.ways.map((way, w): PlacedArrow => {
    const first = placed[way[0] ?? 0];
    const last = placed[way.at(-1) ?? 0];
    if (!first || !last) throw new Error("An arrow hangs on no box.");
    const start = { x: port.out[w] ?? 0, y: first.y + first.height };
    const end = { x: port.in[w] ?? 0, y: last.y };
    let path = `M${fixed(start.x)} ${fixed(start.y)}`;
    let at = start;
    const bend = (to: { x: number; y: number }) => {
      const half = (to.y - at.y) / 2;
      path += `C${fixed(at.x)} ${fixed(at.y + half)} ${fixed(to.x)} ${fixed(to.y - half)} ${fixed(to.x)} ${fixed(to.y)}`;
      at = to;
    };
    for (const slot of way.slice(1, -1)) {
      const layer = layerOf.get(slot) ?? 0;
      const top = tops[layer] ?? 0;
      bend({ x: centre(slot), y: top });
      at = { x: centre(slot), y: top + (heights[layer] ?? 0) };
      path += `L${fixed(at.x)} ${fixed(at.y)}`;
    }
    bend(end);
    return { from: first.id, to: last.id, path };
  });
  const right = Math.max(...found.slots.map(({ box }, s) => centre(s) + widthOf(box) / 2));
  return { boxes: placed, arrows, width: right + EDGE, height: y - BETWEEN + EDGE };
}

const widthOf = (box: number | null): number => (box === null ? 0 : BOX_WIDTH);
const fixed = (n: number): string => String(Math.round(n * 10) / 10);

/** Centres of all slots: near the middle of what they hang on, in their order, never overlapping. */
function abscissas({ slots, layers }: Layered): number[] {
  const x = new Array<number>(slots.length).fill(0);
  const apart = (a: number, b: number): number => {
    const [one, other] = [slots[a]?.box ?? null, slots[b]?.box ?? null];
    return (widthOf(one) + widthOf(other)) / 2 + (one === null || other === null ? LANE : GAP);
  };
  const spread = (layer: readonly number[], wanted: readonly number[]): void => {
    const offsets = layer.reduce<number[]>(
      (sum, slot, k) => [...sum, k === 0 ? 0 : (sum[k - 1] ?? 0) + apart(layer[k - 1] ?? 0, slot)],
      [],
    );
    const free = nonDecreasing(wanted.map((want, k) => want - (offsets[k] ?? 0)));
    layer.forEach((slot, k) => (x[slot] = (free[k] ?? 0) + (offsets[k] ?? 0)));
  };
  for (const layer of layers)
    spread(
      layer,
      layer.map(() => 0),
    );
  for (let sweep = 0; sweep < 10; sweep++) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed())
      spread(
        layer,
        layer.map((slot) => {
          const near = [...(slots[slot]?.up ?? []), ...(slots[slot]?.down ?? [])];
          return near.length > 0
            ? near.reduce((sum, other) => sum + (x[other] ?? 0), 0) / near.length
            : (x[slot] ?? 0);
        }),
      );
  }
  return x;
}

/** The non-decreasing list nearest to the wanted one in squares (pool adjacent violators). */
export function nonDecreasing(wanted: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const want of wanted) {
    let pool = { sum: want, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}

/** Where arrows leave and enter: side by side in the order of their other ends, so that heads can be told apart. */
function ports({ ways }: Layered, centre: (slot: number) => number) {
  const side = (end: (way: readonly number[]) => number, next: (way: readonly number[]) => number) => {
    const at = new Array<number>(ways.length).fill(0);
    const groups = new Map<number, number[]>();
    ways.forEach((way, w) => groups.set(end(way), [...(groups.get(end(way)) ?? []), w]));
    for (const [box, group] of groups) {
      const step = Math.min(14, (BOX_WIDTH * 0.7) / group.length);
      const sorted = [...group].sort((a, b) => centre(next(ways[a] ?? [])) - centre(next(ways[b] ?? [])));
      sorted.forEach((w, k) => (at[w] = centre(box) + (k - (sorted.length - 1) / 2) * step));
    }
    return at;
  };
  return {
    out: side(
      (way) => way[0] ?? 0,
      (way) => way[1] ?? 0,
    ),
    in: side(
      (way) => way.at(-1) ?? 0,
      (way) => way.at(-2) ?? 0,
    ),
  };
}

/** Further apart than this the file's drawing is no help any more. */
const MOST_STRETCH = 12;

/** As the file draws it, stretched until no two boxes overlap; null where that cannot be. */
function asDrawn(boxes: readonly LaidOut[]): NetworkLayout | null {
  const at = boxes.flatMap(({ position }) => (position ? [position] : []));
  if (at.length < boxes.length || boxes.length === 0 || boxes.length > 400) return null;
  let stretch = 0.25;
  for (let i = 0; i < at.length; i++)
    for (let j = i + 1; j < at.length; j++) {
      const [a, b] = [at[i], at[j]];
      const height = Math.max(boxes[i]?.height ?? 0, boxes[j]?.height ?? 0);
      if (!a || !b) continue;
      const across = (BOX_WIDTH + GAP) / Math.abs(a.x - b.x);
      const down = (height + GAP) / Math.abs(a.y - b.y);
      stretch = Math.max(stretch, Math.min(across, down));
    }
  if (stretch > MOST_STRETCH) return null;
  const left = Math.min(...at.map(({ x }) => x)) * stretch - EDGE;
  const top = Math.min(...at.map(({ y }) => y)) * stretch - EDGE;
  const placed = boxes.map(({ id, height }, i): PlacedBox => {
    const y = (at[i]?.y ?? 0) * stretch - top;
    return {
      id,
      x: (at[i]?.x ?? 0) * stretch - left,
      y,
      width: BOX_WIDTH,
      height,
      layer: Math.round(y / 40),
    };
  });
  const byId = new Map(placed.map((box) => [box.id, box]));
  const arrows = boxes.flatMap(({ id, parents }) =>
    parents.flatMap((parent): PlacedArrow[] => {
      const [from, to] = [byId.get(parent), byId.get(id)];
      if (!from || !to) return [];
      const [start, end] = [border(from, to), border(to, from)];
      return [
        {
          from: parent,
          to: id,
          path: `M${fixed(start.x)} ${fixed(start.y)}L${fixed(end.x)} ${fixed(end.y)}`,
        },
      ];
    }),
  );
  return {
    boxes: placed,
    arrows,
    width: Math.max(...placed.map(({ x, width }) => x + width)) + EDGE,
    height: Math.max(...placed.map(({ y, height }) => y + height)) + EDGE,
  };
}

/** Where the line between two boxes' middles leaves the first. */
function border(box: PlacedBox, towards: PlacedBox): { x: number; y: number } {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const dx = towards.x + towards.width / 2 - x;
  const dy = towards.y + towards.height / 2 - y;
  const t = Math.min(box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9));
  return { x: x + dx * t, y: y + dy * t };
}
