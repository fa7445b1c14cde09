import { shapleyValues } from "../analysis/shapley.ts";
import { complete, part, type Work } from "../analysis/work.ts";
import { fewer, type Weighted } from "./gauss.ts";
import { deviation, variance } from "./spread.ts";

/** Answers of a model at a row of weights, one number per question. The row is used again after the call. */
export type Model = (weights: Float64Array) => readonly number[];

/** Whose disagreement makes one answer spread. */
export interface Drivers {
  /** Shapley effect of each factor, ≥ 0; they sum to `product`. */
  readonly effects: readonly number[];
  /** The same as shares; all 0 where nothing spreads. */
  readonly shares: readonly number[];
  /** Share explained by the factor alone, and share gone without it. */
  readonly first: readonly number[];
  readonly total: readonly number[];
  /** Variance of the answer when every factor's weight comes from a person of its own. */
  readonly product: number;
  /** Variance of the answer over the people as they are. */
  readonly actual: number;
  /** actual − product: what weighing some factors high together adds or takes. */
  readonly coupling: number;
  /** Every combination of weights was put to the model; else fewer weights stood for each factor's. */
  readonly exact: boolean;
}

/** Combinations of weights that are worked out at most. */
export const AFFORDABLE = 2048;

/**
 * Disagreement drivers: Shapley effects over the product distribution, each factor's weight drawn from a person by
 * itself. Never negative, and they sum to the variance; what people's weights have in common is `coupling`. Where
 * there are too many combinations, a few points stand for all weights of a factor (`fewer`): the model bends so little
 * between them that this comes nearer than thousands of draws. Source: Owen 2014.
 * @param people [person][factor] weights @param questions how many numbers the model answers
 */
export const drivers = (people: readonly (readonly number[])[], model: Model, questions = 1) =>
  complete(driversWork(people, model, questions));

/** The same, a few answers a step. */
export function* driversWork(
  people: readonly (readonly number[])[],
  model: Model,
  questions = 1,
): Work<Drivers[]> {
  const factors = people[0]?.length ?? 0;
  const values = Array.from({ length: factors }, (_, f) => different(people.map((row) => row[f]!)));
  const moving = values.flatMap(({ at }, f) => (at.length > 1 ? [f] : []));
  const answers = people.map((row) => model(Float64Array.from(row)));
  const actual = Array.from({ length: questions }, (_, q) => variance(answers.map((answer) => answer[q]!)));
  const start = Float64Array.from(people[0] ?? []);
  const { points, exact } = affordable(people, values, moving);
  const raw = yield* part(enumerated(start, moving, points, model, questions), 0, 1);
  const spread = (some: readonly number[]) =>
    Array.from({ length: factors }, (_, f) => some[moving.indexOf(f)] ?? 0);
  return raw.map(({ effects, product, first, total }, q): Drivers => {
    const shareOf = (part: readonly number[]) => spread(part.map((x) => (product > STILL ? x / product : 0)));
    return {
      effects: spread(effects),
      shares: shareOf(effects),
      first: shareOf(first),
      total: shareOf(total),
      product,
      actual: actual[q]!,
      coupling: actual[q]! - product,
      exact,
    };
  });
}

/** Below this an answer does not spread at all: what is left is rounding. */
const STILL = 1e-20;

interface Raw {
  readonly effects: readonly number[];
  readonly product: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** The different weights a factor is given, each with the share of people who give it. */
function different(weights: readonly number[]): Weighted {
  const at = [...new Set(weights)];
  return { at, share: at.map((x) => weights.filter((w) => w === x).length / weights.length) };
}

/** As many points a factor as can be worked out: all its weights, else as many for each, and more where people differ most. */
function affordable(
  people: readonly (readonly number[])[],
  values: readonly Weighted[],
  moving: readonly number[],
): { readonly points: readonly Weighted[]; readonly exact: boolean } {
  const counts = values.map(() => 1);
  const most = (f: number) => values[f]!.at.length;
  const widest = moving.toSorted(
    (a, b) => deviation(people.map((row) => row[b]!)) - deviation(people.map((row) => row[a]!)),
  );
  for (let grown = true; grown;) {
    grown = false;
    for (const f of widest) {
      const others = moving.reduce((product, g) => (g === f ? product : product * counts[g]!), 1);
      if (counts[f]! >= most(f) || others * (counts[f]! + 1) > AFFORDABLE) continue;
      counts[f]! += 1;
      grown = true;
    }
  }
  return {
    points: values.map((one, f) => fewer(one, counts[f]!)),
    exact: moving.every((f) => counts[f] === most(f)),
  };
}

/** Every combination of weights once; then the variance of what each set of factors fixes. */
function* enumerated(
  start: Float64Array,
  moving: readonly number[],
  values: readonly Weighted[],
  model: Model,
  questions: number,
): Work<Raw[]> {
  const sizes = moving.map((f) => values[f]!.at.length);
  const count = sizes.reduce((product, size) => product * size, 1);
  const tensors = Array.from({ length: questions }, () => new Float64Array(count));
  const x = start.slice();
  for (let c = 0; c < count; c++) {
    let rest = c;
    for (let i = moving.length - 1; i >= 0; i--) {
      x[moving[i]!] = values[moving[i]!]!.at[rest % sizes[i]!]!;
      rest = Math.floor(rest / sizes[i]!);
    }
    model(x).forEach((y, q) => (tensors[q]![c] = y));
    yield { done: (c + 1) / count };
  }
  const shares = moving.map((f) => values[f]!.share);
  return tensors.map((tensor) => {
    const fixed = fixedVariances(tensor, shares);
    const all = fixed.length - 1;
    const bit = (i: number) => 1 << (moving.length - 1 - i);
    return {
      effects: shapleyValues(fixed, moving.length).map((effect) => Math.max(0, effect)),
      product: fixed[all]!,
      first: moving.map((_, i) => fixed[bit(i)]!),
      total: moving.map((_, i) => fixed[all]! - fixed[all & ~bit(i)]!),
    };
  });
}

/**
 * Var(E[f | the factors of a set]) for every set, the first factor's bit the highest: axis after axis is either kept
 * or averaged away.
 * @param tensor values of f, the last factor's value changing fastest @param shares chance of each value of each factor
 */
function fixedVariances(tensor: Float64Array, shares: readonly (readonly number[])[]): Float64Array {
  const fixed = new Float64Array(1 << shares.length);
  const visit = (axis: number, set: number, kept: Float64Array, values: Float64Array): void => {
    const share = shares[axis];
    if (!share) {
      let [mean, square] = [0, 0];
      kept.forEach((chance, i) => (mean += chance * values[i]!));
      kept.forEach((chance, i) => (square += chance * (values[i]! - mean) ** 2));
      fixed[set] = square;
      return;
    }
    const rest = values.length / kept.length / share.length;
    const averaged = new Float64Array(kept.length * rest);
    const both = new Float64Array(kept.length * share.length);
    kept.forEach((chance, k) =>
      share.forEach((p, v) => {
        both[k * share.length + v] = chance * p;
        for (let r = 0; r < rest; r++)
          averaged[k * rest + r]! += p * values[(k * share.length + v) * rest + r]!;
      }),
    );
    visit(axis + 1, set << 1, kept, averaged);
    visit(axis + 1, (set << 1) | 1, both, values);
  };
  visit(0, 0, Float64Array.of(1), tensor);
  return fixed;
}
