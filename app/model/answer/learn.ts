import { STATES } from "../ranked/row.ts";
import { fadedPrior } from "./carry.ts";
import { type ChancePlan, chancePlan, type Reading } from "./event.ts";
import type { Model } from "./model.ts";
import type { Evidence, Settled } from "./settle.ts";

const scaled = (values: Float64Array): Float64Array => {
  const largest = Math.max(...values);
  return largest > 0 ? values.map((p) => p / largest) : values;
};

/**
 * What evidence says about the levels of factors and mechanisms. Signs hang on them in trees, so what was seen of a
 * sign is worth a likelihood of its parent's states, and at last of a level: exactly so, up to a factor per node
 * (largest entry 1).
 */
export function evidenceReading(model: Model, evidence: readonly Evidence[]): Reading {
  const said = new Map<string, Float64Array>();
  const say = (id: string, likelihood: Float64Array): void => {
    const before = said.get(id);
    said.set(id, scaled(before ? before.map((p, k) => p * likelihood[k]!) : likelihood));
  };
  for (const { id, likelihood } of evidence) say(id, likelihood);
  // A sign is folded into its parent once nothing below it is left to fold.
  for (;;) {
    const signs = [...said.keys()].filter((id) => model.indicators.has(id));
    const isParent = (id: string) => signs.some((other) => model.indicators.get(other)!.of === id);
    const leaf = signs.find((id) => !isParent(id));
    if (leaf === undefined) break;
    const { of, p } = model.indicators.get(leaf)!;
    const [no, yes] = said.get(leaf)!;
    said.delete(leaf);
    say(
      of,
      Float64Array.from(p, (shown) => shown * yes! + (1 - shown) * no!),
    );
  }
  return [...said].map(([of, values]) => ({ of, values })).sort((a, b) => (a.of < b.of ? -1 : 1));
}

export const idsOf = (reading: Reading): string[] => reading.map(({ of }) => of);

/** P(level, evidence) of one root from its prior and the derivative of P(evidence) in it. */
const jointOf = (prior: Float64Array, gradient: Float64Array): Float64Array =>
  prior.map((p, k) => p * gradient[k]!);

/** The plan for P(evidence); only what bears on the evidence takes part. */
export function evidencePlan(model: Model, seen: Reading): ChancePlan {
  return chancePlan(model, idsOf(seen), "none");
}

/**
 * Priors of the later phases once something was seen in the first, as `carryOver` gives them, from no more than what
 * bears on the evidence: of the other factors nothing is learnt.
 * @param tables of the first phase
 * @returns P(evidence), up to the reading's scale, and the priors; null where the evidence is impossible
 */
export function learn(
  model: Model,
  priors: Settled["priors"],
  tables: readonly Float64Array[],
  seen: Reading,
): { readonly chance: number; readonly priors: Settled["priors"] } | null {
  const plan = evidencePlan(model, seen);
  const { factors } = plan.ancestry;
  const roots = factors.map((f) => priors[0]![f]!);
  const [chance] = plan.run(roots, tables, seen);
  if (!(chance! > 0)) return null;
  if (priors.length === 1 || factors.length === 0) return { chance: chance!, priors };
  const gradients = plan.gradients();
  const posteriors = roots.map((prior, i) => jointOf(prior, gradients[i]!).map((p) => p / chance!));
  const later = priors.slice(1).map((phase) => {
    const carried = [...phase];
    factors.forEach((f, i) => {
      const { fade } = model.case.factors[f]!;
      carried[f] = fadedPrior(phase[f]!, roots[i]!, posteriors[i]!, fade);
    });
    return carried;
  });
  return { chance: chance!, priors: [priors[0]!, ...later] };
}

/** A prior that is certain of one of its levels, as far as it goes: the others are taken away. */
export function only(prior: Float64Array, level: number): Float64Array {
  return prior.map((p, k) => (k % STATES === level ? p : 0));
}
