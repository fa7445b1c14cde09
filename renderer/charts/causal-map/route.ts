import { clearSweep, corridorsOf } from "./corridors.ts";
import { samples, straight, sweep, touches, turnAt } from "./curve.ts";
import type { Cubic, Path, Point } from "./curve.ts";
import { rectOf } from "./geometry.ts";
import type { Geometry, PlacedBox } from "./geometry.ts";
import { allotLanes } from "./lanes.ts";
import { choosePorts, keyOf } from "./ports.ts";
import type { Ports } from "./ports.ts";
import { headRoom, strokeWidth } from "./strength.ts";
import type { MapArrow } from "./structure.ts";
import { spin } from "./threads.ts";
import type { Thread } from "./threads.ts";
import { chooseTurns } from "./turns.ts";

/** One stroke on the map. A merged arrow has a trunk with a head, and a branch without one for each member. */
export interface Stroke {
  readonly arrows: readonly MapArrow[];
  readonly path: Path;
  readonly width: number;
  readonly points: number | null;
  readonly head: { readonly at: Point; readonly angle: number; readonly raises: boolean } | null;
}

/** Strokes that belong together and are drawn as one: all halos first. */
export type Bundle = readonly Stroke[];

const BESIDE_BOX = 3;
/** Arrowheads keep this distance from their box. */
const TIP = 1.5;
/** Vertical arrows start right of the state word. */
const DOWN_AT = 0.62;
const ATTEMPTS = 6;

/** Routes every arrow so that none runs through a box it does not join; thin ones may merge (see `spin`). */
export function routeArrows(
  geometry: Geometry,
  arrows: readonly MapArrow[],
  mergeBelow: number,
): readonly Bundle[] {
  const corridors = corridorsOf(geometry);
  const failures = new Map<string, number>();
  for (let attempt = 0; ; attempt++) {
    const threads = allotLanes(geometry, spin(geometry, corridors, arrows, failures, mergeBelow), corridors);
    const bundles = draw(geometry, threads);
    const bad = bundles.flat().filter((stroke) => runsThroughBox(geometry, stroke));
    if (bad.length === 0 || attempt === ATTEMPTS) return bundles;
    for (const { key } of new Set(bad.flatMap((stroke) => stroke.arrows))) {
      failures.set(key, (failures.get(key) ?? 0) + 1);
    }
  }
}

function runsThroughBox({ boxes }: Geometry, { arrows, path }: Stroke): boolean {
  const ends = new Set(arrows.flatMap((arrow) => [arrow.from, arrow.to]));
  const points = samples(path, 64);
  return boxes.some((box) => !ends.has(box.id) && touches(points, rectOf(box), 0));
}

/** A stretch waiting for its curve: inside one gap it gets a turn, across several columns a sweep. */
interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
  readonly columns: readonly [number, number];
}

interface Draft {
  readonly thread: Thread;
  readonly branches: readonly { readonly arrow: MapArrow; readonly piece: Piece }[];
  readonly pieces: readonly Piece[];
  readonly head: Stroke["head"];
}

function draw(geometry: Geometry, threads: readonly Thread[]): readonly Bundle[] {
  const ports = choosePorts(geometry.boxes, threads);
  const across = threads
    .filter(({ way }) => way === "across")
    .map((thread) => draft(geometry, thread, ports));
  const pieces = across.flatMap((one) => [...one.branches.map(({ piece }) => piece), ...one.pieces]);
  const curves = curvesOf(geometry, pieces);
  const curve = (piece: Piece): Cubic => curves.get(piece) ?? sweep(piece.from, piece.to);
  const bundles = across.map(({ thread, branches, pieces: trunk, head }): Bundle => {
    const { arrows, width, points } = thread;
    return [
      ...branches.map(({ arrow, piece }) => ({
        arrows: [arrow],
        path: [curve(piece)],
        width: piece.width,
        points: arrow.points,
        head: null,
      })),
      { arrows, path: trunk.map(curve), width, points, head },
    ];
  });
  const vertical = threads
    .filter(({ way }) => way !== "across")
    .map((thread, i) => [column(geometry, thread, ports, i)]);
  return [...bundles, ...vertical];
}

/** The points an arrow runs through: port, both ends of every lane, head. */
function draft({ columns }: Geometry, thread: Thread, ports: Ports): Draft {
  const { bends, to, width, arrows } = thread;
  const raises = arrows[0]?.raises ?? true;
  const endY = ports.into.get(keyOf(thread)) ?? to.y;
  const end = { x: to.x - TIP - headRoom(width, raises), y: endY };
  const starts = thread.from.map((box, i) => ({
    arrow: arrows[i],
    column: box.column,
    at: { x: box.x + box.width, y: ports.out.get(arrows[i]?.key ?? "") ?? box.y },
  }));
  const lanes = bends.map((bend) => {
    const { x, width: wide } = columns[bend.column] ?? { x: 0, width: 0 };
    return {
      column: bend.column,
      in: { x: x - BESIDE_BOX, y: bend.y },
      out: { x: x + wide + 1, y: bend.y },
    };
  });
  const piece = (a: Point, b: Point, fromColumn: number, toColumn: number, own = width): Piece => ({
    from: a,
    to: b,
    width: own,
    columns: [fromColumn, toColumn],
  });

  const [first] = lanes;
  const merged = starts.length > 1 && first !== undefined;
  const branches = merged
    ? starts.flatMap(({ arrow, at, column: from }) =>
        arrow ? [{ arrow, piece: piece(at, first.in, from, first.column, strokeWidth(arrow.points)) }] : [],
      )
    : [];
  const pieces: Piece[] = [];
  let at = merged ? null : (starts[0]?.at ?? null);
  let from = starts[0]?.column ?? 0;
  for (const lane of lanes) {
    if (at) pieces.push(piece(at, lane.in, from, lane.column));
    pieces.push(piece(lane.in, lane.out, lane.column, lane.column));
    [at, from] = [lane.out, lane.column];
  }
  if (at) pieces.push(piece(at, end, from, to.column));
  return { thread, branches, pieces, head: { at: { x: to.x - TIP, y: endY }, angle: 0, raises } };
}

function curvesOf({ columns, boxes }: Geometry, pieces: readonly Piece[]): ReadonlyMap<Piece, Cubic> {
  const curves = new Map<Piece, Cubic>();
  columns.forEach((_, gap) => {
    const inGap = pieces.filter(({ columns: [left, right] }) => left === gap && right === gap + 1);
    const turns = chooseTurns(inGap);
    inGap.forEach((piece, i) => curves.set(piece, turnAt(piece.from, piece.to, turns[i] ?? 0.5)));
  });
  for (const piece of pieces) {
    const [left, right] = piece.columns;
    if (right === left + 1) continue;
    if (piece.from.y === piece.to.y) curves.set(piece, straight(piece.from, piece.to));
    else {
      const clear = clearSweep(
        { at: piece.from, column: left },
        { at: piece.to, column: right },
        boxes,
        BESIDE_BOX + piece.width / 2,
      );
      curves.set(piece, clear ?? sweep(piece.from, piece.to));
    }
  }
  return curves;
}

/** An arrow within a column: straight where nothing stands between, else out to the right and back. */
function column(geometry: Geometry, thread: Thread, ports: Ports, index: number): Stroke {
  const { to, width, arrows, points } = thread;
  const raises = arrows[0]?.raises ?? true;
  const [from] = thread.from;
  if (thread.way === "around" && from) return around(geometry, thread, from, ports);
  const source: PlacedBox = from ?? to;
  const down = Math.sign(to.y - source.y) || 1;
  const x = source.x + source.width * (DOWN_AT + 0.12 * (index % 3));
  const tip = to.y - down * (to.height / 2 + TIP);
  const path = [
    straight({ x, y: source.y + (down * source.height) / 2 }, { x, y: tip - down * headRoom(width, raises) }),
  ];
  return { arrows, path, width, points, head: { at: { x, y: tip }, angle: 90 * down, raises } };
}

function around({ columns }: Geometry, thread: Thread, from: PlacedBox, ports: Ports): Stroke {
  const { to, width, arrows, points } = thread;
  const raises = arrows[0]?.raises ?? true;
  const next = columns[to.column + 1];
  const edge = to.x + to.width;
  const bulge = Math.max(12, ((next?.x ?? edge + 40) - edge) * 0.42);
  const start = { x: edge, y: ports.out.get(keyOf(thread)) ?? from.y };
  const y = ports.into.get(keyOf(thread)) ?? to.y;
  const end = { x: edge + TIP + headRoom(width, raises), y };
  const turn = Math.min(Math.abs(end.y - start.y) / 2, bulge * 1.4) * Math.sign(end.y - start.y);
  const path: Path = [
    [
      start,
      { x: edge + bulge, y: start.y },
      { x: edge + bulge, y: start.y },
      { x: edge + bulge, y: start.y + turn },
    ],
    straight({ x: edge + bulge, y: start.y + turn }, { x: edge + bulge, y: end.y - turn }),
    [{ x: edge + bulge, y: end.y - turn }, { x: edge + bulge, y: end.y }, { x: edge + bulge, y: end.y }, end],
  ];
  return { arrows, path, width, points, head: { at: { x: edge + TIP, y }, angle: 180, raises } };
}

/** Points along a stroke's line, for placing what must keep clear of it. */
export const strokeSamples = ({ path }: Stroke): readonly Point[] => samples(path, 12);
