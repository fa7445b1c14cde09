/**
 * A field of values at the middles of a grid of cells, and where it lies above a border: for maps with contours.
 * Coordinates are in cells: the middle of column c, row r is (c + .5, r + .5). Between middles the field is linear on
 * four triangles around each square's mean; beyond the outer middles it goes on as it is there. Where a value is
 * missing there is no field.
 */
export type Grid = readonly (readonly (number | null)[])[];
export type Point = readonly [x: number, y: number];
interface Corner {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}
type Triangle = readonly [Corner, Corner, Corner];

/** The triangles that the field is made of. */
export function trianglesOf(grid: Grid): Triangle[] {
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
  const lines = (count: number) => [0, ...Array.from({ length: count }, (_, i) => i + 0.5), count];
  const index = (line: number, count: number) => Math.min(Math.max(line - 1, 0), count - 1);
  const [xs, ys] = [lines(columns), lines(rows)];
  const corner = (i: number, j: number): Corner | null => {
    const value = grid[index(j, rows)]?.[index(i, columns)] ?? null;
    const [x, y] = [xs[i], ys[j]];
    return value === null || x === undefined || y === undefined ? null : { x, y, value };
  };
  const triangles: Triangle[] = [];
  for (let j = 0; j + 1 < ys.length; j++)
    for (let i = 0; i + 1 < xs.length; i++) {
      const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      if (!a || !b || !c || !d) continue;
      const mean = (pick: (one: Corner) => number) => (pick(a) + pick(b) + pick(c) + pick(d)) / 4;
      const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y), value: mean(({ value }) => value) };
      triangles.push([a, b, middle], [b, c, middle], [c, d, middle], [d, a, middle]);
    }
  return triangles;
}

const between = (a: Corner, b: Corner, border: number): Point => {
  const share = (border - a.value) / (b.value - a.value);
  return [a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)];
};

/** Where the field is at or above a border: polygons that do not overlap. */
export function regionAbove(triangles: readonly Triangle[], border: number): Point[][] {
  return triangles.flatMap((triangle) => {
    const polygon = triangle.flatMap((corner, i): Point[] => {
      const next = triangle[(i + 1) % 3] ?? corner;
      const isIn = corner.value >= border;
      const own: Point[] = isIn ? [[corner.x, corner.y]] : [];
      return isIn === next.value >= border ? own : [...own, between(corner, next, border)];
    });
    return polygon.length >= 3 ? [polygon] : [];
  });
}

/** The line along which the field crosses a border, in pieces. */
export function contourAt(triangles: readonly Triangle[], border: number): (readonly [Point, Point])[] {
  return triangles.flatMap((triangle) => {
    const crossings = triangle.flatMap((corner, i): Point[] => {
      const next = triangle[(i + 1) % 3] ?? corner;
      return corner.value >= border === next.value >= border ? [] : [between(corner, next, border)];
    });
    const [from, to] = crossings;
    return from && to ? [[from, to] as const] : [];
  });
}

/** The area of a polygon, in cells. */
export function areaOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
