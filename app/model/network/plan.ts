import { eliminationOrder } from "./order.ts";
import { backward, compileStep, forward, type Operand, type Scope, sizeOf, type Step } from "./step.ts";

/** Entries of the largest tensor that is still computed: more would not fit beside its offsets in memory. */
const WIDEST = 10_000_000;

/**
 * A compiled elimination: Σ over all variables outside `keep` of the product of the input tensors, as a fixed list
 * of multiply-and-sum steps with precomputed offsets. Running it allocates nothing.
 *
 * Run backwards it gives the derivative of the result in every entry of every input, exactly and for the price of
 * about two runs. As the result is linear in each input, that derivative is the rest of the network as seen from
 * that input: table · derivative is the joint of a family, and swapping a table costs one dot product
 * (Darwiche, "A differential approach to inference in Bayesian networks", 2003).
 */
export class Plan {
  /** Inputs first, then the intermediate tensors; inputs may be replaced before a run. */
  readonly tensors: Float64Array[];
  readonly work: number;
  readonly #steps: readonly Step[];
  readonly #slots: readonly number[];
  /** Whether a derivative is asked of a tensor, or of one that it was made from. */
  readonly #isAsked: readonly boolean[];
  #gradients: Float64Array[] | null = null;
  #changed: Uint8Array | null = null;

  /**
   * @param scopes one scope per input tensor (variable numbers, row-major, last fastest)
   * @param keep the variables of the result, in its order
   * @param cards number of states of each variable
   * @param asked the inputs whose derivatives will be asked for; all where it is left out
   * @throws RangeError where the cheapest order found is still too wide
   */
  constructor(
    scopes: readonly Scope[],
    keep: Scope,
    cards: readonly number[],
    asked: readonly number[] = scopes.map((_, input) => input),
  ) {
    const { contractions, work } = eliminationOrder(scopes, keep, cards);
    const widest = Math.max(sizeOf(keep, cards), ...contractions.map(({ scope }) => sizeOf(scope, cards)));
    if (widest > WIDEST)
      throw new RangeError(
        "The causes of this case are too intertwined to be computed exactly: a mechanism with fewer causes, or causes shared by fewer mechanisms, would help.",
      );
    const operands: Operand[] = scopes.map((scope, id) => ({ id, scope }));
    const steps: Step[] = [];
    for (const { a, b, scope, summed } of contractions) {
      const out = { id: operands.length, scope };
      operands.push(out);
      steps.push(compileStep(operands[a]!, b === null ? null : operands[b]!, out, summed, cards));
    }
    // A last step puts the axes in the asked order (and spreads the result over kept variables nothing depends on).
    const last = { id: operands.length, scope: keep };
    steps.push(compileStep(operands.at(-1)!, null, last, null, cards));
    operands.push(last);
    this.work = work;
    this.#steps = steps;
    const isAsked = operands.map(({ id }) => asked.includes(id));
    for (const { a, b, out } of steps) isAsked[out] = isAsked[a]! || (b >= 0 && isAsked[b]!);
    this.#isAsked = isAsked;
    this.#slots = operands.map(({ scope }) => sizeOf(scope, cards));
    this.tensors = this.#slots.map((size) => new Float64Array(size));
  }

  /** Result over `keep`, valid until the next run. */
  run(): Float64Array {
    const { tensors } = this;
    for (const step of this.#steps)
      forward(step, tensors[step.a]!, step.b < 0 ? null : tensors[step.b]!, tensors[step.out]!);
    return tensors.at(-1)!;
  }

  /**
   * The same for these inputs, each of which must never be written to again: only what those reach that are other
   * arrays than before is worked out anew.
   */
  rerun(inputs: readonly Float64Array[]): Float64Array {
    const { tensors } = this;
    const changed = (this.#changed ??= new Uint8Array(tensors.length));
    changed.fill(0);
    inputs.forEach((input, i) => {
      if (tensors[i] === input) return;
      tensors[i] = input;
      changed[i] = 1;
    });
    for (const step of this.#steps) {
      const { a, b, out } = step;
      if (changed[a] === 0 && (b < 0 || changed[b] === 0)) continue;
      forward(step, tensors[a]!, b < 0 ? null : tensors[b]!, tensors[out]!);
      changed[out] = 1;
    }
    return tensors.at(-1)!;
  }

  /**
   * After `run`: derivative of Σ seed · result in every tensor that was asked for, indexed like `tensors` (the others
   * are empty); valid until the next call.
   * @param seed one number per entry of the result
   */
  derivatives(seed: ArrayLike<number>): readonly Float64Array[] {
    const gradients = (this.#gradients ??= this.#slots.map(
      (size, id) => new Float64Array(this.#isAsked[id] ? size : 0),
    ));
    for (const gradient of gradients) gradient.fill(0);
    if (!this.#isAsked.at(-1)) return gradients;
    gradients.at(-1)!.set(seed);
    const of = (id: number) => (id >= 0 && this.#isAsked[id] ? gradients[id]! : null);
    for (let s = this.#steps.length - 1; s >= 0; s--) {
      const step = this.#steps[s]!;
      const { a, b, out } = step;
      if (this.#isAsked[out])
        backward(step, this.tensors[a]!, b < 0 ? null : this.tensors[b]!, gradients[out]!, of(a), of(b));
    }
    return gradients;
  }
}
