import { shown } from "../case/problem.ts";
import { type Integration, INTEGRATIONS } from "./integrate.ts";

/** What a ranked node's table is made from. States are in order, the first at the low end of the unit scale. */
export interface RankedSpec {
  /** Labels of the child's states, or how many there are: at least 2. */
  readonly states: readonly string[] | number;
  /** In the order of the table's columns. An expression names parents by `id`. */
  readonly parents: readonly { readonly states: readonly string[] | number; readonly id?: string }[];
  readonly function: "wmean" | "wmin" | "wmax" | "mixminmax" | "expression";
  /** One per parent; for mixminmax those of the least and the greatest value; none for an expression. */
  readonly weights: readonly number[];
  /** A variance on the unit scale, not a standard deviation. A variance in an expression's TNormal goes before it. */
  readonly variance?: number;
  /** "exact" where it is absent. */
  readonly integration?: Integration;
  /** One text, or one per combination of the states of the parents in `partitionBy`, the last of them fastest. */
  readonly expression?: string | readonly string[];
  readonly partitionBy?: readonly string[];
}

export type ReadSpec =
  { readonly ok: true; readonly spec: RankedSpec } | { readonly ok: false; readonly sentence: string };

/** A refusal on its way to the door: one sentence that names the field. */
export class SpecRefused extends Error {}

const KEYS = [
  "states",
  "parents",
  "function",
  "weights",
  "variance",
  "integration",
  "expression",
  "partitionBy",
];
const FUNCTIONS: readonly RankedSpec["function"][] = ["wmean", "wmin", "wmax", "mixminmax", "expression"];
const MOST_STATES = 1000;
const MOST_PARENTS = 16;

/** Reads the shape of a description of a ranked table; whether its numbers make a table is for `rankedTable` to say. */
export function readRankedSpec(value: unknown): ReadSpec {
  try {
    return { ok: true, spec: specOf(value) };
  } catch (error) {
    if (error instanceof SpecRefused) return { ok: false, sentence: error.message };
    throw error;
  }
}

/** Ends the reading with a sentence: the field, and what it must be. */
export function refuse(field: string, says: string): never {
  throw new SpecRefused(`${field} ${says}.`);
}

function specOf(value: unknown): RankedSpec {
  const fields = objectOf(value, "The description of the table", KEYS);
  const kind = oneOf(fields["function"], "function", FUNCTIONS);
  const { expression, partitionBy, weights, variance, integration } = fields;
  if (kind !== "expression")
    for (const [field, found] of Object.entries({ expression, partitionBy }))
      if (found !== undefined)
        refuse(field, `belongs to the function "expression" only; remove it or change function`);
  return {
    states: statesOf(fields["states"], "states"),
    parents: parentsOf(fields["parents"]),
    function: kind,
    weights:
      weights === undefined && kind === "expression"
        ? []
        : listOf(weights, "weights").map((weight, i) => numberOf(weight, `weights[${i}]`)),
    ...(variance !== undefined && { variance: numberOf(variance, "variance") }),
    ...(integration !== undefined && { integration: oneOf(integration, "integration", INTEGRATIONS) }),
    ...(expression !== undefined && {
      expression:
        typeof expression === "string"
          ? expression
          : listOf(expression, "expression").map((text, i) => textOf(text, `expression[${i}]`)),
    }),
    ...(partitionBy !== undefined && {
      partitionBy: listOf(partitionBy, "partitionBy").map((id, i) => textOf(id, `partitionBy[${i}]`)),
    }),
  };
}

function parentsOf(value: unknown): RankedSpec["parents"] {
  const list = listOf(value, "parents");
  if (list.length > MOST_PARENTS) refuse("parents", `may number ${MOST_PARENTS}, not ${list.length}`);
  const parents = list.map((one, i) => {
    const fields = objectOf(one, `parents[${i}]`, ["states", "id"]);
    const states = statesOf(fields["states"], `parents[${i}].states`);
    return fields["id"] === undefined ? { states } : { states, id: textOf(fields["id"], `parents[${i}].id`) };
  });
  parents.forEach(({ id }, i) => {
    const first = parents.findIndex((other) => other.id === id);
    if (id !== undefined && first < i)
      refuse(`parents[${i}].id`, `is ${shown(id)}, which parents[${first}] already has`);
  });
  return parents;
}

function statesOf(value: unknown, field: string): readonly string[] | number {
  const count = Array.isArray(value) ? value.length : value;
  if (!(typeof count === "number" && Number.isInteger(count) && count >= 2 && count <= MOST_STATES))
    refuse(
      field,
      `must be 2 to ${MOST_STATES} states, as a list of labels or their number, not ${shown(value)}`,
    );
  if (!Array.isArray(value)) return count as number;
  const labels = value.map((label, i) => textOf(label, `${field}[${i}]`));
  const twice = labels.findIndex((label, i) => labels.indexOf(label) < i);
  if (twice >= 0)
    refuse(`${field}[${twice}]`, `is ${shown(labels[twice])}, which stands in the list already`);
  return labels;
}

function objectOf(value: unknown, field: string, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    refuse(field, `must be an object, not ${shown(value)}`);
  const unknown = Object.keys(value as object).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    refuse(field, `has a field ${shown(unknown)} that is not known; it may have ${keys.join(", ")}`);
  return value as Record<string, unknown>;
}

function listOf(value: unknown, field: string): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : refuse(field, `must be a list, not ${shown(value)}`);
}

function textOf(value: unknown, field: string): string {
  return typeof value === "string" && value !== ""
    ? value
    : refuse(field, `must be a text that is not empty, not ${shown(value)}`);
}

function numberOf(value: unknown, field: string): number {
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : refuse(field, `must be a finite number, not ${shown(value)}`);
}

function oneOf<T extends string>(value: unknown, field: string, choices: readonly T[]): T {
  return (
    choices.find((choice) => choice === value) ??
    refuse(field, `must be one of ${choices.join(", ")}, not ${shown(value)}`)
  );
}
