import { type Model, modelOf } from "../answer/model.ts";
import { type Settled, settle } from "../answer/settle.ts";
import { entryOf, weightOf } from "../case/settings.ts";
import { evaluate } from "../answer/evaluate.ts";
import type { Case, Factor, Inputs } from "../case/types.ts";
import { hashOf, strata, uniform } from "../random/generator.ts";
import { pertQuantile } from "../random/pert.ts";
import { interpolatedRows } from "../ranked/lattice.ts";
import type { Ratio } from "../ranked/rule.ts";
import { breaksUnder } from "./breaks.ts";
import type { Range, RangeAt } from "./shapes.ts";
import { complete, type Work } from "./work.ts";

export const DEFAULT_SEED = 1;
export const DEFAULT_DRAWS = 1000;
export const DOTS = 50;

/** How a weight is drawn; null: it stays as it is. */
export interface Spread {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

const clip = (w: number): number => Math.min(10, Math.max(0, w));

/** The range a weight is drawn from: typed by the user, else the case's own plausible range moved along with it. */
export function spreadOf(theCase: Case, inputs: Inputs, factor: Factor): Spread | null {
  const mode = weightOf(theCase, inputs, factor.id);
  const typed = entryOf(inputs.ranges, factor.id);
  if (typed) return { low: typed[0], mode, high: typed[1] };
  if (mode === 0) return null;
  const { default: usual, min, max } = factor.weight;
  return { low: clip(mode - (usual - min)), mode, high: clip(mode + (max - usual)) };
}

/** Sorted values' quantile at share u, interpolated between neighbours (Hyndman and Fan's type 7). */
export function quantile(sorted: ArrayLike<number>, u: number): number {
  const position = u * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (position - below) * (sorted[above]! - sorted[below]!);
}

function summary(values: Float64Array): RangeAt {
  const sorted = values.slice().sort();
  return {
    low: quantile(sorted, 0.1),
    high: quantile(sorted, 0.9),
    dots: Array.from({ length: DOTS }, (_, i) => quantile(sorted, (i + 0.5) / DOTS)),
    mean: values.reduce((sum, v) => sum + v, 0) / values.length,
  };
}

/**
 * Draws of the weights, and P(break) at each horizon for each: made in portions, so that a caller can show the first
 * ones, report progress and stop. Draws belong to a factor's id and the seed alone: scenarios share them.
 */
export class RangeRun {
  readonly draws: number;
  readonly seed: number;
  done = 0;
  readonly #model: Model;
  readonly #settled: Settled;
  readonly #weights: ReadonlyMap<string, Float64Array>;
  readonly #values: readonly Float64Array[];
  readonly #tables: Float64Array[];
  readonly #usual: ReadonlyMap<string, number>;
  /** Mechanisms whose table changes from draw to draw. */
  readonly #moving: readonly number[];

  constructor(theCase: Case, inputs: Inputs, seed = DEFAULT_SEED, draws = DEFAULT_DRAWS) {
    this.draws = draws;
    this.seed = seed;
    this.#model = modelOf(theCase);
    this.#settled = settle(theCase, inputs);
    this.#values = theCase.horizons.map(() => new Float64Array(draws));
    this.#weights = new Map(
      theCase.factors.flatMap((factor) => {
        const spread = spreadOf(theCase, inputs, factor);
        if (!spread) return [];
        const at = pertQuantile(spread.low, spread.mode, spread.high);
        return [[factor.id, strata(draws, uniform(seed, hashOf(factor.id))).map(at)] as const];
      }),
    );
    this.#tables = theCase.mechanisms.map((_, i) => this.#model.table(i, this.#settled.ratio).slice());
    this.#moving = this.#model.mechanisms.flatMap(({ weightsRead }, i) =>
      weightsRead.some((id) => this.#weights.has(id)) ? [i] : [],
    );
    this.#usual = new Map(theCase.factors.map(({ id, weight }) => [id, weight.default]));
    if (this.#settled.evidence.length > 0) evaluate(theCase, inputs); // impossible evidence is said at once
  }

  /** Makes up to `portion` more draws; true when all are made. */
  advance(portion: number): boolean {
    const until = Math.min(this.draws, this.done + portion);
    for (; this.done < until; this.done++) this.#draw(this.done);
    return this.done === this.draws;
  }

  /** Summary of the draws made so far. */
  result(): Range {
    return {
      seed: this.seed,
      draws: this.done,
      horizons: Object.fromEntries(
        this.#model.case.horizons.map(({ id }, h) => [id, summary(this.#values[h]!.slice(0, this.done))]),
      ),
    };
  }

  #draw(n: number): void {
    const ratio: Ratio = (id) => {
      const drawn = this.#weights.get(id);
      return drawn ? drawn[n]! / this.#usual.get(id)! : this.#settled.ratio(id);
    };
    for (const i of this.#moving) this.#model.mechanisms[i]!.fill(ratio, interpolatedRows, this.#tables[i]!);
    // A drawn weighting under which the evidence cannot be learns nothing from it.
    const breaks =
      breaksUnder(this.#model, this.#settled, this.#tables) ??
      breaksUnder(this.#model, { ...this.#settled, evidence: [] }, this.#tables)!;
    breaks.forEach((chance, h) => (this.#values[h]![n] = chance));
  }
}

/** Range of P(break) over plausible weightings, at every horizon (MODEL.md §4). @throws ImpossibleEvidence */
export function range(theCase: Case, inputs: Inputs, seed?: number, draws?: number): Range {
  return complete(rangeWork(theCase, inputs, seed, draws));
}

/** Draws of the first picture. */
export const FIRST_DRAWS = 200;

/** The same, a few draws a step; the first picture after 200 draws. */
export function* rangeWork(theCase: Case, inputs: Inputs, seed?: number, draws?: number): Work<Range> {
  const run = new RangeRun(theCase, inputs, seed, draws);
  while (!run.advance(DRAWS_PER_STEP)) {
    const done = run.done / run.draws;
    yield run.done === FIRST_DRAWS ? { done, partial: () => run.result() } : { done };
  }
  return run.result();
}

/** A divisor of the first picture's. */
const DRAWS_PER_STEP = 5;
