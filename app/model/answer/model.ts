import type { Case, Indicator } from "../case/types.ts";
import type { Scope } from "../network/step.ts";
import { certainRow, STATES } from "../ranked/row.ts";
import type { Ratio } from "../ranked/rule.ts";
import { MechanismTable } from "../ranked/table.ts";

/** How many tables per mechanism are remembered: a slider dragged to and fro meets the same weights again. */
const REMEMBERED = 64;

/**
 * A case made ready for computing, once: numbered variables, scopes, and tables remembered by the weights they read.
 * Variables are numbered factors, mechanisms, indicators, then `event` (no, yes) and `rung`.
 */
export class Model {
  readonly case: Case;
  readonly variable: ReadonlyMap<string, number>;
  readonly cards: readonly number[];
  /** One per mechanism, in the case's order. */
  readonly mechanisms: readonly MechanismTable[];
  readonly scopes: readonly Scope[];
  readonly event: number;
  readonly rung: number;
  readonly rungs: readonly string[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly #tables = new Map<string, Float64Array>();

  constructor(theCase: Case) {
    const { factors, mechanisms, indicators, outcome } = theCase;
    const ids = [...factors, ...mechanisms, ...indicators].map(({ id }) => id);
    this.case = theCase;
    this.variable = new Map(ids.map((id, v) => [id, v]));
    this.event = ids.length;
    this.rung = ids.length + 1;
    this.rungs = outcome.rungs.map(({ id }) => id);
    const levelled = factors.length + mechanisms.length;
    this.cards = [...ids.map((_, v) => (v < levelled ? STATES : 2)), 2, this.rungs.length];
    this.mechanisms = mechanisms.map((mechanism) => new MechanismTable(mechanism));
    this.scopes = this.mechanisms.map(({ parents, mechanism }) =>
      [...parents, mechanism.id].map((id) => this.numberOf(id)),
    );
    this.indicators = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  }

  /** Variable number of a factor, mechanism or indicator that is known to exist. */
  numberOf(id: string): number {
    const v = this.variable.get(id);
    if (v === undefined) throw new Error(`The case has no "${id}".`);
    return v;
  }

  /** Table of mechanism i at these weights; `cut`: as if that parent were absent. */
  table(i: number, r: Ratio, cut?: string): Float64Array {
    const ready = this.mechanisms[i]!;
    const key = `${i}/${cut ?? ""}/${ready.weightsRead.map(r).join()}`;
    return this.#remember(key, () => (cut === undefined ? ready.table(r) : ready.tableWithout(cut, r)));
  }

  /** Table of mechanism i when its causes are cut and its level is given. */
  assumedTable(i: number, level: number): Float64Array {
    return this.#remember(`${i}=${level}`, () => {
      const table = new Float64Array(this.mechanisms[i]!.size);
      for (let at = 0; at < table.length; at += STATES) table.set(certainRow(level), at);
      return table;
    });
  }

  /** Least recently used goes first; a Map keeps the order of insertion. */
  #remember(key: string, make: () => Float64Array): Float64Array {
    const table = this.#tables.get(key) ?? make();
    this.#tables.delete(key);
    this.#tables.set(key, table);
    if (this.#tables.size > REMEMBERED * this.mechanisms.length) {
      const [oldest] = this.#tables.keys();
      this.#tables.delete(oldest!);
    }
    return table;
  }
}

/** Whether two cases argue alike: they may differ in texts and scenarios, not in anything the engine reads. */
export function sameArgument(a: Case, b: Case): boolean {
  return (
    a.factors === b.factors &&
    a.mechanisms === b.mechanisms &&
    a.indicators === b.indicators &&
    a.outcome === b.outcome &&
    a.horizons === b.horizons
  );
}

const models = new WeakMap<Case["mechanisms"], { model: Model; of: Case }>();

/** The model of a case, made once. Edits that leave the argument alone (a scenario's settings, say) keep it. */
export function modelOf(theCase: Case): Model {
  const known = models.get(theCase.mechanisms);
  if (known && sameArgument(known.of, theCase)) return known.model;
  const model = new Model(theCase);
  models.set(theCase.mechanisms, { model, of: theCase });
  return model;
}
