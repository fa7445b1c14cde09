import { pointsLabel } from "../../../app/model/words/numbers.ts";
import type { MapArrow } from "./structure.ts";

const THINNEST = 1.4;
const PER_POINT = 0.15;
const THICKEST = 11;
/** From here up the full map prints points on arrows; below, thin arrows may share a lane. */
export const PRINTED = 5;
/** Below this arrows are drawn fainter. */
export const FAINT = 3;

/** Stroke width in px for a number of points; the thinnest while the points are not known. */
export const strokeWidth = (points: number | null): number =>
  Math.min(THICKEST, THINNEST + PER_POINT * Math.abs(points ?? 0));

/** Half the height of an arrowhead, in px. */
export const headSize = (width: number): number => Math.max(3.8, width * 0.6 + 2);

/** How far before its box the stroke ends, so that it does not show beside its own point or bar. */
export const headRoom = (width: number, raises: boolean): number =>
  raises ? headSize(width) * 1.5 + 0.5 : 4;

/** Ink of an arrow: towards a break, away from it, or neutral while unknown or where it shapes only the rung. */
export function inkOf({ shape }: Pick<MapArrow, "shape">, points: number | null): string {
  if (shape || points === null) return "var(--ctl)";
  return points >= 0 ? "var(--apart)" : "var(--hold)";
}

/** "+11", "−6"; "±0" for less than half a point. */
export function signed(points: number): string {
  return pointsLabel(Math.sign(points) * Math.round(Math.abs(points)));
}
