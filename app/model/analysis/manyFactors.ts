import { type ChancePlan, chancePlan, eventReading, type Reading } from "../answer/event.ts";
import type { Model } from "../answer/model.ts";
import { tablesOf } from "../answer/phase.ts";
import type { Settled } from "../answer/settle.ts";
import { uniform } from "../random/generator.ts";
import { gaussLegendre } from "./gauss.ts";
import { averageGains, mirroredOrders } from "./orders.ts";
import type { Attribution } from "./shapes.ts";
import { forEach, part, type Work } from "./work.ts";

/** Orders, in pairs of one and its reverse, that the remainder is averaged over; twice as many bring it a sixth nearer. */
const PAIRS = 4;

/** One phase's chance as the factors' priors move from the lowest to as set. */
class Path {
  /** Indices of the factors that matter. */
  readonly matter: readonly number[];
  readonly #plan: ChancePlan;
  readonly #tables: readonly Float64Array[];
  readonly #reading: Reading;
  readonly #low: readonly Float64Array[];
  readonly #high: readonly Float64Array[];

  constructor(model: Model, settled: Settled, h: number, reading: Reading, lowest: Lowest) {
    this.#plan = chancePlan(
      model,
      reading.map(({ of }) => of),
      "none",
      `many ${h}`,
    );
    this.#tables = tablesOf(model, settled, h);
    this.#reading = reading;
    this.matter = this.#plan.ancestry.factors;
    this.#low = this.matter.map((f) => lowest[h]![f]!);
    this.#high = this.matter.map((f) => settled.priors[h]![f]!);
  }

  /** @param share of the way, per factor that matters */
  chance(share: (i: number) => number): number {
    const priors = this.#low.map((low, i) => mixed(low, this.#high[i]!, share(i)));
    // Along an order of joining one prior changes at a time.
    return this.#plan.rerun(priors, this.#tables, this.#reading)[0]!;
  }

  /** Shapley value of every factor that matters, exact. */
  points(): number[] {
    const sums = this.matter.map(() => 0);
    const { points, weights } = gaussLegendre(Math.ceil(this.matter.length / 2));
    for (const [n, q] of points.entries()) {
      this.chance(() => q);
      for (const [i, slopes] of this.#plan.gradients().slice(0, sums.length).entries())
        slopes.forEach(
          (slope, k) => (sums[i]! += weights[n]! * slope * (this.#high[i]![k]! - this.#low[i]![k]!)),
        );
    }
    return sums;
  }
}

/** Priors of factors outside a coalition: [phase][factor]. */
type Lowest = readonly (readonly Float64Array[])[];

/** What one phase's chance is made of, exactly, however many factors there are; `points` by the factor's index. */
export function pointsInPhase(model: Model, settled: Settled, h: number, reading: Reading, lowest: Lowest) {
  const path = new Path(model, settled, h, reading, lowest);
  const points = path.points();
  return {
    start: path.chance(() => 0),
    answer: path.chance(() => 1),
    points: model.case.factors.map((_, f) => points[path.matter.indexOf(f)] ?? 0),
  };
}

/**
 * Shapley values for more factors than all coalitions can be gone through for, nothing seen.
 *
 * A phase's chance c(S) is linear in each factor's prior, so its multilinear extension C(q) is one run with every
 * prior mixed, and the Shapley value ∫₀¹ ∂C/∂qᵢ(q, …, q) dq (Owen 1972) is exact by quadrature: the slope is a
 * polynomial of degree n − 1. P(break by h) = 1 − Π (1 − c) over phases is not a sum of such chances; the sum that is
 * nearest at the middle of the way is taken exactly, and only what is left, which is of second order, is averaged over
 * seeded orders. So the first phase is exact, and everything sums to the answer.
 */
export function* pointsOfMany(model: Model, settled: Settled, lowest: Lowest): Work<Attribution> {
  const { factors, horizons } = model.case;
  const paths = horizons.map(
    (_, h) => new Path(model, settled, h, eventReading(model, settled.hazard[h]!), lowest),
  );
  const { matter } = paths[0]!;
  const single = yield* part(forEach(paths, (path) => path.points()), 0, 0.3); // prettier-ignore

  const middle = paths.map((path) => path.chance(() => 0.5));
  /** [horizon][phase]: how much P(break by the horizon) changes with the phase's chance, at the middle. */
  const rates = horizons.map((_, h) =>
    horizons.map((_, j) => (j > h ? 0 : allStay(middle.filter((_, i) => i <= h && i !== j)))),
  );
  const chancesOf = (members: ReadonlySet<number>) =>
    paths.map((path) => path.chance((i) => (members.has(i) ? 1 : 0)));
  const left = (members: ReadonlySet<number>) => {
    const chances = chancesOf(members);
    return breaksOf(chances).map((v, h) => v - dot(rates[h]!, chances));
  };
  const orders = mirroredOrders(matter.length, PAIRS, uniform(1));
  const rest = yield* part(averageGains(matter.length, orders, left), 0.3, 1);

  const start = breaksOf(chancesOf(new Set()));
  const answer = breaksOf(chancesOf(new Set(matter.keys())));
  const pointsAt = (h: number, i: number) =>
    i < 0 ? 0 : rest[h]![i]! + dot(rates[h]!, single.map((points) => points[i]!)); // prettier-ignore
  return {
    orders: orders.length,
    horizons: Object.fromEntries(
      horizons.map(({ id }, h) => [
        id,
        {
          start: start[h]!,
          answer: answer[h]!,
          points: Object.fromEntries(factors.map((one, f) => [one.id, pointsAt(h, matter.indexOf(f))])),
        },
      ]),
    ),
  };
}

const mixed = (low: Float64Array, high: Float64Array, share: number): Float64Array =>
  share === 0 ? low : share === 1 ? high : low.map((p, k) => p + share * (high[k]! - p));

const allStay = (chances: readonly number[]): number => chances.reduce((all, c) => all * (1 - c), 1);

/** P(break by the end of each phase) from the chance in each. */
const breaksOf = (chances: readonly number[]): number[] => {
  let alive = 1;
  return chances.map((c) => 1 - (alive *= 1 - c));
};

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);
