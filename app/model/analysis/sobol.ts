import { evaluate } from "../answer/evaluate.ts";
import { settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import { hashOf, strata, uniform } from "../random/generator.ts";
import { pertQuantile } from "../random/pert.ts";
import { DEFAULT_SEED, spreadOf } from "./range.ts";
import { SaltelliRun } from "./saltelli.ts";
import type { Sobol } from "./shapes.ts";
import { WeightedAnswer } from "./weighted-answer.ts";
import { complete, type Work } from "./work.ts";

/** Rows of the two samples; each takes one answer per drawn weight and two more. */
export const DEFAULT_ROWS = 512;

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
