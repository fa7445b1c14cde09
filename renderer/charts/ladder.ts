/** Where the rungs of one horizon lie in a bar. All lengths in px. */

export type Tone = "r1" | "r2" | "r3" | "r4" | "r5";

export interface RungInfo {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly tone: Tone;
  /** Whether this rung is a break. */
  readonly happened: boolean;
}

/** A rung's chance: the share as it is, and the whole percentage it is shown as (of a set that adds up to 100). */
export interface RungShare {
  readonly id: string;
  readonly value: number;
  readonly percent: number;
}

export interface Segment {
  readonly id: string;
  /** Free space before it. */
  readonly lead: number;
  readonly width: number;
}

const GAP = 2;
/** Added between "no break" and "break": the border that matters has to be seen without colour. */
const BORDER = 4;
/** A rung that is possible is never too thin to see. */
const THINNEST = 3;

/** Places the rungs of one bar side by side, in the order of `infos`, so that they fill `length` exactly. */
export function placeSegments(
  shares: readonly RungShare[],
  infos: readonly RungInfo[],
  length: number,
): readonly Segment[] {
  const present = infos.flatMap((info) => {
    const share = shares.find(({ id }) => id === info.id);
    return share && share.value > 0 ? [{ ...info, value: share.value }] : [];
  });
  const leads = present.map((info, i) => {
    const before = present[i - 1];
    return before ? GAP + (before.happened === info.happened ? 0 : BORDER) : 0;
  });
  const free = Math.max(length - leads.reduce((a, b) => a + b, 0), 0);
  const widths = shareOut(
    present.map(({ value }) => value),
    free,
  );
  return present.map(({ id }, i) => ({ id, lead: leads[i] ?? 0, width: widths[i] ?? 0 }));
}

/** Splits `free` px in proportion, where none gets less than the thinnest; the others give up what that costs. */
function shareOut(values: readonly number[], free: number): readonly number[] {
  if (values.length * THINNEST > free) return values.map(() => free / values.length);
  const raised = new Set<number>();
  for (;;) {
    const left = free - raised.size * THINNEST;
    const total = values.reduce((sum, value, i) => (raised.has(i) ? sum : sum + value), 0);
    const width = (i: number) => (raised.has(i) ? THINNEST : ((values[i] ?? 0) / total) * left);
    const thin = values.findIndex((_, i) => width(i) < THINNEST - 1e-9);
    if (thin < 0) return values.map((_, i) => width(i));
    raised.add(thin);
  }
}

/** Which segment lies at `x` px from the left end of the bar; gaps belong to the segment after them. */
export function segmentAt(segments: readonly Segment[], x: number): Segment | undefined {
  let end = 0;
  return segments.find((segment) => x < (end += segment.lead + segment.width));
}
