import { type Model, modelOf } from "../answer/model.ts";
import { type Settled, settle } from "../answer/settle.ts";
import type { Case, Inputs } from "../case/types.ts";
import { interpolatedRows } from "../ranked/lattice.ts";
import { breaksUnder, tablesAt } from "./breaks.ts";

/** P(break) at every horizon as a function of some factors' weights; tables whose weights stand still are kept. */
export class WeightedAnswer {
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
