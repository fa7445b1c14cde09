import { causesOf } from "../case/structure.ts";
import { partAt } from "../case/rules.ts";
import type { Mechanism, PlainRule, Push, Rule } from "../case/types.ts";
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
  /** Means that the lowest level's part gives, where another's lies between. */
  readonly #unmoved: Float64Array;
  /** Rows set by hand, each summing to 1, by their number. */
  readonly #fixed: ReadonlyMap<number, Float64Array>;

  constructor(mechanism: Mechanism) {
    this.mechanism = mechanism;
    this.parents = causesOf(mechanism);
    this.weightsRead = weightsReadBy(mechanism);
    const rows = STATES ** this.parents.length;
    this.#mean = new Float64Array(rows);
    this.#pushed = new Float64Array(rows);
    this.#unmoved = new Float64Array(mechanism.rule.kind === "partitioned" ? rows / STATES : 0);
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
   * The table when one parent is absent: same axes, but the cut one makes no difference. Where that parent tells the
   * rule's parts apart, the part of its lowest level holds. Where the row with that parent at its lowest level is set by
   * hand, that row counts: nothing is known below it.
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
    const digits = digitsOf(axes.length);
    const means = this.#mean.subarray(0, STATES ** axes.length);
    const levelsIn =
      (from: number): LevelsOf =>
      (node) =>
        digits[axes.indexOf(node)]?.subarray(from);
    if (rule.kind !== "partitioned") return plainMeans(rule, r, levelsIn(0), means, this.#pushed);
    const { by, parts, weightOf } = rule;
    const lowest = partAt(parts, 0);
    if (!axes.includes(by)) return plainMeans(lowest.rule, r, levelsIn(0), means, this.#pushed);
    // What tells the parts apart is the first axis: each of its levels has its rows together.
    const block = means.length / STATES;
    const share = weightOf ? Math.min(1, r(weightOf)) : 1;
    const unmoved = this.#unmoved.subarray(0, block);
    for (let k = 0; k < STATES; k++) {
      const own = means.subarray(k * block, (k + 1) * block);
      const part = partAt(parts, k);
      plainMeans(part.rule, r, levelsIn(k * block), own, this.#pushed);
      if (share === 1 || part === lowest) continue;
      plainMeans(lowest.rule, r, levelsIn(k * block), unmoved, this.#pushed);
      for (let row = 0; row < block; row++) own[row] = share * own[row]! + (1 - share) * unmoved[row]!;
    }
    return means;
  }
}

/** The level of a node in each row; undefined where it is absent. */
type LevelsOf = (node: string) => Uint8Array | undefined;

/** Means of a rule without parts, into `out`; `scratch` is at least as long. */
function plainMeans(
  rule: PlainRule,
  r: Ratio,
  levelsOf: LevelsOf,
  out: Float64Array,
  scratch: Float64Array,
): Float64Array {
  const rows = out.length;
  if (rule.kind === "sum" || rule.kind === "anyOf") {
    const sum = rule.kind === "sum";
    const pushed = scratch.subarray(0, rows);
    out.fill(sum ? rule.base : 1);
    for (const push of rule.pushes) {
      pushed.fill(push.strength * (push.weightOf ? r(push.weightOf) : 1));
      throughGates(push, r, levelsOf, pushed);
      if (sum) for (let row = 0; row < rows; row++) out[row]! += pushed[row]!;
      else for (let row = 0; row < rows; row++) out[row]! *= 1 - Math.min(pushed[row]!, 1);
    }
    if (!sum) for (let row = 0; row < rows; row++) out[row] = 1 - out[row]!;
    return out;
  }
  const counted = rule.pushes.filter(({ weightOf }) => !weightOf || r(weightOf) > 0);
  const values = counted.map((push) => throughGates(push, r, levelsOf, new Float64Array(rows).fill(1)));
  const weights = counted.map(({ strength, weightOf }) => strength * (weightOf ? r(weightOf) : 1));
  return combine(rule, weights, values, out);
}

/** Multiplies each row by what the gates of a push let through there; absent parents let through what they do then. */
function throughGates(push: Push, r: Ratio, levelsOf: LevelsOf, out: Float64Array): Float64Array {
  for (const gate of push.of) {
    const level = levelsOf(gate.node);
    const values = MIDDLES.map((x) => (level ? gateValue(gate, x, r) : absentValue(gate)));
    for (let row = 0; row < out.length; row++) out[row]! *= values[level ? level[row]! : 0]!;
  }
  return out;
}

/** The mean at one combination of levels, 0..4, at the article's weights. */
export function meanAt(rule: Rule, levelOf: (node: string) => number): number {
  const plain = rule.kind === "partitioned" ? partAt(rule.parts, levelOf(rule.by)).rule : rule;
  const one = new Float64Array(1);
  return plainMeans(
    plain,
    () => 1,
    (node) => Uint8Array.of(levelOf(node)),
    one,
    new Float64Array(1),
  )[0]!;
}
