import { chancePlan, eventReading, type Reading } from "../answer/event.ts";
import type { Model } from "../answer/model.ts";
import { rootPrior, type Settled } from "../answer/settle.ts";
import { LEVELS } from "../case/types.ts";
import { STATES } from "../ranked/row.ts";
import { assumedIn, breaksUnder, tablesAt } from "./breaks.ts";
import { strainReading, strainUnder } from "./strain.ts";

/** One factor's level at every horizon, by index. */
export interface Put {
  readonly factor: number;
  readonly level: number;
}

/**
 * P(break) by the end of each phase once one more factor is put at a level everywhere; null where what was seen cannot
 * be then.
 */
export type Response = (factor: number, level: number) => readonly number[] | null;

/** A factor's distribution with its level set: [phase][factor][level]. */
type LevelPriors = readonly (readonly (readonly Float64Array[])[])[];

const known = new WeakMap<Model, LevelPriors>();

/** The same for every question about a case: worked out once. */
function priorsOf(model: Model): LevelPriors {
  const { horizons, factors } = model.case;
  const priors =
    known.get(model) ??
    horizons.map(({ id }) =>
      factors.map(({ levels }) => LEVELS.map((_, level) => rootPrior(level, levels[id]!.spread))),
    );
  known.set(model, priors);
  return priors;
}

/**
 * What the factors' levels answer, all else as settled. With nothing seen, a phase's chance is linear in each root's
 * distribution: one run backwards tells what every next change would do. With evidence, each change is computed on
 * its own.
 */
export class LevelResponse {
  readonly #model: Model;
  readonly #settled: Settled;
  readonly #phases: number;
  readonly #priors: LevelPriors;
  /** Assumptions aside. */
  readonly #plain: readonly Float64Array[];
  /** [phase][mechanism] */
  readonly #tables: readonly (readonly Float64Array[])[];

  /** @param phases how many phases are asked about, from the first */
  constructor(model: Model, settled: Settled, phases: number = settled.priors.length) {
    this.#model = model;
    this.#settled = settled;
    this.#phases = phases;
    this.#priors = priorsOf(model);
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

  /** Chance of open strain at the first horizon once one factor is put at a level; null as in `strainUnder`. */
  strain(): (factor: number, level: number) => number | null {
    const { priors, evidence } = this.#settled;
    if (evidence.length > 0)
      return (factor, level) => strainUnder(this.#model, this.#changed(priors, factor, level));
    const reading = strainReading(this.#model, this.#settled);
    if (!reading) return () => null;
    const { now, of } = this.#chancesIn(0, priors[0]!, reading);
    return (factor, level) => of.get(factor)?.[level] ?? now;
  }

  #changed(priors: Settled["priors"], factor: number, level: number): Settled {
    const changed = priors.map((phase, h) => phase.with(factor, this.#priors[h]![factor]![level]!));
    return { ...this.#settled, priors: changed };
  }

  #oneByOne(priors: Settled["priors"]): Response {
    return (factor, level) =>
      breaksUnder(this.#model, this.#changed(priors, factor, level), this.#plain, this.#phases);
  }

  #linear(priors: Settled["priors"]): Response {
    const chances = priors
      .slice(0, this.#phases)
      .map((roots, h) => this.#chancesIn(h, roots, eventReading(this.#model, this.#settled.hazard[h]!)));
    return (factor, level) => {
      let alive = 1;
      return chances.map(({ now, of }) => 1 - (alive *= 1 - (of.get(factor)?.[level] ?? now)));
    };
  }

  /** Chance in one phase as it is, and with each factor that matters at each level. */
  #chancesIn(
    h: number,
    roots: readonly Float64Array[],
    reading: Reading,
  ): { now: number; of: Map<number, number[]> } {
    const plan = chancePlan(
      this.#model,
      reading.map(({ of }) => of),
      "none",
    );
    const { factors } = plan.ancestry;
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
