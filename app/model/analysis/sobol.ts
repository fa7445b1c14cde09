import { evaluate } from "../answer/evaluate.ts";
import { type Model, modelOf } from "../answer/model.ts";
import { type Settled, settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import { hashOf, strata, uniform } from "../random/generator.ts";
import { pertQuantile } from "../random/pert.ts";
import { interpolatedRows } from "../ranked/lattice.ts";
import { breaksUnder, tablesAt } from "./breaks.ts";
import { DEFAULT_SEED, spreadOf } from "./range.ts";
import { SaltelliRun } from "./saltelli.ts";
import type { Sobol } from "./shapes.ts";
import { complete, type Work } from "./work.ts";

/** Rows of the two samples; each takes one answer per drawn weight and two more. */
export const DEFAULT_ROWS = 512;

/** P(break) at every horizon as a function of some factors' weights; tables whose weights stand still are kept. */
class WeightedAnswer {
  readonly #model: Model;
  readonly #settled: Settled;
  readonly #usual: ReadonlyMap<string, number>;
  readonly #weights = new Map<string, number>();
  readonly #tables: Float64Array[];
  /** Mechanisms whose tables move, with the drawn factors they read and the weights they were last filled at. */
  readonly #moving: readonly { readonly at: number; readonly reads: readonly string[]; filled: string }[];

  constructor(theCase: Case, inputs: Inputs, drawn: readonly string[]) {
    this.#model = modelOf(theCase);
    this.#settled = settle(theCase, inputs);
    this.#usual = new Map(theCase.factors.map(({ id, weight }) => [id, weight.default]));
    this.#tables = tablesAt(this.#model, this.#settled).map((table) => table.slice());
    this.#moving = this.#model.mechanisms.flatMap(({ weightsRead }, at) => {
      const reads = weightsRead.filter((id) => drawn.includes(id));
      return reads.length > 0 ? [{ at, reads, filled: "" }] : [];
    });
  }

  /** @param weights of the drawn factors, 0..10 */
  at(weights: Iterable<readonly [string, number]>): readonly number[] {
    for (const [id, weight] of weights) this.#weights.set(id, weight);
    const ratio = (id: string) => {
      const weight = this.#weights.get(id);
      return weight === undefined ? this.#settled.ratio(id) : weight / this.#usual.get(id)!;
    };
    for (const moving of this.#moving) {
      const key = moving.reads.map(ratio).join();
      if (key === moving.filled) continue;
      moving.filled = key;
      this.#model.mechanisms[moving.at]!.fill(ratio, interpolatedRows, this.#tables[moving.at]!);
    }
    // A drawn weighting under which the evidence cannot be learns nothing from it, as in a range.
    return (
      breaksUnder(this.#model, this.#settled, this.#tables) ??
      breaksUnder(this.#model, { ...this.#settled, evidence: [] }, this.#tables)!
    );
  }
}

/**
 * Global sensitivity, in portions: which weights the spread of the range comes from. First-order and total Sobol
 * indices of P(break) at each horizon, over weights drawn as for the range (PERT; a factor that is not drawn gets 0).
 * Latin hypercube columns belong to a factor's id and the seed alone. Source: see `SaltelliRun`.
 */
export class SobolRun {
  readonly #case: Case;
  readonly #drawn: readonly string[];
  readonly #run: SaltelliRun;

  /** @throws ImpossibleEvidence where the evidence cannot be as things are set */
  constructor(theCase: Case, inputs: Inputs, seed = DEFAULT_SEED, rows = DEFAULT_ROWS) {
    if (settle(theCase, inputs).evidence.length > 0) evaluate(theCase, inputs);
    const draws = theCase.factors.flatMap((factor) => {
      const spread = spreadOf(theCase, inputs, factor);
      if (!spread || !(spread.high > spread.low)) return [];
      const weightAt = pertQuantile(spread.low, spread.mode, spread.high);
      const column = (sample: number) => strata(rows, uniform(seed, hashOf(factor.id), sample)).map(weightAt);
      return [{ id: factor.id, a: column(0), b: column(1) }];
    });
    this.#case = theCase;
    this.#drawn = draws.map(({ id }) => id);
    const answer = new WeightedAnswer(theCase, inputs, this.#drawn);
    this.#run = new SaltelliRun(
      (x) => answer.at(this.#drawn.map((id, i) => [id, x[i]!] as const)),
      theCase.horizons.length,
      rows,
      draws.map(({ a }) => a),
      draws.map(({ b }) => b),
    );
  }

  get done(): number {
    return this.#run.done;
  }

  get rows(): number {
    return this.#run.rows;
  }

  /** Up to `portion` more rows, each one answer per drawn weight and two more; true when all are done. */
  advance(portion: number): boolean {
    return this.#run.advance(portion);
  }

  /** Estimates from the rows done so far. */
  result(): Sobol {
    const { first, total } = this.#run.result();
    const named = (shares: readonly number[]) =>
      Object.fromEntries(
        this.#case.factors.map(({ id }) => {
          const i = this.#drawn.indexOf(id);
          return [id, i < 0 ? 0 : shares[i]!];
        }),
      );
    return {
      horizons: Object.fromEntries(
        this.#case.horizons.map(({ id }, h) => [id, { first: named(first[h]!), total: named(total[h]!) }]),
      ),
    };
  }
}

/** All rows at once (MODEL.md §4). @throws ImpossibleEvidence */
export function sobol(theCase: Case, inputs: Inputs, seed?: number, rows?: number): Sobol {
  return complete(sobolWork(theCase, inputs, seed, rows));
}

/** The same, one row a step. */
export function* sobolWork(theCase: Case, inputs: Inputs, seed?: number, rows?: number): Work<Sobol> {
  const run = new SobolRun(theCase, inputs, seed, rows);
  while (!run.advance(1)) yield { done: run.done / run.rows };
  return run.result();
}
