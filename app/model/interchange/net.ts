import type { Network } from "../network/network.ts";
import { shown } from "../case/problem.ts";
import { assemble } from "./assemble.ts";
import type { Draft } from "./draft.ts";
import { rowsOf } from "./names.ts";
import { complete, decimal, entry } from "./numbers.ts";
import { refuse } from "./refusal.ts";
import { inQuotes, type Scanner, scanner, type Token } from "./scan.ts";

const NET = { marks: "{}()=;|", blanks: "", comments: [["%", "\n"]] } as const;

/** An attribute's value: its words and quoted texts in order, brackets left out. */
type Attributes = ReadonlyMap<string, readonly Token[]>;
type Potential = {
  readonly parents: readonly string[];
  readonly place: string;
  readonly data: readonly Token[] | undefined;
};

/**
 * Reads a Hugin .net file: chance nodes with tables. Attributes other than label, states, position and data are
 * left out.
 *
 * @throws Refused
 */
export function readNet(text: string): Network {
  const scan = scanner(text, NET);
  const nodes = new Map<string, { readonly attributes: Attributes; readonly place: string }>();
  const potentials = new Map<string, Potential>();
  let name = "";
  while (scan.peek().kind !== "end") {
    const start = scan.peek();
    if (scan.takeIf("net")) name = textOf(readBlock(scan).get("name")) ?? "";
    else if (scan.takeIf("potential")) readPotential(scan, potentials);
    else {
      scan.takeIf("discrete");
      const kind = scan.peek();
      if (!scan.takeIf("node")) refuseKind(scan, kind);
      const key = scan.name("the name of a node");
      const place = scan.place(start.at);
      const first = nodes.get(key);
      if (first)
        refuse(
          `The variable ${shown(key)} stands at ${first.place} and again at ${place}; rename one of the two.`,
        );
      nodes.set(key, { attributes: readBlock(scan), place });
    }
  }
  for (const [key, { place }] of potentials)
    if (!nodes.has(key))
      refuse(
        `The potential at ${place} is for ${shown(key)}, which the file does not declare; declare that variable or correct the name.`,
      );
  const drafts = [...nodes].map(([key, { attributes, place }]): Draft => {
    const potential =
      potentials.get(key) ?? refuse(`The variable ${shown(key)} at ${place} has no potential; add one.`);
    const position = positionOf(attributes.get("position"));
    return {
      key,
      label: textOf(attributes.get("label")) || key,
      states: (attributes.get("states") ?? []).map((token) => token.text.trim()),
      parents: potential.parents,
      place,
      tablePlace: potential.place,
      table: (family) => {
        const data =
          potential.data ??
          refuse(
            `The potential of ${family.name} at ${potential.place} has no data; write its table as data = (…).`,
          );
        const size = family.rows * family.states.length;
        const surplus = data[size];
        if (surplus)
          refuse(
            `The table of ${family.name} has more than the ${size} entries it needs, at ${scan.place(surplus.at)}; remove the surplus ones.`,
          );
        const p = new Float64Array(size);
        data.forEach((token, i) => (p[i] = entry(token.text, () => scan.place(token.at))));
        return { p: complete(p, data.length, family.name, potential.place) };
      },
      ...(position && { position }),
    };
  });
  return assemble(name, drafts, []);
}

function refuseKind(scan: Scanner, token: Token): never {
  if (token.kind === "word" && /^(continuous|decision|utility|function|class)$/.test(token.text))
    refuse(
      `At ${scan.place(token.at)} stands a ${shown(token.text)} block, and only networks of discrete chance variables are read; remove it or turn it into states first.`,
    );
  scan.expected('"net", "node" or "potential"', token);
}

function readPotential(scan: Scanner, potentials: Map<string, Potential>): void {
  const open = scan.expect("(");
  const place = scan.place(open.at);
  const child = scan.name("the name of a node");
  if (scan.peek().kind !== "mark")
    refuse(`The potential at ${place} is for several variables at once; write one potential per node.`);
  const parents: string[] = [];
  const bar = scan.takeIf("|");
  while (!scan.takeIf(")"))
    parents.push(bar ? scan.name('the name of a parent or ")"') : scan.expected('"|" or ")"', scan.peek()));
  const first = potentials.get(child);
  if (first)
    refuse(
      `The potential of ${shown(child)} stands at ${first.place} and again at ${place}; keep one of the two.`,
    );
  potentials.set(child, { parents, place, data: readBlock(scan).get("data") });
}

/** `{ name = value; … }`. Nested brackets only group: the order of the values is what counts. */
function readBlock(scan: Scanner): Attributes {
  const attributes = new Map<string, readonly Token[]>();
  scan.expect("{");
  while (!scan.takeIf("}")) {
    const name = scan.peek();
    const key = scan.name('the name of an attribute or "}"');
    if (attributes.has(key))
      refuse(
        `The attribute ${shown(key)} stands twice, the second time at ${scan.place(name.at)}; keep one of the two.`,
      );
    scan.expect("=");
    attributes.set(key, readValue(scan));
  }
  return attributes;
}

function readValue(scan: Scanner): readonly Token[] {
  const values: Token[] = [];
  for (let depth = 0; ;) {
    const token = scan.take();
    if (token.kind === "word" || token.kind === "quoted") values.push(token);
    else if (token.text === "(") depth++;
    else if (token.text === ")" && depth > 0) depth--;
    else if (token.text === ";" && depth === 0) return values;
    else scan.expected(depth > 0 ? 'a value, "(" or ")"' : 'a value or ";"', token);
  }
}

const textOf = (value: readonly Token[] | undefined) =>
  value
    ?.map((token) => token.text)
    .join(" ")
    .trim();

function positionOf(value: readonly Token[] | undefined): { x: number; y: number } | null {
  const [x, y] = (value ?? []).map((token) => decimal(token.text));
  return typeof x === "number" && typeof y === "number" ? { x, y } : null;
}

/** Writes a Hugin .net file: nodes by id, their labels and states in quotation marks, tables with one bracket per row. */
export function writeNet(network: Network): string {
  const { variables } = network;
  const lines = ["net", "{", `  name = ${inQuotes(network.name)};`, "}"];
  for (const { id, label, states, position } of variables) {
    lines.push(`node ${id}`, "{", `  label = ${inQuotes(label)};`);
    if (position) lines.push(`  position = (${position.x} ${position.y});`);
    lines.push(`  states = (${states.map(inQuotes).join(" ")});`, "}");
  }
  for (const variable of variables) {
    const parents = variable.parents.map((j) => variables[j]!.id).join(" ");
    lines.push(`potential (${variable.id}${parents && ` | ${parents}`})`, "{", "  data = (");
    const axes = variable.parents.map((j) => variables[j]!.states.length);
    const rows = rowsOf(variable);
    rows.forEach((row, r) => lines.push(`    ${nested(row.join(" "), axes, r)}`));
    lines.push("  );", "}");
  }
  return `${lines.join("\n")}\n`;
}

/** A row with the brackets that open before it and close after it: one pair per parent, the outermost written apart. */
function nested(row: string, axes: readonly number[], r: number): string {
  let opens = axes.length > 0 ? "(" : "";
  let closes = axes.length > 0 ? ")" : "";
  let block = 1;
  for (const states of axes.slice(1).reverse()) {
    block *= states;
    if (r % block === 0) opens += "(";
    if ((r + 1) % block === 0) closes += ")";
  }
  return `${opens}${row}${closes}`;
}
