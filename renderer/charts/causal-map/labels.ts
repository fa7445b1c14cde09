import type { Point } from "./curve.ts";
import type { Geometry } from "./geometry.ts";
import { strokeSamples } from "./route.ts";
import type { Stroke } from "./route.ts";
import { inkOf, PRINTED, signed } from "./strength.ts";
import { textWidth } from "./text.ts";

/** Points printed on an arrow: the middle of the label, its size, its words. */
export interface PointLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly ink: string;
}

export const LABEL_SIZE = 11.5;
const HEIGHT = 16;
const PADDING = 8;
/** How much a label minds covering another arrow, and standing off the middle of its own. */
const COVERED = 3;
const OFF_MIDDLE = 10;

/** Labels for arrows worth `PRINTED` points or more, strongest first, each where it covers least; boxes never. */
export function placeLabels(geometry: Geometry, strokes: readonly Stroke[]): readonly PointLabel[] {
  const lines = strokes.map((stroke) => ({ stroke, points: strokeSamples(stroke) }));
  const placed: PointLabel[] = [];
  const printed = lines
    .filter(({ stroke }) => isPrinted(stroke))
    .sort((a, b) => Math.abs(b.stroke.points ?? 0) - Math.abs(a.stroke.points ?? 0));
  for (const { stroke, points } of printed) {
    const text = signed(stroke.points ?? 0);
    const size = { width: textWidth(text, LABEL_SIZE) + PADDING, height: HEIGHT };
    const others = lines.filter((line) => line.stroke !== stroke).flatMap((line) => line.points);
    const spot = points
      .map((at, i) => ({ at, cost: costAt(at, size, i / (points.length - 1), others) }))
      .filter(({ at }) => isFree(at, size, geometry, placed))
      .reduce<{ at: Point; cost: number } | null>(
        (best, one) => (best && best.cost <= one.cost ? best : one),
        null,
      );
    const [arrow] = stroke.arrows;
    if (spot && arrow) {
      placed.push({ key: arrow.key, ...spot.at, ...size, text, ink: inkOf(arrow, stroke.points) });
    }
  }
  return placed;
}

function isPrinted({ arrows, points }: Stroke): boolean {
  const [arrow, more] = arrows;
  return !more && arrow?.carrier === arrow?.key && Math.abs(points ?? 0) >= PRINTED;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function costAt(at: Point, size: Size, share: number, others: readonly Point[]): number {
  const covered = others.filter((p) => isNear(at, p, size)).length;
  return COVERED * covered + OFF_MIDDLE * Math.abs(share - 0.5) * 2;
}

const isNear = (at: Point, p: Point, { width, height }: Size): boolean =>
  Math.abs(p.x - at.x) < width / 2 + 2 && Math.abs(p.y - at.y) < height / 2 + 2;

function isFree(at: Point, size: Size, { boxes }: Geometry, placed: readonly PointLabel[]): boolean {
  const meets = (x: number, y: number, width: number, height: number) =>
    Math.abs(at.x - x) < (size.width + width) / 2 + 2 && Math.abs(at.y - y) < (size.height + height) / 2 + 1;
  return (
    boxes.every((box) => !meets(box.x + box.width / 2, box.y, box.width, box.height)) &&
    placed.every((label) => !meets(label.x, label.y, label.width, label.height))
  );
}
