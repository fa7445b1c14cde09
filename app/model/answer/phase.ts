import { Plan } from "../network/plan.ts";
import type { Scope } from "../network/step.ts";
import { STATES } from "../ranked/row.ts";
import type { Model } from "./model.ts";
import type { Evidence, Settled } from "./settle.ts";

/** Tensor over [event, every `of` of the two lists, rung]: how what is left is shared out among the rungs. */
export function ladder(model: Model): { scope: Scope; tensor: Float64Array } {
  const { happened, notHappened } = model.case.outcome;
  const readers = [
    ...new Set([...notHappened, ...happened].flatMap(({ of }) => (of === undefined ? [] : [of]))),
  ];
  const rows = 2 * STATES ** readers.length;
  const tensor = new Float64Array(rows * model.rungs.length);
  for (let row = 0; row < rows; row++) {
    const yes = row >= rows / 2;
    const state = (of: string) =>
      Math.floor(row / STATES ** (readers.length - 1 - readers.indexOf(of))) % STATES;
    let left = 1;
    for (const { rung, of, p } of yes ? happened : notHappened) {
      const share = of === undefined || p === undefined ? 1 : p[state(of)]!;
      tensor[row * model.rungs.length + model.rungs.indexOf(rung)] = left * share;
      left *= 1 - share;
    }
  }
  return { scope: [model.event, ...readers.map((id) => model.numberOf(id)), model.rung], tensor };
}

/** The variables that evidence bears on, each once. */
const idsOf = (evidence: readonly Evidence[]): string[] => [...new Set(evidence.map(({ id }) => id))];

/** All that was seen of one variable: the product, scaled so that its largest entry is 1 (nothing tiny underflows). */
function together(evidence: readonly Evidence[], id: string): Float64Array {
  const product = evidence
    .filter((one) => one.id === id)
    .map(({ likelihood }) => likelihood)
    .reduce((a, b) => a.map((p, k) => p * b[k]!));
  const largest = Math.max(...product);
  return largest > 0 ? product.map((p) => p / largest) : product;
}

/** The indicators that evidence needs: those seen and the latent ones above them. */
function neededIndicators(model: Model, evidence: readonly Evidence[]): string[] {
  const needed = new Set<string>();
  for (let { id } of evidence)
    for (let sign = model.indicators.get(id); sign && !needed.has(id); sign = model.indicators.get(id)) {
      needed.add(id);
      id = sign.of;
    }
  return [...needed].sort();
}

/** Tables rewritten in place are seen by the plan; this one sets a whole phase up and reads it out. */
export class Phase {
  readonly model: Model;
  readonly plan: Plan;
  /** Where the first piece of evidence stands among the plan's tensors. */
  readonly #evidenceAt: number;
  readonly #hazardAt: number;
  #result: Float64Array = new Float64Array(0);

  /** @param evidence decides the structure only; likelihoods are given to `run`. */
  constructor(model: Model, evidence: readonly Evidence[]) {
    const { factors, mechanisms, outcome } = model.case;
    const { scope, tensor } = ladder(model);
    const signs = neededIndicators(model, evidence);
    const seen = idsOf(evidence);
    this.model = model;
    this.#hazardAt = factors.length + mechanisms.length;
    const scopes: Scope[] = [
      ...factors.map(({ id }) => [model.numberOf(id)]),
      ...model.scopes,
      [model.numberOf(outcome.event.of), model.event],
      scope,
      ...signs.map((id) => [model.numberOf(model.indicators.get(id)!.of), model.numberOf(id)]),
      ...seen.map((id) => [model.numberOf(id)]),
    ];
    this.plan = new Plan(scopes, [model.rung], model.cards);
    this.plan.tensors[this.#hazardAt + 1] = tensor;
    signs.forEach((id, i) => {
      const yes = model.indicators.get(id)!.p;
      this.plan.tensors[this.#hazardAt + 2 + i] = Float64Array.from(yes.flatMap((p) => [1 - p, p]));
    });
    this.#evidenceAt = this.#hazardAt + 2 + signs.length;
  }

  /**
   * P(rung, evidence) for each rung, in the case's order.
   * @param tables one per mechanism; @param evidence of the same ids, in the same order, as given to the constructor
   */
  run(
    priors: readonly Float64Array[],
    tables: readonly Float64Array[],
    hazard: Float64Array,
    evidence: readonly Evidence[],
  ): Float64Array {
    const { tensors } = this.plan;
    priors.forEach((prior, i) => (tensors[i] = prior));
    tables.forEach((table, i) => (tensors[priors.length + i] = table));
    const event = tensors[this.#hazardAt]!;
    hazard.forEach((b, k) => {
      event[2 * k] = 1 - b;
      event[2 * k + 1] = b;
    });
    idsOf(evidence).forEach((id, i) => (tensors[this.#evidenceAt + i] = together(evidence, id)));
    this.#result = this.plan.run();
    return this.#result;
  }

  /** After `run`: P(level | evidence) of every factor, then every mechanism. */
  marginals(): Float64Array[] {
    const total = this.#result.reduce((sum, p) => sum + p, 0);
    const gradients = this.plan.derivatives(this.#result.map(() => 1));
    return gradients.slice(0, this.#hazardAt).map((gradient, i) => {
      const table = this.plan.tensors[i]!;
      const p = new Float64Array(STATES);
      for (let at = 0; at < table.length; at++) p[at % STATES]! += (table[at]! * gradient[at]!) / total;
      return p;
    });
  }
}

/** Tables of all mechanisms in one phase, assumptions applied; `cut`: one parent of one mechanism is absent. */
export function tablesOf(
  model: Model,
  settled: Settled,
  phase: number,
  cut?: { readonly from: string; readonly to: string },
): Float64Array[] {
  return model.case.mechanisms.map((m, i) => {
    const level = settled.assumed[phase]![i]!;
    return level >= 0
      ? model.assumedTable(i, level)
      : model.table(i, settled.ratio, cut?.to === m.id ? cut.from : undefined);
  });
}

const phases = new WeakMap<Model, Map<string, Phase>>();
/** Structures remembered per case: one without evidence, some with. */
const REMEMBERED = 16;

/** The compiled phase for this model and these observed ids. */
export function phaseFor(model: Model, evidence: readonly Evidence[]): Phase {
  const known = phases.get(model) ?? new Map<string, Phase>();
  phases.set(model, known);
  const key = evidence.map(({ id }) => id).join();
  let phase = known.get(key);
  if (!phase) {
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, (phase = new Phase(model, evidence)));
  }
  return phase;
}
