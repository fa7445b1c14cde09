import type { Strip } from "../contract.ts";
import { el, svg } from "./dom.ts";

const WIDTH = 300;
const EDGE = 8;
const DOT = 4;

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** Everybody's answers on one axis, the middle half as a bar, one's own set off; the same in words below. */
export function strip(given: Strip, own: number | undefined): HTMLElement {
  const { from, to, unit, middle, half, dots } = given;
  const read = (value: number) => `${numbers.format(value)}${unit}`;
  const x = (value: number) =>
    EDGE + ((Math.min(Math.max(value, from), to) - from) / (to - from || 1)) * (WIDTH - 2 * EDGE);

  // Dots that would lie on each other stand on each other.
  const stacks = new Map<number, number>();
  const placed = (dots ?? [])
    .slice()
    .sort((a, b) => a - b)
    .map((value) => {
      const column = Math.round(x(value) / (2 * DOT));
      const height = stacks.get(column) ?? 0;
      stacks.set(column, height + 1);
      return { x: column * 2 * DOT, height };
    });
  const tallest = Math.max(1, ...stacks.values());
  const step = Math.min(2 * DOT, 56 / tallest);
  const floor = Math.ceil(tallest * step) + 6;
  const tip = (at: number) => `M${String(at)} ${String(floor + 9)}l6 10h-12z`;

  return el(
    "figure",
    { class: "strip" },
    el("figcaption", {}, given.label),
    svg(
      "svg",
      { viewBox: `0 0 ${String(WIDTH)} ${String(floor + 24)}`, "aria-hidden": "true" },
      ...placed.map(({ x: cx, height }) =>
        svg("circle", { class: "dot", cx, cy: floor - 3 - height * step, r: DOT - 0.6 }),
      ),
      svg("line", { class: "axis", x1: EDGE, x2: WIDTH - EDGE, y1: floor + 4, y2: floor + 4 }),
      half && svg("line", { class: "half", x1: x(half[0]), x2: x(half[1]), y1: floor + 4, y2: floor + 4 }),
      svg("line", { class: "middle", x1: x(middle), x2: x(middle), y1: floor - 1, y2: floor + 9 }),
      own === undefined ? null : svg("path", { class: "own", d: tip(x(own)) }),
    ),
    el("div", { class: "ends", "aria-hidden": "true" }, el("span", {}, read(from)), el("span", {}, read(to))),
    el(
      "p",
      {},
      `Middle ${read(middle)}${half ? `, half of the room from ${read(half[0])} to ${read(half[1])}` : ""}.`,
      own === undefined ? null : " ",
      own === undefined ? null : el("span", { class: "whole" }, `You: ${read(own)}.`),
    ),
  );
}
