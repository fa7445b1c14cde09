import type { NetworkVariable } from "../network/network.ts";

/** One name per variable for formats that know one only: the labels, or the ids where two labels are alike. */
export function singleNames(variables: readonly NetworkVariable[]): string[] {
  const labels = variables.map(({ label }) => label);
  return new Set(labels).size === labels.length ? labels : variables.map(({ id }) => id);
}

/** The rows of a variable's table, as lists of numbers. */
export function rowsOf(variable: NetworkVariable): Float64Array[] {
  const n = variable.states.length;
  return Array.from({ length: variable.p.length / n }, (_, row) =>
    variable.p.subarray(row * n, (row + 1) * n),
  );
}
