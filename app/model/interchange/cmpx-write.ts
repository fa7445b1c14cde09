import type { Network, NetworkVariable } from "../network/network.ts";
import { rowsOf } from "./names.ts";

/** AgenaRisk's own default settings; five points per parent interval is how it evaluates ranked expressions. */
const SETTINGS = {
  parameterLearningLogging: false,
  discreteTails: false,
  sampleSizeRanked: 5,
  convergence: 0.01,
  simulationLogging: false,
  iterations: 50,
  tolerance: 1,
};

/**
 * Writes AgenaRisk's .cmpx. Nodes with an expression and the parents they measure on a scale are of the type Ranked,
 * all others Labelled.
 */
export function writeCmpx(network: Network): string {
  const { name, variables } = network;
  const ranked = new Set(
    variables.flatMap((variable, i) =>
      variable.expression
        ? [i, ...variable.parents.filter((_, axis) => !variable.expression!.partition.includes(axis))]
        : [],
    ),
  );
  const nodes = variables.map((variable, i) => ({
    id: variable.id,
    name: variable.label,
    configuration: {
      type: ranked.has(i) ? "Ranked" : "Labelled",
      states: variable.states,
      table: { nptCompiled: true, ...definition(variable, variables), probabilities: byState(variable) },
    },
  }));
  const links = variables.flatMap(({ id, parents }) =>
    parents.map((j) => ({ parent: variables[j]!.id, child: id })),
  );
  const model = {
    settings: SETTINGS,
    dataSets: [],
    links: [],
    networks: [{ id: "network", name, nodes, links }],
  };
  return `${JSON.stringify({ model })}\n`;
}

function definition({ expression, parents }: NetworkVariable, variables: readonly NetworkVariable[]) {
  if (!expression) return { type: "Manual" };
  const { text, partition } = expression;
  if (partition.length === 0) return { type: "Expression", expressions: text };
  return {
    type: "Partitioned",
    partitions: partition.map((axis) => variables[parents[axis]!]!.id),
    expressions: text,
  };
}

/** The table with one list per state and one column per combination of the parents' states. */
function byState(variable: NetworkVariable): number[][] {
  const rows = rowsOf(variable);
  return variable.states.map((_, k) => rows.map((row) => row[k]!));
}
