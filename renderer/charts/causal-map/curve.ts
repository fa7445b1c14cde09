/** Curves of arrows: chains of cubics that run from left to right, or down a column. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Start, two handles, end. */
export type Cubic = readonly [Point, Point, Point, Point];
export type Path = readonly Cubic[];

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An S that leaves and arrives level; `early` and `late` are the handles' lengths as shares of the way across. */
export function sweep(from: Point, to: Point, early = 0.5, late = 0.5): Cubic {
  const across = to.x - from.x;
  return [from, { x: from.x + across * early, y: from.y }, { x: to.x - across * late, y: to.y }, to];
}

/** An S whose steep middle stands at `turn` (0 = at the start, 1 = at the end); 0.16 to 0.84 can be had. */
export function turnAt(from: Point, to: Point, turn: number): Cubic {
  const difference = Math.min(0.9, Math.max(-0.9, (8 / 3) * (turn - 0.5)));
  const sum = 1.1;
  return sweep(from, to, (sum + difference) / 2, (sum - difference) / 2);
}

export const straight = (from: Point, to: Point): Cubic => [
  from,
  { x: (2 * from.x + to.x) / 3, y: (2 * from.y + to.y) / 3 },
  { x: (from.x + 2 * to.x) / 3, y: (from.y + 2 * to.y) / 3 },
  to,
];

export function pointAt([a, b, c, d]: Cubic, t: number): Point {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

/** Points along a path, `per` to each cubic, both ends included. */
export function samples(path: Path, per = 16): readonly Point[] {
  const first = path[0];
  if (!first) return [];
  return [
    first[0],
    ...path.flatMap((cubic) => Array.from({ length: per }, (_, i) => pointAt(cubic, (i + 1) / per))),
  ];
}

/** Whether any of some points lies in a rectangle or nearer to it than `margin` px. */
export function touches(points: readonly Point[], { x, y, width, height }: Rect, margin: number): boolean {
  const [left, right, top, bottom] = [x - margin, x + width + margin, y - margin, y + height + margin];
  return points.some((p) => p.x > left && p.x < right && p.y > top && p.y < bottom);
}

const shown = (value: number): string => String(Math.round(value * 10) / 10);

/** The `d` of an SVG path; level stretches become lines. */
export function pathData(path: Path): string {
  const first = path[0];
  if (!first) return "";
  const parts = path.map(([a, b, c, d]) =>
    (a.y === b.y && b.y === c.y && c.y === d.y) || (a.x === b.x && b.x === c.x && c.x === d.x)
      ? `L${shown(d.x)} ${shown(d.y)}`
      : `C${[b, c, d].map((p) => `${shown(p.x)} ${shown(p.y)}`).join(" ")}`,
  );
  return `M${shown(first[0].x)} ${shown(first[0].y)}${parts.join("")}`;
}
