import { chancePlan, eventReading } from "../answer/event.ts";
import type { Model } from "../answer/model.ts";
import { rootPrior, type Settled } from "../answer/settle.ts";
import { LEVELS } from "../case/types.ts";
import { STATES } from "../ranked/row.ts";
import { assumedIn, breaksUnder, tablesAt } from "./breaks.ts";

/** One factor's level at every horizon, by index. */
export interface Put {
  readonly factor: number;
  readonly level: number;
}

/** P(break) once one more factor is put at a level everywhere; null where what was seen cannot be then. */
export type Response = (factor: number, level: number) => number | null;

/**
 * P(break) by one horizon as a function of the factors' levels, all else as settled. With nothing seen, a phase's
 * chance is linear in each root's distribution: one run backwards tells what every next change would do. With
 * evidence, each change is computed on its own.
 */
export class LevelResponse {
  readonly #model: Model;
  readonly #settled: Settled;
  readonly #phases: number;
  /** [phase][factor][level] */
  readonly #priors: readonly (readonly (readonly Float64Array[])[])[];
  /** Assumptions aside. */
  readonly #plain: readonly Float64Array[];
  /** [phase][mechanism] */
  readonly #tables: readonly (readonly Float64Array[])[];

  /** @param phases how many phases the horizon asked about takes */
  constructor(model: Model, settled: Settled, phases: number) {
    this.#model = model;
    this.#settled = settled;
    this.#phases = phases;
    this.#priors = model.case.horizons.map(({ id }) =>
      model.case.factors.map(({ levels }) => LEVELS.map((_, level) => rootPrior(level, levels[id]!.spread))),
    );
    this.#plain = tablesAt(model, settled);
    this.#tables = settled.priors.map((_, h) => assumedIn(model, settled, h, this.#plain));
  }

  /** What one more change would answer, after these. */
  after(puts: readonly Put[]): Response {
    const priors = this.#settled.priors.map((phase, h) => {
      const changed = [...phase];
      for (const { factor, level } of puts) changed[factor] = this.#priors[h]![factor]![level]!;
      return changed;
    });
    return this.#settled.evidence.length > 0 ? this.#oneByOne(priors) : this.#linear(priors);
  }

  #oneByOne(priors: readonly (readonly Float64Array[])[]): Response {
    return (factor, level) => {
      const changed = priors.map((phase, h) => phase.with(factor, this.#priors[h]![factor]![level]!));
      const settled = { ...this.#settled, priors: changed };
      return breaksUnder(this.#model, settled, this.#plain, this.#phases)?.at(-1) ?? null;
    };
  }

  #linear(priors: readonly (readonly Float64Array[])[]): Response {
    const chances = priors.slice(0, this.#phases).map((roots, h) => this.#chancesIn(h, roots));
    return (factor, level) =>
      1 - chances.reduce((alive, { now, of }) => alive * (1 - (of.get(factor)?.[level] ?? now)), 1);
  }

  /** Chance in one phase as it is, and with each factor that matters at each level. */
  #chancesIn(h: number, roots: readonly Float64Array[]): { now: number; of: Map<number, number[]> } {
    const model = this.#model;
    const plan = chancePlan(model, [model.case.outcome.event.of], "none");
    const { factors } = plan.ancestry;
    const reading = eventReading(model, this.#settled.hazard[h]!);
    const priors = factors.map((f) => roots[f]!);
    const [now] = plan.run(priors, this.#tables[h]!, reading);
    const gradients = plan.gradients();
    const chanceAt = (prior: Float64Array, i: number): number => {
      let chance = 0;
      for (let k = 0; k < STATES; k++) chance += prior[k]! * gradients[i]![k]!;
      return chance;
    };
    return {
      now: now!,
      of: new Map(factors.map((f, i) => [f, this.#priors[h]![f]!.map((prior) => chanceAt(prior, i))])),
    };
  }
}
