import type { Model } from "../answer/model.ts";
import { type Phase, phaseFor } from "../answer/phase.ts";
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
  readonly #tables: readonly Float64Array[];

  /** @param phases how many phases the horizon asked about takes */
  constructor(model: Model, settled: Settled, phases: number) {
    this.#model = model;
    this.#settled = settled;
    this.#phases = phases;
    this.#priors = model.case.horizons.map(({ id }) =>
      model.case.factors.map(({ levels }) => LEVELS.map((_, level) => rootPrior(level, levels[id]!.spread))),
    );
    this.#tables = tablesAt(model, settled);
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
      return breaksUnder(this.#model, settled, this.#tables, this.#phases)?.at(-1) ?? null;
    };
  }

  #linear(priors: readonly (readonly Float64Array[])[]): Response {
    const happened = this.#model.case.outcome.rungs.map((rung) => (rung.happened ? 1 : 0));
    const phase = phaseFor(this.#model, []);
    const chances = priors
      .slice(0, this.#phases)
      .map((roots, h) => this.#chancesIn(phase, h, roots, happened));
    return (factor, level) => 1 - chances.reduce((alive, chance) => alive * (1 - chance[factor]![level]!), 1);
  }

  /** Chance in one phase with each factor at each level: [factor][level]. */
  #chancesIn(
    phase: Phase,
    h: number,
    roots: readonly Float64Array[],
    happened: readonly number[],
  ): number[][] {
    const tables = assumedIn(this.#model, this.#settled, h, this.#tables);
    phase.run(roots, tables, this.#settled.hazard[h]!, []);
    const gradients = phase.plan.derivatives(happened);
    return this.#priors[h]!.map((levels, f) =>
      levels.map((prior) => {
        let chance = 0;
        for (let k = 0; k < STATES; k++) chance += prior[k]! * gradients[f]![k]!;
        return chance;
      }),
    );
  }
}
