import { spanText } from "./percent.ts";

/** One dot, in px: x from the left end of the scale, y its height above the scale's upper edge. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  /** Between the 10 % and the 90 % quantile. */
  readonly inside: boolean;
  /** The slot it stands in, as text. */
  readonly span: string;
}

export type DotLayout =
  | { readonly kind: "dots"; readonly size: number; readonly dots: readonly Dot[] }
  | { readonly kind: "bar"; readonly x: number; readonly width: number; readonly label: string };

export interface DotSpace {
  /** Ascending shares, 0..1. */
  readonly values: readonly number[];
  readonly low: number | null;
  readonly high: number | null;
  /** px: length of the scale, room for the highest stack, and the largest dot. */
  readonly width: number;
  readonly height: number;
  readonly maxDot: number;
}

export const SMALLEST_DOT = 4;
const STEP = 0.25;

/**
 * Stacks the dots as large as fits. Where even the smallest dots would stack too high, two stand side by side, and
 * where that is not enough either, they become one bar that says in words where they lie.
 */
export function layDots(space: DotSpace): DotLayout {
  for (const abreast of [1, 2])
    for (let size = abreast === 1 ? space.maxDot : SMALLEST_DOT; size >= SMALLEST_DOT; size -= STEP) {
      const slots = intoSlots(space, size * abreast);
      const highest = Math.max(...[...slots.values()].map((slot) => Math.ceil(slot.length / abreast)));
      if (highest * size <= space.height)
        return { kind: "dots", size, dots: stack(slots, size, abreast, space) };
    }
  return asBar(space);
}

function intoSlots({ values, width }: DotSpace, slotWidth: number): Map<number, number[]> {
  const slots = new Map<number, number[]>();
  for (const value of values) {
    const index = Math.floor((value * width) / slotWidth);
    const slot = slots.get(index);
    if (slot) slot.push(value);
    else slots.set(index, [value]);
  }
  return slots;
}

function stack(slots: Map<number, number[]>, size: number, abreast: number, space: DotSpace): Dot[] {
  const inside = (value: number) => value >= (space.low ?? 0) && value <= (space.high ?? 1);
  return [...slots].flatMap(([index, slot]) => {
    const left = index * size * abreast;
    const share = (px: number) => Math.min(Math.max(px / space.width, 0), 1);
    const span = spanText(share(left), share(left + size * abreast));
    // Filled ones below, hollow ones on top: a column is then read at a glance.
    const sorted = [...slot].sort((a, b) => Number(inside(b)) - Number(inside(a)));
    return sorted.map((value, i) => {
      const alone = abreast > 1 && i % abreast === 0 && i === sorted.length - 1;
      const across = alone ? abreast / 2 : (i % abreast) + 0.5;
      return {
        x: left + across * size,
        y: (Math.floor(i / abreast) + 0.5) * size,
        inside: inside(value),
        span,
      };
    });
  });
}

function asBar({ values, width }: DotSpace): DotLayout {
  const [least, most] = [values[0] ?? 0, values.at(-1) ?? 0];
  const [tenth, ninth] = [
    values[Math.floor(values.length * 0.1)] ?? least,
    values[Math.floor(values.length * 0.9)] ?? most,
  ];
  const span = Math.max(SMALLEST_DOT, (most - least) * width);
  return {
    kind: "bar",
    x: Math.min(Math.max(((least + most) / 2) * width - span / 2, 0), width - span),
    width: span,
    label:
      ninth < 0.05
        ? "nearly all below 5%"
        : tenth > 0.95
          ? "nearly all above 95%"
          : `all at ${spanText(least, most)}`,
  };
}
