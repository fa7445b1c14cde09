import type { Network, RankedExpression } from "../network/network.ts";
import { attempt, problemSentence, shown } from "../case/problem.ts";
import { parseJson } from "../case/json.ts";
import { assemble } from "./assemble.ts";
import { rankedExpression, renamed } from "./cmpx-expression.ts";
import type { Draft, Family } from "./draft.ts";
import { fieldOf, type Item, listOf, textIn } from "./cmpx-field.ts";
import { notNegative } from "./numbers.ts";
import { refuse } from "./refusal.ts";

interface Node {
  readonly item: Item;
  readonly id: string;
  readonly configuration: Item;
  readonly table: Item;
  readonly parents: readonly string[];
  /** Numeric nodes that AgenaRisk cuts up while it calculates have no table of their own. */
  readonly simulated: boolean;
}

/**
 * Reads AgenaRisk's .cmpx (JSON). The order of `links` is the order of a table's axes. Ranked expressions are kept
 * beside the tables; simulated numeric nodes are left out where nothing else depends on them, and observations always.
 *
 * @throws Refused with line and column, or with the path of the entry.
 */
export function readCmpx(text: string): Network {
  const json = attempt(() => parseJson(text));
  if (!json.ok) refuse(jsonSentence(json.problem));
  const model = fieldOf({ value: json.value, path: "the file" }, "model");
  const networks = listOf(fieldOf(model, "networks"));
  if (networks.length !== 1)
    refuse(
      `The model holds ${networks.length} networks at model.networks, and files with exactly one are read; save one of them by itself.`,
    );
  const notes: string[] = [];
  const network = networks[0]!;
  const nodes = readNodes(network);
  const kept = withoutSimulated(nodes, notes);
  if (
    listOf(fieldOf(model, "dataSets", [])).some((set) => listOf(fieldOf(set, "observations", [])).length > 0)
  )
    notes.push("The observations in the file’s scenarios were left out.");
  const drafts = kept.map((node) => draftOf(node, notes));
  const name = fieldOf(network, "name", fieldOf(network, "id", "").value);
  const assembled = assemble(textIn(name), drafts, notes);
  return {
    ...assembled,
    variables: assembled.variables.map((variable) => respelled(variable, assembled, kept)),
  };
}

function jsonSentence(problem: Parameters<typeof problemSentence>[0]): string {
  if (problem.kind === "not-json")
    return `The JSON is damaged at line ${problem.line}, column ${problem.column}, where ${problem.expected} is expected and ${problem.found} stands; correct the file at that place.`;
  if ("line" in problem)
    return `The JSON at line ${problem.line}, column ${problem.column} ${problem.kind === "too-deep" ? "nests too deep" : `has the name ${shown(problem.key)} twice or a name that is not allowed`}; correct the file at that place.`;
  return problemSentence(problem);
}

function readNodes(network: Item): Node[] {
  const items = listOf(fieldOf(network, "nodes"));
  const parentsOf = new Map<string, string[]>();
  for (const item of items) parentsOf.set(textIn(fieldOf(item, "id")).trim(), []);
  for (const link of listOf(fieldOf(network, "links", []))) {
    const child = textIn(fieldOf(link, "child")).trim();
    const parents =
      parentsOf.get(child) ??
      refuse(
        `The link ${link.path} leads to ${shown(child)}, which is no variable of the network; remove the link or correct the name.`,
      );
    parents.push(textIn(fieldOf(link, "parent")).trim());
  }
  return items.map((item) => {
    const id = textIn(fieldOf(item, "id")).trim();
    const configuration = fieldOf(item, "configuration");
    const simulated = fieldOf(configuration, "simulated", false).value === true;
    return {
      item,
      id,
      configuration,
      table: fieldOf(configuration, "table"),
      parents: parentsOf.get(id)!,
      simulated,
    };
  });
}

function withoutSimulated(nodes: readonly Node[], notes: string[]): Node[] {
  const simulated = new Set(nodes.filter((node) => node.simulated).map(({ id }) => id));
  const kept = nodes.filter((node) => !node.simulated);
  for (const node of kept) {
    const parent = node.parents.find((id) => simulated.has(id));
    if (parent !== undefined)
      refuse(
        `The variable ${shown(node.id)} at ${node.item.path} depends on ${shown(parent)}, a simulated number without states; give that variable states of its own in AgenaRisk.`,
      );
  }
  if (simulated.size > 0)
    notes.push(
      `Simulated numeric variables were left out, on which nothing else depends: ${[...simulated].slice(0, 8).map(shown).join(", ")}${simulated.size > 8 ? ", …" : ""}.`,
    );
  return kept;
}

function draftOf(node: Node, notes: string[]): Draft {
  const { item, id, configuration, table } = node;
  const type = fieldOf(configuration, "type", "Labelled").value;
  const states = fieldOf(configuration, "states", type === "Boolean" ? ["False", "True"] : undefined);
  const expression = expressionOf(node, notes);
  return {
    key: id,
    label: textIn(fieldOf(item, "name", id)).trim() || id,
    states: listOf(states).map((state) => textIn(state).trim()),
    parents: node.parents,
    place: item.path,
    tablePlace: table.path,
    table: (family) => ({ p: probabilities(table, family) }),
    ...(expression && { expression }),
  };
}

/** The columns of `probabilities[state][column]` as rows. */
function probabilities(table: Item, family: Family): Float64Array {
  const item = fieldOf(table, "probabilities", null);
  if (item.value === null)
    refuse(
      `The variable ${family.name} has no table at ${item.path}; calculate the model in AgenaRisk and save it again.`,
    );
  const lines = listOf(item);
  const n = family.states.length;
  if (lines.length !== n)
    refuse(
      `The table of ${family.name} at ${item.path} has ${lines.length} rows and needs ${n}, one per state; correct it.`,
    );
  const p = new Float64Array(n * family.rows);
  lines.forEach((line, k) => {
    const entries = listOf(line);
    if (entries.length !== family.rows)
      refuse(
        `The table of ${family.name} has ${entries.length} entries at ${line.path} and needs ${family.rows}, one per combination of its parents' states; correct it.`,
      );
    entries.forEach((entry, column) => {
      const { value, path } = entry;
      if (typeof value !== "number")
        refuse(
          `A probability is expected at ${path} and ${shown(value)} stands there; write a number from 0 to 1.`,
        );
      p[column * n + k] = notNegative(value, () => path);
    });
  });
  return p;
}

function expressionOf(node: Node, notes: string[]): RankedExpression | null {
  const type = fieldOf(node.table, "type", "Manual").value;
  if (type !== "Expression" && type !== "Partitioned") return null;
  const text = listOf(fieldOf(node.table, "expressions")).map(textIn);
  const partition = type === "Partitioned" ? listOf(fieldOf(node.table, "partitions")) : [];
  const axes = partition.map((item) => {
    const axis = node.parents.indexOf(textIn(item).trim());
    return axis >= 0
      ? axis
      : refuse(
          `The definition of ${shown(node.id)} is divided at ${item.path} by ${shown(item.value)}, which is none of its parents; correct the name.`,
        );
  });
  const expression = text.length > 0 ? rankedExpression(text, node.parents, axes) : null;
  if (!expression)
    notes.push(
      `The definition of ${shown(node.id)} (${shown(text[0] ?? "")}) is no ranked one and was left out; its table was kept.`,
    );
  return expression;
}

/** Expressions speak of parents by id: where an id had to be spelled anew, so it is in the text. */
function respelled(
  variable: Network["variables"][number],
  network: Network,
  nodes: readonly Node[],
): Network["variables"][number] {
  const { expression } = variable;
  if (!expression) return variable;
  const changed = variable.parents
    .map((j): [string, string] => [nodes[j]!.id, network.variables[j]!.id])
    .filter(([before, now]) => before !== now);
  if (changed.length === 0) return variable;
  const names = new Map(changed);
  return {
    ...variable,
    expression: { ...expression, text: expression.text.map((text) => renamed(text, names)) },
  };
}
