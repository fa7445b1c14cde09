/** Where the bars of a waterfall float. Shares are signed; 0.12 is twelve points. */

export interface WaterfallRow {
  readonly id: string;
  readonly label: string;
  /** What this row adds to the chance of a break. */
  readonly value: number;
  /** The same in whole points, of a column that adds up. */
  readonly points: number;
  readonly tone: "apart" | "hold";
}

export interface Floating {
  readonly from: number;
  readonly to: number;
}

/** Each row starts where the one before it ended; the first one at `start`. */
export function float(start: number, rows: readonly WaterfallRow[]): readonly Floating[] {
  let run = start;
  return rows.map(({ value }) => {
    const from = run;
    run += value;
    return { from: Math.min(from, run), to: Math.max(from, run) };
  });
}

const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * The share at the right end of the scale: the next round number at or above all that is drawn. It moves in steps,
 * so that a drag of one weight does not stretch every bar at every pixel.
 */
export function scaleEnd(highest: number): number {
  if (highest <= 0) return 0.01;
  const power = 10 ** Math.floor(Math.log10(highest) + 1e-9);
  const step = ROUND.find((factor) => factor * power >= highest - 1e-12) ?? 10;
  return Math.min(step * power, 1);
}
