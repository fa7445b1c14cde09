import { shown } from "../case/problem.ts";
import { ExpressionFault, parseExpression } from "./expression.ts";
import { type Axis, columnsOf, type Integration, NoValue, workOf } from "./integrate.ts";
import { faultOf, type Mean, named, parent, readBy } from "./mean.ts";
import { type RankedSpec, readRankedSpec, refuse, SpecRefused } from "./spec.ts";

export type RankedTable =
  { readonly ok: true; readonly table: number[][] } | { readonly ok: false; readonly sentence: string };

export type RankedColumns =
  { readonly ok: true; readonly p: Float64Array } | { readonly ok: false; readonly sentence: string };

const MOST_ENTRIES = 2_000_000;
/** Evaluations of the mean: some ten seconds for five parents of five states, a minute at worst. */
const MOST_WORK = 1.1e8;
/** Wider than this, the row is uniform to the last digit. */
const WIDEST = 1e6;

/** A mean and a spread for the columns in which the partition's parents stand at `fixed` (undefined: at any state). */
interface Part {
  readonly mean: Mean;
  readonly spread: number;
  readonly fixed: readonly (number | undefined)[];
  /** For sentences: "expression" or "expression[2]". */
  readonly field: string;
}

/**
 * The conditional table of a ranked node: `table[child state][column]`, columns row-major over the parents' states
 * with the last parent fastest; every column sums to 1. What makes no table is refused in one sentence.
 */
export function rankedTable(spec: RankedSpec): RankedTable {
  const result = rankedColumns(spec);
  if (!result.ok) return result;
  const states = countOf(spec.states);
  const columns = result.p.length / states;
  const table = Array.from({ length: states }, (_, k) =>
    Array.from({ length: columns }, (_, column) => result.p[column * states + k]!),
  );
  return { ok: true, table };
}

/** The same numbers as a network keeps them: column after column, the child's state fastest. */
export function rankedColumns(spec: RankedSpec): RankedColumns {
  const read = readRankedSpec(spec);
  if (!read.ok) return read;
  try {
    return { ok: true, p: filled(read.spec) };
  } catch (error) {
    if (error instanceof SpecRefused) return { ok: false, sentence: error.message };
    throw error;
  }
}

const countOf = (states: readonly string[] | number) => (typeof states === "number" ? states : states.length);

function filled(spec: RankedSpec): Float64Array {
  const states = countOf(spec.states);
  const counts = spec.parents.map((one) => countOf(one.states));
  const columns = counts.reduce((product, count) => product * count, 1);
  if (columns * states > MOST_ENTRIES)
    refuse(
      "parents",
      `have so many states that the table would hold more than ${MOST_ENTRIES} numbers; use fewer parents`,
    );

  const integration = spec.integration ?? "exact";
  const p = new Float64Array(columns * states);
  for (const part of partsOf(spec, counts)) {
    // A parent that is not read makes no difference: its axis is filled by copying.
    const read = readBy(part.mean);
    const axes = read.map((i) => ({
      states: counts[i]!,
      levels: levelsOf(counts[i]!, part.fixed[i]),
    }));
    const made = columnsOfPart(part, read, states, axes, integration, spec);
    copy(made, p, states, counts, part, read, axes);
  }
  return p;
}

const levelsOf = (count: number, fixed: number | undefined) =>
  fixed === undefined ? Array.from({ length: count }, (_, level) => level) : [fixed];

function columnsOfPart(
  part: Part,
  read: readonly number[],
  states: number,
  axes: readonly Axis[],
  integration: Integration,
  spec: RankedSpec,
): Float64Array {
  const mean = renumbered(part.mean, (index) => read.indexOf(index));
  if (workOf(mean, axes, integration) > MOST_WORK)
    refuse(
      "parents",
      `are too many for this function and integration "${integration}"; join some in one of their own`,
    );
  try {
    return columnsOf(mean, { spread: part.spread, states }, axes, integration);
  } catch (error) {
    if (!(error instanceof NoValue)) throw error;
    const places = read.map((i, at) => `${nameOf(spec, i)} = ${error.places[at]}`).join(", ");
    return refuse(
      part.field,
      `has no finite value${places && ` where ${places}`}; change it so that it has one everywhere`,
    );
  }
}

const nameOf = (spec: RankedSpec, i: number) => spec.parents[i]!.id ?? `parent ${i + 1}`;

/** The formula with its parents' indices changed. */
function renumbered(mean: Mean, to: (index: number) => number): Mean {
  if (mean.kind === "number") return mean;
  if (mean.kind === "parent") return parent(to(mean.index));
  if ("of" in mean) return { kind: mean.kind, of: mean.of.map((one) => renumbered(one, to)) };
  return { kind: mean.kind, left: renumbered(mean.left, to), right: renumbered(mean.right, to) };
}

/** Puts a part's columns in every place of the whole table that it speaks for. */
function copy(
  made: Float64Array,
  p: Float64Array,
  states: number,
  counts: readonly number[],
  part: Part,
  read: readonly number[],
  axes: readonly Axis[],
): void {
  if (made.length === p.length) {
    p.set(made);
    return;
  }
  const turn = (d: number, column: number, from: number): void => {
    if (d === counts.length) {
      p.set(made.subarray(from * states, (from + 1) * states), column * states);
      return;
    }
    const axis = read.indexOf(d);
    levelsOf(counts[d]!, part.fixed[d]).forEach((level, at) => {
      turn(d + 1, column * counts[d]! + level, axis < 0 ? from : from * axes[axis]!.levels.length + at);
    });
  };
  turn(0, 0, 0);
}

function partsOf(spec: RankedSpec, counts: readonly number[]): Part[] {
  if (spec.function === "expression") return expressionParts(spec, counts);
  const fault = faultOf(spec.function, spec.weights, spec.parents.length);
  if (fault !== undefined) refuse("weights:", fault);
  const mean = named(
    spec.function,
    spec.weights,
    counts.map((_, i) => parent(i)),
  );
  return [{ mean, spread: spreadOf(spec.variance), fixed: [], field: "weights" }];
}

function expressionParts(spec: RankedSpec, counts: readonly number[]): Part[] {
  if (spec.weights.length > 0) refuse("weights", "must be empty with an expression, which carries its own");
  if (spec.expression === undefined) refuse("expression", `is missing, and the function is "expression"`);
  const ids = spec.parents.map(({ id }) => id);
  const by = (spec.partitionBy ?? []).map((id, i, all) => {
    const index = ids.indexOf(id);
    if (index < 0) refuse(`partitionBy[${i}]`, `is ${shown(id)}, which is not the id of a parent`);
    if (all.indexOf(id) < i) refuse(`partitionBy[${i}]`, `is ${shown(id)}, which stands in the list already`);
    return index;
  });
  const texts = typeof spec.expression === "string" ? [spec.expression] : spec.expression!;
  const wanted = by.reduce((product, index) => product * counts[index]!, 1);
  if (texts.length !== wanted)
    refuse(
      "expression",
      `must hold ${wanted} texts, one for each combination of the states of partitionBy's parents, not ${texts.length}`,
    );
  return texts.map((text, t) => {
    const field = typeof spec.expression === "string" ? "expression" : `expression[${t}]`;
    const fixed: (number | undefined)[] = [];
    let rest = t;
    for (const index of by.toReversed()) {
      fixed[index] = rest % counts[index]!;
      rest = Math.floor(rest / counts[index]!);
    }
    const { mean, variance } = parsed(text, ids, field);
    return { mean, spread: spreadOf(variance ?? spec.variance), fixed, field };
  });
}

function parsed(text: string, ids: readonly (string | undefined)[], field: string) {
  try {
    return parseExpression(text, ids);
  } catch (error) {
    if (error instanceof ExpressionFault) return refuse(field, error.message);
    throw error;
  }
}

function spreadOf(variance: number | undefined): number {
  if (variance === undefined)
    return refuse("variance", "is missing; give the variance on the unit scale, such as 0.01");
  if (!(variance > 0))
    return refuse(
      "variance",
      `must be above 0, not ${variance}; a small one such as 1e-6 stands for certainty`,
    );
  return Math.min(Math.sqrt(variance), WIDEST);
}
