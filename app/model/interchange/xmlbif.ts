import type { Network } from "../network/network.ts";
import { shown } from "../case/problem.ts";
import { assemble } from "./assemble.ts";
import type { Draft } from "./draft.ts";
import { rowsOf, singleNames } from "./names.ts";
import { decimal, entriesOf } from "./numbers.ts";
import { refuse } from "./refusal.ts";
import { escapeXml, named, parseXml, textOfOnly, type XmlElement } from "./xml.ts";

/**
 * Reads XMLBIF 0.3. Of the properties only `position = (x, y)` is taken.
 *
 * @throws Refused
 */
export function readXmlBif(text: string): Network {
  const root = parseXml(text);
  const network = root.name === "BIF" ? named(root, "NETWORK")[0] : undefined;
  if (!network)
    refuse(
      `The file is no XMLBIF: its root is ${shown(root.name)} and <BIF> with a <NETWORK> is expected; choose the format it is in.`,
    );
  const definitions = new Map<string, XmlElement>();
  for (const definition of named(network, "DEFINITION")) {
    const key =
      textOfOnly(definition, "FOR") ??
      refuse(`The definition at ${definition.place} says not for which variable; add <FOR>.`);
    const first = definitions.get(key);
    if (first)
      refuse(
        `${shown(key)} is defined at ${first.place} and again at ${definition.place}; keep one of the two.`,
      );
    definitions.set(key, definition);
  }
  const drafts = named(network, "VARIABLE").map((variable): Draft => {
    const { place } = variable;
    const key = textOfOnly(variable, "NAME") ?? "";
    const type = variable.attributes.get("TYPE") ?? "nature";
    if (type !== "nature")
      refuse(
        `The variable ${shown(key)} at ${place} is of type ${shown(type)}, and only chance variables ("nature") are read; remove it.`,
      );
    const definition =
      definitions.get(key) ?? refuse(`The variable ${shown(key)} at ${place} has no definition; add one.`);
    const table =
      named(definition, "TABLE")[0] ??
      refuse(`The definition of ${shown(key)} at ${definition.place} has no table; add one.`);
    if (textOfOnly(definition, "TABLE") === "")
      refuse(`The table of ${shown(key)} at ${table.place} is empty; fill it in.`);
    const position = positionOf(variable);
    return {
      key,
      label: key,
      states: named(variable, "OUTCOME").map((outcome) => outcome.text.trim()),
      parents: named(definition, "GIVEN").map((given) => given.text.trim()),
      place,
      tablePlace: table.place,
      table: (family) => ({
        p: entriesOf(table.text, family.rows * family.states.length, family.name, table.place),
      }),
      ...(position && { position }),
    };
  });
  const known = new Set(drafts.map(({ key }) => key));
  for (const [key, { place }] of definitions)
    if (!known.has(key))
      refuse(
        `The definition at ${place} is for ${shown(key)}, which the file does not declare; declare that variable or correct the name.`,
      );
  return assemble(textOfOnly(network, "NAME") ?? "", drafts, []);
}

function positionOf(variable: XmlElement): { x: number; y: number } | null {
  for (const property of named(variable, "PROPERTY")) {
    const found = /^\s*position\s*=\s*\(([^,()]{1,30}),([^,()]{1,30})\)\s*$/.exec(
      property.text.slice(0, 200),
    );
    const [x, y] = (found ?? []).slice(1).map((word) => decimal(word.trim()));
    if (typeof x === "number" && typeof y === "number") return { x, y };
  }
  return null;
}

/** Writes XMLBIF 0.3, without a document type. */
export function writeXmlBif(network: Network): string {
  const names = singleNames(network.variables).map(escapeXml);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<BIF VERSION="0.3">',
    "<NETWORK>",
    `<NAME>${escapeXml(network.name)}</NAME>`,
  ];
  network.variables.forEach(({ states, position }, i) => {
    lines.push('<VARIABLE TYPE="nature">', `  <NAME>${names[i]!}</NAME>`);
    for (const state of states) lines.push(`  <OUTCOME>${escapeXml(state)}</OUTCOME>`);
    if (position) lines.push(`  <PROPERTY>position = (${position.x}, ${position.y})</PROPERTY>`);
    lines.push("</VARIABLE>");
  });
  network.variables.forEach((variable, i) => {
    lines.push("<DEFINITION>", `  <FOR>${names[i]!}</FOR>`);
    for (const parent of variable.parents) lines.push(`  <GIVEN>${names[parent]!}</GIVEN>`);
    lines.push(
      `  <TABLE>${rowsOf(variable)
        .map((row) => row.join(" "))
        .join("\n    ")}</TABLE>`,
      "</DEFINITION>",
    );
  });
  return `${[...lines, "</NETWORK>", "</BIF>"].join("\n")}\n`;
}
