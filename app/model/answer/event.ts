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

/**
 * A compiled sum for one chance in one phase, evidence aside, and nothing else. With `switched`, every factor that
 * matters becomes a two-way switch (off: first prior, on: second), and one run gives the chance for all 2ⁿ settings
 * of the switches at once, the first factor's switch slowest.
 */
export class ChancePlan {
  readonly ancestry: Ancestry;
  readonly #plan: Plan;

  /** @param of the nodes that the reading will name, in its order */
  constructor(model: Model, of: readonly string[], switched: boolean) {
    const { factors, mechanisms } = (this.ancestry = ancestryOf(model, of));
    const first = model.cards.length;
    const cards = [...model.cards, ...(switched ? factors.map(() => 2) : [])];
    const scopes: Scope[] = [
      ...factors.map((f, i) => (switched ? [first + i, f] : [f])),
      ...mechanisms.map((m) => model.scopes[m]!),
      ...of.map((id) => [model.numberOf(id)]),
    ];
    this.#plan = new Plan(scopes, switched ? factors.map((_, i) => first + i) : [], cards);
  }

  /**
   * @param priors per factor of the ancestry: 5 entries, or 2 × 5 with switches
   * @param tables per mechanism of the case
   * @returns one chance, or 2ⁿ of them; valid until the next run
   */
  run(priors: readonly Float64Array[], tables: readonly Float64Array[], reading: Reading): Float64Array {
    const { tensors } = this.#plan;
    const { factors, mechanisms } = this.ancestry;
    priors.forEach((prior, i) => (tensors[i] = prior));
    mechanisms.forEach((m, i) => (tensors[factors.length + i] = tables[m]!));
    reading.forEach(({ values }, i) => (tensors[factors.length + mechanisms.length + i] = values));
    return this.#plan.run();
  }
}

const plans = new WeakMap<Model, Map<string, ChancePlan>>();

/** The plan for a reading of these nodes, compiled once per model. */
export function chancePlan(model: Model, of: readonly string[], switched: boolean): ChancePlan {
  const known = plans.get(model) ?? new Map<string, ChancePlan>();
  plans.set(model, known);
  const key = `${of.join()}/${String(switched)}`;
  const plan = known.get(key) ?? new ChancePlan(model, of, switched);
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
