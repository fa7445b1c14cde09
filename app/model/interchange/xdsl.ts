import type { Network, NetworkVariable } from "../network/network.ts";
import { shown } from "../case/problem.ts";
import { assemble } from "./assemble.ts";
import type { Draft, Family } from "./draft.ts";
import { identifiers } from "./ids.ts";
import { rowsOf } from "./names.ts";
import { decimal, entriesOf } from "./numbers.ts";
import { refuse } from "./refusal.ts";
import { escapeXml, named, parseXml, textOfOnly, type XmlElement } from "./xml.ts";

const words = (text: string) => text.split(/[ \t\r\n]+/).filter((word) => word !== "");

/**
 * Reads GeNIe's .xdsl: `cpt` and `deterministic` nodes, with the names and positions of its extensions.
 *
 * @throws Refused
 */
export function readXdsl(text: string): Network {
  const root = parseXml(text);
  const nodes = named(root, "nodes")[0];
  if (root.name !== "smile" || !nodes)
    refuse(
      `The file is no .xdsl: its root is ${shown(root.name)} and <smile> with <nodes> is expected; choose the format it is in.`,
    );
  const drawn = drawings(root);
  const drafts = nodes.children.filter(({ name }) => name !== "property").map((node) => draftOf(node, drawn));
  return assemble(root.attributes.get("id") ?? "", drafts, []);
}

function draftOf(node: XmlElement, drawn: ReadonlyMap<string, XmlElement>): Draft {
  const { place } = node;
  const key = node.attributes.get("id")?.trim() ?? "";
  if (node.name !== "cpt" && node.name !== "deterministic")
    refuse(
      `The variable ${shown(key)} at ${place} is of the kind ${shown(node.name)}, and only variables with a full table ("cpt" or "deterministic") are read; change its kind in GeNIe and save again.`,
    );
  const drawing = drawn.get(key);
  const position = drawing && positionOf(drawing);
  const content = node.name === "cpt" ? "probabilities" : "resultingstates";
  const table =
    textOfOnly(node, content) ??
    refuse(`The variable ${shown(key)} at ${place} has no <${content}>; add its table.`);
  const states = named(node, "state");
  return {
    key,
    label: (drawing && textOfOnly(drawing, "name")) || key,
    states: states.map((state) =>
      (state.attributes.get("label") || state.attributes.get("id") || state.text).trim(),
    ),
    parents: words(textOfOnly(node, "parents") ?? ""),
    place,
    tablePlace: place,
    table: (family) => ({
      p:
        node.name === "cpt"
          ? entriesOf(table, family.rows * family.states.length, family.name, place)
          : certain(
              words(table),
              states.map((state) => (state.attributes.get("id") ?? state.text).trim()),
              family,
              place,
            ),
    }),
    ...(position && { position }),
  };
}

/** The table of a deterministic node: one state per row has all. */
function certain(
  results: readonly string[],
  stateIds: readonly string[],
  family: Family,
  place: string,
): Float64Array {
  if (results.length !== family.rows)
    refuse(
      `The variable ${family.name} at ${place} gives ${results.length} resulting states and needs ${family.rows}; give one per combination of its parents' states.`,
    );
  const n = stateIds.length;
  const p = new Float64Array(family.rows * n);
  results.forEach((result, row) => {
    const k = stateIds.indexOf(result);
    if (k < 0)
      refuse(
        `The variable ${family.name} at ${place} results in ${shown(result)}, which is not one of its states; correct the name.`,
      );
    p[row * n + k] = 1;
  });
  return p;
}

/** GeNIe's drawings of the nodes by id, also inside submodels. */
function drawings(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === "node") found.set(child.attributes.get("id") ?? "", child);
      else if (child.name === "genie" || child.name === "submodel") visit(child);
    }
  };
  for (const extensions of named(root, "extensions")) visit(extensions);
  return found;
}

/** The upper left corner of the drawn rectangle "left top right bottom". */
function positionOf(drawing: XmlElement): { x: number; y: number } | null {
  const [x, y] = words(textOfOnly(drawing, "position") ?? "").map(decimal);
  return typeof x === "number" && typeof y === "number" ? { x, y } : null;
}

/** Width and height of a drawn node. */
const SIZE = { x: 120, y: 50 };

/** Writes .xdsl. States whose label is no identifier get one, and carry the label beside it. */
export function writeXdsl(network: Network): string {
  const { name, variables } = network;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<smile version="1.0" id="${escapeXml(name)}" numsamples="10000" discsamples="10000">`,
    "  <nodes>",
    ...variables.flatMap((variable) => nodeLines(variable, variables)),
    "  </nodes>",
    "  <extensions>",
    `    <genie version="1.0" app="Entente" name="${escapeXml(name)}">`,
  ];
  for (const { id, label, position } of variables) {
    lines.push(`      <node id="${id}">`, `        <name>${escapeXml(label)}</name>`);
    if (position) {
      const { x, y } = position;
      lines.push(`        <position>${x} ${y} ${x + SIZE.x} ${y + SIZE.y}</position>`);
    }
    lines.push("      </node>");
  }
  return `${[...lines, "    </genie>", "  </extensions>", "</smile>"].join("\n")}\n`;
}

function nodeLines(variable: NetworkVariable, variables: readonly NetworkVariable[]): string[] {
  const ids = identifiers(variable.states);
  const states = variable.states.map((label, k) => {
    const also = ids[k] === label ? "" : ` label="${escapeXml(label)}"`;
    return `      <state id="${ids[k]!}"${also} />`;
  });
  const parents = variable.parents.map((j) => variables[j]!.id).join(" ");
  return [
    `    <cpt id="${variable.id}">`,
    ...states,
    ...(parents ? [`      <parents>${parents}</parents>`] : []),
    `      <probabilities>${rowsOf(variable)
      .map((row) => row.join(" "))
      .join(" ")}</probabilities>`,
    "    </cpt>",
  ];
}
