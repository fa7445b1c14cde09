import { bestFit, type Family, type Fit, pooledQuantile, quantileDots } from "./fit.ts";
import { STANDARD_SURENESS, standardised, type ThreePoint } from "./interval.ts";

/* What people said without any model, each as a curve through their three points, pooled: SHELF's way (Oakley and O'Hagan). */

/** The room's spans as one distribution. */
export interface Judged {
  /** How many gave a span through which a curve can be laid; the others gave one number, or two that are the same. */
  readonly fitted: number;
  readonly people: number;
  /** The middle of the pool, and the span that holds `sureness` of it. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly sureness: number;
  /** Twenty equal chances. */
  readonly dots: readonly number[];
}

/**
 * A curve through each person's lowest, best and highest, and their linear pool.
 * @param sureness what a span is to hold: 0.8 puts lowest and highest at 10 % and 90 %
 * @returns null where no span makes a curve
 */
export function pooledSpans(
  spans: readonly ThreePoint[],
  limits: readonly [number, number],
  sureness: number,
  families: readonly Family[],
): Judged | null {
  const tail = (1 - sureness) / 2;
  const fits = spans.flatMap(({ low, best, high }): Fit[] => {
    const chances = [tail, 0.5, 1 - tail];
    const found = bestFit({ values: [low, best, high], chances, limits }, families);
    return found ? [found] : [];
  });
  if (fits.length === 0) return null;
  const at = (p: number) => pooledQuantile(fits, limits, p);
  return {
    fitted: fits.length,
    people: spans.length,
    low: at(tail),
    median: at(0.5),
    high: at(1 - tail),
    sureness,
    dots: quantileDots(at),
  };
}

/** Ends of a chance at which a curve can still pass. */
const EDGE = 0.001;

/**
 * Chances as people gave them, 0..1. A span is read as holding 4 in 5; where practice showed how often the room's spans
 * hold the truth, they are first brought from that to 4 in 5 (`standardised`).
 * @param held share of practice spans that held the truth; null where it is not known
 */
export function judgedChances(spans: readonly ThreePoint[], held: number | null): Judged | null {
  const inside = (x: number) => Math.min(1 - EDGE, Math.max(EDGE, x));
  const told = spans.map((span) => {
    // A room whose spans never held anything tells nothing of how wide they should be.
    const wide = held === null ? span : standardised(span, Math.max(held, 0.2));
    return { low: inside(wide.low), best: inside(wide.best), high: inside(wide.high) };
  });
  return pooledSpans(told, [0, 1], STANDARD_SURENESS, ["beta"]);
}

/** Quantities of any size, between ends well outside of everything that was said. */
export function judgedQuantities(spans: readonly ThreePoint[], sureness: number): Judged | null {
  const [least, most] = [
    Math.min(...spans.map(({ low }) => low)),
    Math.max(...spans.map(({ high }) => high)),
  ];
  const over = (most - least) / 2;
  // What nobody put below zero does not go there.
  const from = least > 0 ? Math.max(0, least - over) : least - over;
  return spans.length > 0 && over > 0
    ? pooledSpans(spans, [from, most + over], sureness, ["beta", "normal", "lognormal"])
    : null;
}
