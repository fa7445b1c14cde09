import { Plan } from "../network/plan.ts";
import type { Scope } from "../network/step.ts";
import { STATES } from "../ranked/row.ts";
import type { Model } from "./model.ts";

/** What a chance is read from: Σ over the levels of these nodes of the product of their values. */
export type Reading = readonly { readonly of: string; readonly values: Float64Array }[];

/** The event happens in a phase with this hazard per level of `event.of`. */
export function eventReading(model: Model, hazard: Float64Array): Reading {
  return [{ of: model.case.outcome.event.of, values: hazard }];
}

/** Factors and mechanisms that some nodes depend on: all that bears on them when nothing is seen. */
export interface Ancestry {
  /** Indices into the case's factors. */
  readonly factors: readonly number[];
  /** Indices into the case's mechanisms. */
  readonly mechanisms: readonly number[];
}

export function ancestryOf(model: Model, ids: readonly string[]): Ancestry {
  const { factors, mechanisms } = model.case;
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const i = mechanisms.findIndex((m) => m.id === id);
    if (i >= 0) model.mechanisms[i]!.parents.forEach(visit);
  };
  ids.forEach(visit);
  const among = (list: readonly { readonly id: string }[]) =>
    list.flatMap(({ id }, i) => (reached.has(id) ? [i] : []));
  return { factors: among(factors), mechanisms: among(mechanisms) };
}

/** Which factors are two-way switches: none, all that matter, or these (indices into the case's factors). */
export type Switched = "none" | "all" | readonly number[];

/**
 * A compiled sum for one chance in one phase and nothing else; evidence counts where the reading names it. A switched
 * factor has two priors (off: first, on: second), and one run gives the chance for all 2ⁿ settings of the switches at
 * once, the first factor's switch slowest.
 */
export class ChancePlan {
  readonly ancestry: Ancestry;
  /** Of the ancestry's factors those that are switches, in the order of the result's axes. */
  readonly switched: readonly number[];
  readonly #plan: Plan;

  /** @param of the nodes that the reading will name, in its order */
  constructor(model: Model, of: readonly string[], switched: Switched) {
    const { factors, mechanisms } = (this.ancestry = ancestryOf(model, of));
    this.switched = factors.filter(
      (f) => switched === "all" || (switched !== "none" && switched.includes(f)),
    );
    const switchOf = (f: number) => model.cards.length + this.switched.indexOf(f);
    const scopes: Scope[] = [
      ...factors.map((f) => (this.switched.includes(f) ? [switchOf(f), f] : [f])),
      ...mechanisms.map((m) => model.scopes[m]!),
      ...of.map((id) => [model.numberOf(id)]),
    ];
    const cards = [...model.cards, ...this.switched.map(() => 2)];
    this.#plan = new Plan(
      scopes,
      this.switched.map(switchOf),
      cards,
      factors.map((_, i) => i),
    );
  }

  /**
   * @param priors per factor of the ancestry: 5 entries, or 2 × 5 for a switch
   * @param tables per mechanism of the case
   * @returns one chance, or 2ⁿ of them; valid until the next run
   */
  run(priors: readonly Float64Array[], tables: readonly Float64Array[], reading: Reading): Float64Array {
    const { tensors } = this.#plan;
    this.#inputs(priors, tables, reading).forEach((input, i) => (tensors[i] = input));
    return this.#plan.run();
  }

  /** The same where little differs from the time before: for arrays that are never written to again. */
  rerun(priors: readonly Float64Array[], tables: readonly Float64Array[], reading: Reading): Float64Array {
    return this.#plan.rerun(this.#inputs(priors, tables, reading));
  }

  #inputs(priors: readonly Float64Array[], tables: readonly Float64Array[], reading: Reading) {
    const { mechanisms } = this.ancestry;
    return [...priors, ...mechanisms.map((m) => tables[m]!), ...reading.map(({ values }) => values)];
  }

  /** After a run without switches: derivative of the chance in each prior of the ancestry; valid until the next call. */
  gradients(): readonly Float64Array[] {
    return this.#plan.derivatives(ONE);
  }
}

const ONE = [1];

const plans = new WeakMap<Model, Map<string, ChancePlan>>();

/** Plans remembered per case: what has been seen decides which there are. */
const REMEMBERED = 24;

/**
 * The plan for a reading of these nodes, compiled once per model.
 * @param apart one of its own for whoever gives the same word: what it holds from one run to the next is theirs
 */
export function chancePlan(model: Model, of: readonly string[], switched: Switched, apart = ""): ChancePlan {
  const known = plans.get(model) ?? new Map<string, ChancePlan>();
  plans.set(model, known);
  const key = `${of.join()}/${typeof switched === "string" ? switched : switched.join()}/${apart}`;
  const plan = known.get(key) ?? new ChancePlan(model, of, switched);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, plan);
  return plan;
}

/** Two priors in one tensor: row 0 with the switch off, row 1 with it on. */
export function switchedPrior(off: Float64Array, on: Float64Array): Float64Array {
  const both = new Float64Array(2 * STATES);
  both.set(off);
  both.set(on, STATES);
  return both;
}
