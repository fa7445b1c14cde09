/** The scale of a chart of chances: from 0 to a round end, with a tick every few points. */
export interface Axis {
  readonly end: number;
  readonly ticks: readonly number[];
}

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];

/** The finest of the round steps that divides a length into at most four. */
const stepFor = (length: number): number => STEPS.find((step) => length / step <= 4 + 1e-9) ?? 0.25;

/** From 0 to a little beyond the highest share, in quarters of a step so that it seldom moves; never beyond 1. */
export function axisTo(highest: number): Axis {
  const reach = Math.min(Math.max(highest, 0.001), 1);
  const step = stepFor(reach);
  const end = Math.min(1, Math.ceil((reach / step) * 4 - 1e-9) * (step / 4));
  return ticked(0, end, step);
}

/** Around values that lie close together: a zoomed scale, for points that are not measured from 0. */
export function axisAround(values: readonly number[]): Axis & { readonly start: number } {
  const [low, high] = [Math.min(...values, 1), Math.max(...values, 0)];
  if (low > high) return { start: 0, ...axisTo(1) };
  const whole = Math.max(stepFor(high - low), 0.01);
  const start = Math.max(0, Math.min(Math.floor(low / whole + 1e-9) * whole, 1 - whole));
  const end = Math.min(1, Math.max(Math.ceil(high / whole - 1e-9) * whole, start + whole));
  return { start, ...ticked(start, end, whole) };
}

function ticked(start: number, end: number, step: number): Axis {
  const count = Math.floor((end - start) / step + 1e-9);
  return { end, ticks: Array.from({ length: count + 1 }, (_, i) => start + i * step) };
}

/** A tick in words: whole points, or tenths where the scale is that fine; the last one with its sign. */
export function tickLabel(tick: number, isLast: boolean): string {
  const points = Math.round(tick * 1000) / 10;
  return isLast ? `${points}%` : String(points);
}
