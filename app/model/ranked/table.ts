import { causesOf } from "../case/structure.ts";
import type { Mechanism, Push } from "../case/types.ts";
import { combine } from "./combine.ts";
import { MIDDLES, STATES, truncatedNormalRows } from "./row.ts";
import { absentValue, gateValue, type Ratio, weightsReadBy } from "./rule.ts";

/** Fills a table from its rows' means: five numbers per mean. */
export type FillRows = (means: Float64Array, spread: number, out: Float64Array) => void;

/** For each row of a table with so many parents, the level of each parent: [axis][row]. Shared by all mechanisms. */
const digits: Uint8Array[][] = [];
function digitsOf(axes: number): readonly Uint8Array[] {
  return (digits[axes] ??= Array.from({ length: axes }, (_, axis) =>
    Uint8Array.from(
      { length: STATES ** axes },
      (_, row) => Math.floor(row / STATES ** (axes - 1 - axis)) % STATES,
    ),
  ));
}

/** A mechanism made ready: turns weights into its conditional probability table. */
export class MechanismTable {
  readonly mechanism: Mechanism;
  /** The table's axes before the mechanism's own, in order. */
  readonly parents: readonly string[];
  readonly weightsRead: readonly string[];
  readonly #mean: Float64Array;
  readonly #pushed: Float64Array;
  /** Rows set by hand, each summing to 1, by their number. */
  readonly #fixed: ReadonlyMap<number, Float64Array>;

  constructor(mechanism: Mechanism) {
    this.mechanism = mechanism;
    this.parents = causesOf(mechanism);
    this.weightsRead = weightsReadBy(mechanism);
    const rows = STATES ** this.parents.length;
    this.#mean = new Float64Array(rows);
    this.#pushed = new Float64Array(rows);
    this.#fixed = new Map(
      (mechanism.table ?? []).flatMap((p, row) => {
        if (p === null) return [];
        const total = p.reduce((sum, one) => sum + one, 0);
        return [[row, Float64Array.from(p, (one) => one / total)] as const];
      }),
    );
  }

  get size(): number {
    return STATES ** (this.parents.length + 1);
  }

  /**
   * Row-major: parents in the order of `parents`, the mechanism's own level last and fastest. The rule is read at
   * the middles of the parents' levels.
   */
  table(r: Ratio): Float64Array {
    return this.fill(r, truncatedNormalRows, new Float64Array(this.size));
  }

  /** The same into `out`, rows by `fillRows`. */
  fill(r: Ratio, fillRows: FillRows, out: Float64Array): Float64Array {
    fillRows(this.#means(r, this.parents), this.mechanism.spread, out);
    for (const [row, p] of this.#fixed) out.set(p, row * STATES);
    return out;
  }

  /**
   * The table when one parent is absent: same axes, but the cut one makes no difference. Where the row with that parent
   * at its lowest level is set by hand, that row counts: nothing is known below it.
   */
  tableWithout(parent: string, r: Ratio): Float64Array {
    const rest = this.parents.filter((id) => id !== parent);
    const reduced = new Float64Array(this.size / STATES);
    truncatedNormalRows(this.#means(r, rest), this.mechanism.spread, reduced);
    const inner = STATES ** (this.parents.length - this.parents.indexOf(parent));
    const table = new Float64Array(this.size);
    for (let from = 0, to = 0; from < reduced.length; from += inner)
      for (let k = 0; k < STATES; k++, to += inner) table.set(reduced.subarray(from, from + inner), to);
    const step = inner / STATES;
    for (const [row, p] of this.#fixed)
      if (Math.floor(row / step) % STATES === 0)
        for (let k = 0; k < STATES; k++) table.set(p, (row + k * step) * STATES);
    return table;
  }

  /**
   * Mean of the mechanism's normal for each combination of the levels of `axes`; other parents are absent. Valid until
   * the next call: a range fills thousands of tables.
   */
  #means(r: Ratio, axes: readonly string[]): Float64Array {
    const { rule } = this.mechanism;
    const rows = STATES ** axes.length;
    const means = this.#mean.subarray(0, rows);
    const pushed = this.#pushed.subarray(0, rows);
    if (rule.kind === "sum" || rule.kind === "anyOf") {
      const sum = rule.kind === "sum";
      means.fill(sum ? rule.base : 1);
      for (const push of rule.pushes) {
        pushed.fill(push.strength * (push.weightOf ? r(push.weightOf) : 1));
        throughGates(push, r, axes, pushed);
        if (sum) for (let row = 0; row < rows; row++) means[row]! += pushed[row]!;
        else for (let row = 0; row < rows; row++) means[row]! *= 1 - Math.min(pushed[row]!, 1);
      }
      if (!sum) for (let row = 0; row < rows; row++) means[row] = 1 - means[row]!;
      return means;
    }
    const counted = rule.pushes.filter(({ weightOf }) => !weightOf || r(weightOf) > 0);
    const values = counted.map((push) => throughGates(push, r, axes, new Float64Array(rows).fill(1)));
    const weights = counted.map(({ strength, weightOf }) => strength * (weightOf ? r(weightOf) : 1));
    return combine(rule, weights, values, means);
  }
}

/** Multiplies each row by what the gates of a push let through there; parents that are no axis are absent. */
function throughGates(push: Push, r: Ratio, axes: readonly string[], out: Float64Array): Float64Array {
  const levels = digitsOf(axes.length);
  for (const gate of push.of) {
    const level = levels[axes.indexOf(gate.node)];
    const values = MIDDLES.map((x) => (level ? gateValue(gate, x, r) : absentValue(gate)));
    for (let row = 0; row < out.length; row++) out[row]! *= values[level ? level[row]! : 0]!;
  }
  return out;
}
