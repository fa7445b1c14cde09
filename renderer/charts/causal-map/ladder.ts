import type { Rung } from "../../../app/model/case/types.ts";
import { wholePercent } from "../percent.ts";
import { spread } from "./spread.ts";
import { textWidth, wrap } from "./text.ts";

/** One rung as drawn: its bar from `top`, the share in the bar or beside it, its name at `labelY` (middle). */
export interface LadderStep {
  readonly id: string;
  readonly happened: boolean;
  readonly top: number;
  readonly height: number;
  /** Printed in the bar; null where the bar is too low, and then the name carries it. */
  readonly inside: string | null;
  readonly lines: readonly string[];
  readonly labelY: number;
}

export interface Ladder {
  readonly steps: readonly LadderStep[];
  /** From the top of the first to the foot of the last rung in which it happened; null if none is. */
  readonly bracket: { readonly top: number; readonly bottom: number } | null;
}

const GAP = 2;
const WALL = 5;
const LOWEST_BAR = 3;
const ROOM_FOR_TEXT = 17;
export const LINE = 13.5;
/** Names of rungs that are no break stand this much nearer to their bars: there is no bracket between. */
export const NEARER = 7;

/**
 * The ladder between two heights: rungs of a break on top, the worst first, a wider gap below them.
 * Names stand beside their bars and move apart where bars are too low for them; `labelRoom` is the px beside a break.
 */
export function layLadder(
  rungs: readonly Rung[],
  shares: Readonly<Record<string, number>>,
  percents: Readonly<Record<string, number>>,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  labelRoom: number,
  size: number,
): Ladder {
  const down = [...rungs].reverse();
  const ordered = [...down.filter((rung) => rung.happened), ...down.filter((rung) => !rung.happened)];
  const broken = ordered.filter((rung) => rung.happened).length;
  const wall = broken > 0 && broken < ordered.length ? WALL : 0;
  const heights = barHeights(
    ordered.map(({ id }) => shares[id] ?? 0),
    bottom - top - wall,
  );

  let y = top;
  const bars = ordered.map((rung, i) => {
    if (i === broken) y += wall;
    const bar = { rung, top: y, height: (heights[i] ?? 0) - GAP };
    y += heights[i] ?? 0;
    return bar;
  });
  const worded = bars.map((bar) => {
    const percent = wholePercent(percents[bar.rung.id] ?? 0);
    const inside = bar.height + GAP > ROOM_FOR_TEXT ? percent : null;
    const room = labelRoom + (bar.rung.happened ? 0 : NEARER);
    const name = wrap(bar.rung.short, room, size, 2);
    const lines = inside === null ? withPercent(name, percent, room, size) : name;
    return { ...bar, inside, lines };
  });
  const wishes = worded.map((bar) => ({ want: bar.top + bar.height / 2, size: bar.lines.length * LINE + 2 }));
  const middles = spread(wishes, top - 2, bottom + 6);
  const steps = worded.map(({ rung, top: barTop, height, inside, lines }, i) => ({
    id: rung.id,
    happened: rung.happened,
    top: barTop,
    height,
    inside,
    lines,
    labelY: middles[i] ?? barTop,
  }));
  const last = bars[broken - 1];
  return { steps, bracket: last ? { top, bottom: last.top + last.height } : null };
}

/** A name that carries the number too: behind its last line, or below it where that is too narrow. */
function withPercent(
  name: readonly string[],
  percent: string,
  room: number,
  size: number,
): readonly string[] {
  const last = `${name.at(-1) ?? ""} ${percent}`;
  return textWidth(last, size) <= room ? [...name.slice(0, -1), last] : [...name, percent];
}

/** Heights by share; a rung too small to be seen gets the least height, taken from the others. */
function barHeights(shares: readonly number[], room: number): readonly number[] {
  const least = LOWEST_BAR + GAP;
  const small = shares.map((share) => share * room < least);
  const rest = shares.reduce((sum, share, i) => sum + (small[i] ? 0 : share), 0);
  const left = room - least * small.filter(Boolean).length;
  return shares.map((share, i) => (small[i] || rest === 0 ? least : (share / rest) * left));
}
