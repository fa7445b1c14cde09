import { OUTCOME } from "./links.ts";
import type { Rung } from "../../../app/model/case/types.ts";
import type { Slot } from "../../../app/model/author/layout.ts";
import type { MapStructure } from "./structure.ts";
import { halves, textWidth } from "./text.ts";
import type { Type } from "./text.ts";

/** A column of boxes in px; `nameRoom` is the width names have in its boxes. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly nameRoom: number;
}

/** What the outcome card has to have room for. */
export type RungName = Pick<Rung, "short" | "happened">;

/** Where a box's text starts: after the stripe of a factor, or after the plain edge of a mechanism. */
export const INDENT = { factor: 12, plain: 10 } as const;
const PADDING = 7;
/** The five-step bar with the gap that follows it. */
export const BAR = 40;
/** Left of the rung names on the outcome card: margin, bar, bracket. */
export const CARD_LABEL = 63;
const CARD = { least: 118, most: 156 };
const LEAST_GAP = 24;
const LEAST_PER_LOAD = 1;
/** So much turning fits into the least gap. */
const LIGHT_LOAD = 12;
/** Px by which each turning arrow would like its gap wider. */
const PER_LOAD = 2;
/** Wide drawings widen the boxes too, but not without end. */
const WIDEST = 190;
/** Names longer than this end in an ellipsis. */
const LONGEST_NAME = 190;
/** Regular type is narrower than the weight names are measured at. */
const LIGHTER = 0.97;

/** Width of the outcome card: its longest rung name on two lines; those of a break are bolder and have less room. */
export function outcomeWidth(structure: MapStructure, rungs: readonly RungName[], type: Type): number {
  const title = structure.boxes.find(({ id }) => id === OUTCOME)?.name ?? "";
  const lines = rungs
    .flatMap(({ short, happened }) =>
      halves(short).map((line) => (happened ? 1 : LIGHTER) * textWidth(line, type.small)),
    )
    .map((room) => room + CARD_LABEL + 5);
  return Math.min(CARD.most, Math.max(CARD.least, 2 * 12 + textWidth(title, 12.5), ...lines));
}

/**
 * Columns from left to right: names on one line where the width allows it, else on two, widest saving first;
 * what is left over goes to the gaps, more of it where more arrows turn.
 */
export function layColumns(
  structure: MapStructure,
  slots: ReadonlyMap<string, Slot>,
  width: number,
  type: Type,
  compact: boolean,
  words: { readonly levels: readonly string[]; readonly outcome: number },
): readonly Column[] {
  const count = 1 + Math.max(0, ...[...slots.values()].map((slot) => slot.column));
  const state = BAR + Math.max(0, ...words.levels.map((word) => LIGHTER * textWidth(word, type.small)));
  const choices = Array.from({ length: count }, (_, column) => {
    const members = structure.boxes.filter(
      (box) => box.id !== OUTCOME && slots.get(box.id)?.column === column,
    );
    if (members.length === 0) return { frame: 0, widths: [words.outcome] };
    const frame = (column === 0 ? INDENT.factor : INDENT.plain) + PADDING + (compact ? BAR : 0);
    const room = (line: string) => Math.min(LONGEST_NAME, textWidth(line, type.name)) + frame;
    const whole = members.map((box) => room(box.name));
    if (compact) return { frame, widths: [Math.max(...whole)] };
    const needed = (lines: (name: string) => readonly string[]) =>
      Math.max(state + frame - 3, ...members.flatMap((box) => lines(box.name).map(room)));
    const narrowest = needed(column === 0 ? (name) => [name] : halves);
    return {
      frame,
      widths: [...new Set([narrowest, ...whole.filter((one) => one > narrowest)])].sort((a, b) => b - a),
    };
  });

  const loads = gapLoads(structure, slots, count);
  const widths = choices.map((choice) => choice.widths[0] ?? 0);
  const spare = () => width - 2 - widths.reduce((sum, one) => sum + one, 0);
  const least = loads.map((load) => LEAST_GAP + LEAST_PER_LOAD * Math.max(0, load - LIGHT_LOAD));
  const leastSum = least.reduce((sum, gap) => sum + gap, 0);
  const wanted = loads.reduce((sum, load) => sum + LEAST_GAP + PER_LOAD * load, 0);
  while (spare() < wanted && stepDown(widths, choices));
  const loadSum = loads.reduce((sum, load) => sum + load, 0) || 1;
  const extra = Math.max(0, spare() - leastSum);
  widen(widths, extra * 0.35);
  const free = Math.max(0, spare() - leastSum);

  let x = 1;
  return widths.map((one, i) => {
    const column = { x, width: one, nameRoom: one - (choices[i]?.frame ?? 0) };
    x += one + (least[i] ?? 0) + (free * (loads[i] ?? 0)) / loadSum;
    return column;
  });
}

/** Narrows the column in which that saves most, so that one more of its names takes two lines; false at the end. */
function stepDown(widths: number[], choices: readonly { readonly widths: readonly number[] }[]): boolean {
  const steps = choices.map((choice, i) => {
    const now = widths[i] ?? 0;
    const next = choice.widths.find((one) => one < now) ?? now;
    return { i, next, saving: now - next };
  });
  const best = steps.reduce((a, b) => (b.saving > a.saving ? b : a));
  if (best.saving <= 0) return false;
  widths[best.i] = best.next;
  return true;
}

/** Shares room among the columns of boxes, up to a width at which boxes stop looking like boxes. */
function widen(widths: number[], room: number): void {
  const each = room / widths.length;
  for (let i = 0; i < widths.length - 1; i++) {
    const now = widths[i] ?? 0;
    widths[i] = Math.max(now, Math.min(WIDEST, now * 1.25, now + each));
  }
}

/** How much turning happens in each gap: every arrow counts once, more if its ends are on different rows. */
function gapLoads(
  structure: MapStructure,
  slots: ReadonlyMap<string, Slot>,
  count: number,
): readonly number[] {
  const loads = new Array<number>(Math.max(0, count - 1)).fill(3);
  for (const { from, to } of structure.every) {
    const [a, b] = [slots.get(from), slots.get(to)];
    if (!a || !b) continue;
    const turn = to === OUTCOME ? 0.3 : 0.4 + Math.min(1.2, Math.abs(a.row - b.row) / 2);
    for (const gap of new Set([a.column, b.column - 1])) loads[gap] = (loads[gap] ?? 0) + turn;
  }
  return loads.slice(0, Math.max(0, count - 1));
}
