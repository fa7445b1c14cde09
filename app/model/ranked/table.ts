import { causesOf } from "../case/structure.ts";
import type { Mechanism } from "../case/types.ts";
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

  constructor(mechanism: Mechanism) {
    this.mechanism = mechanism;
    this.parents = causesOf(mechanism);
    this.weightsRead = weightsReadBy(mechanism);
    const rows = STATES ** this.parents.length;
    this.#mean = new Float64Array(rows);
    this.#pushed = new Float64Array(rows);
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
    return out;
  }

  /** The table when one parent is absent: same axes, but the cut one makes no difference. */
  tableWithout(parent: string, r: Ratio): Float64Array {
    const rest = this.parents.filter((id) => id !== parent);
    const reduced = new Float64Array(this.size / STATES);
    truncatedNormalRows(this.#means(r, rest), this.mechanism.spread, reduced);
    const inner = STATES ** (this.parents.length - this.parents.indexOf(parent));
    const table = new Float64Array(this.size);
    for (let from = 0, to = 0; from < reduced.length; from += inner)
      for (let k = 0; k < STATES; k++, to += inner) table.set(reduced.subarray(from, from + inner), to);
    return table;
  }

  /**
   * Mean of the mechanism's normal for each combination of the levels of `axes`; other parents are absent. Valid until
   * the next call: a range fills thousands of tables.
   */
  #means(r: Ratio, axes: readonly string[]): Float64Array {
    const { rule } = this.mechanism;
    const levels = digitsOf(axes.length);
    const rows = STATES ** axes.length;
    const sum = rule.kind === "sum";
    const means = this.#mean.subarray(0, rows).fill(sum ? rule.base : 1);
    const pushed = this.#pushed.subarray(0, rows);
    for (const { strength, weightOf, of } of rule.pushes) {
      pushed.fill(strength * (weightOf ? r(weightOf) : 1));
      for (const gate of of) {
        const axis = axes.indexOf(gate.node);
        const level = levels[axis];
        const values = MIDDLES.map((x) => (level ? gateValue(gate, x, r) : absentValue(gate)));
        for (let row = 0; row < rows; row++) pushed[row]! *= values[level ? level[row]! : 0]!;
      }
      if (sum) for (let row = 0; row < rows; row++) means[row]! += pushed[row]!;
      else for (let row = 0; row < rows; row++) means[row]! *= 1 - Math.min(pushed[row]!, 1);
    }
    if (!sum) for (let row = 0; row < rows; row++) means[row] = 1 - means[row]!;
    return means;
  }
}
