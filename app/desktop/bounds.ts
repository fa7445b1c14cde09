import type { Rectangle } from "electron";
import * as v from "valibot";

/** Where the window was when it was last closed. */
export const placeSchema = v.strictObject({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer()),
  height: v.pipe(v.number(), v.integer()),
  maximized: v.boolean(),
});
export type Place = v.InferOutput<typeof placeSchema>;

export const SMALLEST = { width: 960, height: 600 };
const USUAL = { width: 1440, height: 900 };

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** Area of the overlap of two rectangles, in square pixels. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Where to open the window: as it was, but whole inside the display it overlaps most, since displays come and go
 * and change their scale between starts; centred in the first display when it was on none of them.
 * @param displays work areas, the primary display first, in device-independent pixels
 */
export function openAt(last: Place | null, displays: readonly Rectangle[]): Rectangle {
  const [primary = { x: 0, y: 0, ...USUAL }] = displays;
  const ranked = displays.map((area) => ({ area, shared: last === null ? 0 : overlap(last, area) }));
  const best = ranked.reduce((a, b) => (b.shared > a.shared ? b : a), { area: primary, shared: 0 });
  const { area } = best;
  const size = last ?? USUAL;
  // A display smaller than the smallest window still gets the smallest window, at its corner.
  const width = clamp(size.width, SMALLEST.width, Math.max(SMALLEST.width, area.width));
  const height = clamp(size.height, SMALLEST.height, Math.max(SMALLEST.height, area.height));
  const kept = last !== null && best.shared > 0;
  const x = kept ? last.x : area.x + Math.round((area.width - width) / 2);
  const y = kept ? last.y : area.y + Math.round((area.height - height) / 2);
  return {
    x: clamp(x, area.x, Math.max(area.x, area.x + area.width - width)),
    y: clamp(y, area.y, Math.max(area.y, area.y + area.height - height)),
    width,
    height,
  };
}
