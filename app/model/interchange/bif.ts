import type { Network } from "../network/network.ts";
import { assemble } from "./assemble.ts";
import { type BifEntries, bifTable } from "./bif-table.ts";
import { decimal, entry } from "./numbers.ts";
import { inQuotes, type Scanner, scanner } from "./scan.ts";
import { refuse } from "./refusal.ts";
import { rowsOf, singleNames } from "./names.ts";
import { shown } from "../case/problem.ts";

/** In BIF commas and bars are blanks. */
const BIF = {
  marks: "{}()[];",
  blanks: ",|",
  comments: [
    ["//", "\n"],
    ["/*", "*/"],
  ],
} as const;

interface Declared {
  readonly states: readonly string[];
  readonly place: string;
}

/**
 * Reads BIF 0.15: `network`, `variable` and `probability` blocks in any order. Property lines are left out.
 *
 * @throws Refused
 */
export function readBif(text: string): Network {
  const scan = scanner(text, BIF);
  const declared = new Map<string, Declared>();
  const tables = new Map<string, BifEntries>();
  const notes: string[] = [];
  let name = "";
  while (scan.peek().kind !== "end") {
    const block = scan.peek();
    if (scan.takeIf("network")) name = readHead(scan);
    else if (scan.takeIf("variable")) readVariable(scan, declared);
    else if (scan.takeIf("probability")) readProbability(scan, tables);
    else scan.expected('"network", "variable" or "probability"', block);
  }
  for (const [key, { place }] of tables)
    if (!declared.has(key))
      refuse(
        `The table at ${place} is for ${shown(key)}, which the file does not declare; declare that variable or correct the name.`,
      );
  const drafts = [...declared].map(([key, { states, place }]) => {
    const entries =
      tables.get(key) ?? refuse(`The variable ${shown(key)} at ${place} has no probability block; add one.`);
    return {
      key,
      label: key,
      states,
      parents: entries.parents,
      place,
      tablePlace: entries.place,
      table: (family: Parameters<typeof bifTable>[1]) => bifTable(entries, family, notes),
    };
  });
  const network = assemble(name, drafts, []);
  return { ...network, notes: [...notes, ...network.notes] };
}

function readHead(scan: Scanner): string {
  const name = scan.peek().text === "{" ? "" : scan.name("the name of the network");
  scan.expect("{");
  while (!scan.takeIf("}")) skipProperty(scan);
  return name;
}

/** Properties are notes of other programs; their words may be anything up to the semicolon. */
function skipProperty(scan: Scanner): void {
  scan.expect("property");
  while (!scan.takeIf(";")) if (scan.take().kind === "end") scan.expect(";");
}

function readVariable(scan: Scanner, declared: Map<string, Declared>): void {
  const start = scan.peek().at;
  const name = scan.name("the name of a variable");
  const place = scan.place(start);
  const first = declared.get(name);
  if (first)
    refuse(
      `The variable ${shown(name)} is declared at ${first.place} and again at ${place}; rename one of the two.`,
    );
  scan.expect("{");
  let states: string[] | null = null;
  while (!scan.takeIf("}")) {
    if (!scan.takeIf("type")) skipProperty(scan);
    else if (states) refuse(`The variable ${shown(name)} at ${place} has two types; remove one of them.`);
    else states = readStates(scan, name);
  }
  declared.set(name, {
    states: states ?? refuse(`The variable ${shown(name)} at ${place} has no type; list its states.`),
    place,
  });
}

function readStates(scan: Scanner, name: string): string[] {
  const type = scan.peek();
  if (!scan.takeIf("discrete"))
    refuse(
      `The variable ${shown(name)} at ${scan.place(type.at)} has the type ${shown(type.text)}, and only discrete variables are read; cut it into states first.`,
    );
  scan.expect("[");
  const count = decimal(scan.name("the number of states"));
  scan.expect("]");
  scan.expect("{");
  const states: string[] = [];
  while (!scan.takeIf("}")) states.push(scan.name("the name of a state"));
  scan.expect(";");
  if (count !== states.length)
    refuse(
      `The variable ${shown(name)} at ${scan.place(type.at)} announces ${count ?? "an unknown number of"} states and lists ${states.length}; correct the number or the list.`,
    );
  return states;
}

function readProbability(scan: Scanner, tables: Map<string, BifEntries>): void {
  const place = scan.place(scan.expect("(").at);
  const child = scan.name("the name of a variable");
  const parents: string[] = [];
  while (!scan.takeIf(")")) parents.push(scan.name('the name of a parent or ")"'));
  const first = tables.get(child);
  if (first)
    refuse(
      `The table of ${shown(child)} stands at ${first.place} and again at ${place}; keep one of the two.`,
    );
  const entries: BifEntries = { parents, place, rows: [], tables: [], defaults: [], placeOf: scan.place };
  scan.expect("{");
  while (!scan.takeIf("}")) {
    const { at } = scan.peek();
    if (scan.takeIf("(")) {
      const states: string[] = [];
      while (!scan.takeIf(")")) states.push(scan.name('the state of a parent or ")"'));
      entries.rows.push({ states, at, values: readValues(scan) });
    } else if (scan.takeIf("table")) entries.tables.push({ at, values: readValues(scan) });
    else if (scan.takeIf("default")) entries.defaults.push({ at, values: readValues(scan) });
    else if (scan.peek().text === "property") skipProperty(scan);
    else scan.expected('a row in brackets, "table", "default", "property" or "}"', scan.peek());
  }
  tables.set(child, entries);
}

function readValues(scan: Scanner): number[] {
  const values: number[] = [];
  while (!scan.takeIf(";")) {
    const token = scan.take();
    if (token.kind !== "word") scan.expected('a probability or ";"', token);
    values.push(entry(token.text, () => scan.place(token.at)));
  }
  return values;
}

/** Signs that need no quotation marks in BIF. */
const BARE = /^[A-Za-z0-9_<>+\-.:&#@!?*^~$]+$/;
const word = (name: string) => (BARE.test(name) ? name : inQuotes(name));

/** Writes BIF 0.15, one row per combination of the parents' states. */
export function writeBif(network: Network): string {
  const { variables } = network;
  const names = singleNames(variables).map(word);
  const lines = [`network ${word(network.name)} {`, "}"];
  variables.forEach(({ states }, i) => {
    lines.push(
      `variable ${names[i]!} {`,
      `  type discrete [ ${states.length} ] { ${states.map(word).join(", ")} };`,
      "}",
    );
  });
  variables.forEach((variable, i) => {
    const parents = variable.parents.map((j) => names[j]!).join(", ");
    lines.push(`probability ( ${names[i]!}${parents && ` | ${parents}`} ) {`);
    const axes = variable.parents.map((j) => variables[j]!.states.map(word));
    rowsOf(variable).forEach((row, r) => {
      lines.push(
        `  ${axes.length > 0 ? `(${combination(axes, r).join(", ")})` : "table"} ${row.join(", ")};`,
      );
    });
    lines.push("}");
  });
  return `${lines.join("\n")}\n`;
}

/** The states of row r, the last axis fastest. */
function combination(axes: readonly (readonly string[])[], r: number): string[] {
  let rest = r;
  return axes
    .toReversed()
    .map((states) => {
      const state = states[rest % states.length]!;
      rest = Math.floor(rest / states.length);
      return state;
    })
    .reverse();
}
