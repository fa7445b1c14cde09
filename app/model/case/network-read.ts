import { ROW_TOLERANCE, type RankedExpression } from "../network/network.ts";
import { readMarking } from "./marking.ts";
import { ids } from "./names.ts";
import { Refused, shown } from "./problem.ts";
import {
  at,
  type Entries,
  entries,
  type Field,
  id,
  items,
  keep,
  mustBe,
  number,
  numbers,
  oneOf,
  parts,
  refuse,
  someItems,
} from "./read.ts";
import { circleIn } from "./structure.ts";
import { given, list, text, texts } from "./text.ts";
import {
  type CaseNetwork,
  type CaseVariable,
  type Finding,
  MOST_NUMBERS,
  MOST_VARIABLES,
  type NetworkCase,
} from "./network-case.ts";

/**
 * A case that is a network.
 * @throws Refused at the first part that does not fit.
 */
export function readNetworkCase(own: Entries, version: number): NetworkCase {
  const file: Field = { path: "", value: own };
  const called = at(file, "id").value === undefined ? "network" : id(at(file, "id"));
  return keep<NetworkCase>(entries(file, ["marking"]), {
    format: "entente-case",
    version,
    id: called,
    title: text(at(file, "title"), called),
    network: readNetwork(at(file, "network")),
    ...given<Pick<NetworkCase, "marking">>(file, { marking: readMarking }),
  });
}

/** States of every variable by id, before the rest of any is read: parents may stand in any order. */
type States = ReadonlyMap<string, readonly string[]>;

function readNetwork(field: Field): CaseNetwork {
  const fields = someItems(at(field, "variables"), "variable");
  if (fields.length > MOST_VARIABLES)
    refuse(at(field, "variables"), `holds ${fields.length} variables and may hold ${MOST_VARIABLES}`);
  const own = ids(fields);
  const states: States = new Map(fields.map((variable, i) => [own[i]!, readStates(at(variable, "states"))]));
  let entriesLeft = MOST_NUMBERS;
  const variables = fields.map((variable, i) => {
    const read = readVariable(variable, own[i]!, states, entriesLeft);
    entriesLeft -= read.p.length;
    return read;
  });
  const circle = circleIn(new Map(variables.map(({ id: one, parents }) => [one, parents])));
  if (circle !== null) throw new Refused({ kind: "loop", ids: circle });
  return keep<CaseNetwork>(entries(field), {
    variables,
    target: readTarget(at(field, "target"), variables),
    findings: readFindings(at(field, "findings"), states),
    notes: texts(at(field, "notes")),
  });
}

/** Signs that cannot be seen and that other programs' files cannot carry. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** A name that every format can write and read again. */
function name(field: Field): string {
  const said = text(field);
  return said !== "" && said === said.trim() && !UNPRINTABLE.test(said)
    ? said
    : mustBe(field, "a name without blanks around it or signs that cannot be printed");
}

function readStates(field: Field): string[] {
  const seen = new Set<string>();
  return someItems(field, "state").map((item) => {
    const state = name(item);
    if (seen.has(state)) refuse(item, `must be another name, because ${shown(state)} stands twice`);
    seen.add(state);
    return state;
  });
}

function readVariable(field: Field, own: string, states: States, entriesLeft: number): CaseVariable {
  const parents = readParents(at(field, "parents"), own, states);
  const length = states.get(own)!.length;
  const rows = parents.reduce((product, parent) => product * states.get(parent)!.length, 1);
  if (rows * length > entriesLeft)
    refuse(
      at(field, "p"),
      `would hold ${rows * length} numbers, and the tables of a case may hold ${MOST_NUMBERS} together; give it fewer parents or states`,
    );
  return keep<CaseVariable>(entries(field, ["expression", "position"]), {
    id: own,
    label: at(field, "label").value === undefined ? own : name(at(field, "label")),
    states: states.get(own)!,
    parents,
    p: readTable(at(field, "p"), rows, length),
    ...given<Pick<CaseVariable, "expression" | "position">>(field, {
      expression: (part) =>
        readExpression(
          part,
          parents.map((parent) => states.get(parent)!.length),
        ),
      position: readPosition,
    }),
  });
}

function readParents(field: Field, own: string, states: States): string[] {
  const seen = new Set<string>();
  return list(field, (item) => {
    const parent = text(item);
    if (!states.has(parent)) mustBe(item, "the id of a variable of this network");
    if (parent === own) refuse(item, "must be another variable: none is its own parent");
    if (seen.has(parent)) refuse(item, `must be another variable, because ${shown(parent)} stands twice`);
    seen.add(parent);
    return parent;
  });
}

/** Read in one go: tables are long, and only what is wrong needs a name for its place. */
function readTable(field: Field, rows: number, length: number): number[] {
  const { value } = field;
  if (!Array.isArray(value) || value.length !== rows * length)
    return mustBe(field, `a list of ${rows * length} numbers`);
  const table = value as unknown[];
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = row * length; i < (row + 1) * length; i++) {
      const p = table[i];
      if (typeof p !== "number" || !(p >= 0 && p <= 1 + ROW_TOLERANCE))
        return mustBe({ path: `${field.path}[${i}]`, value: p }, "a number from 0 to 1");
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= ROW_TOLERANCE))
      refuse(field, `must hold rows that each add up to 1, and row ${row + 1} adds up to ${sum}`);
  }
  return table as number[];
}

function readExpression(field: Field, parents: readonly number[]): RankedExpression {
  const partition = list(at(field, "partition"), (item) =>
    number(item, "the place of a parent in the list of parents", (i) => Number.isInteger(i) && i in parents),
  );
  const count = partition.reduce((product, axis) => product * parents[axis]!, 1);
  const said = items(at(field, "text"));
  if (said.length !== count) mustBe(at(field, "text"), `a list of ${count} texts`);
  return keep<RankedExpression>(entries(field), {
    function: oneOf(at(field, "function"), ["wmean", "wmin", "wmax", "mixminmax", "expression"]),
    weights: list(at(field, "weights"), (item) => number(item)),
    variance: number(at(field, "variance"), "a number of 0 or more", (x) => x >= 0),
    text: said.map((item) => text(item)),
    partition,
  });
}

/** Places far outside any drawing would only blow it up. */
const coordinate = (field: Field) =>
  number(field, "a number from -1000000 to 1000000", (x) => Math.abs(x) <= 1e6);

function readPosition(field: Field): { x: number; y: number } {
  return keep(entries(field), { x: coordinate(at(field, "x")), y: coordinate(at(field, "y")) });
}

/** Where none is given, the first state of the last variable that causes no other. */
function readTarget(field: Field, variables: readonly CaseVariable[]): CaseNetwork["target"] {
  if (field.value === null || field.value === undefined) return usualTarget(variables);
  const variable = variables.find((one) => one.id === at(field, "variable").value);
  if (!variable) return mustBe(at(field, "variable"), "the id of a variable of this network");
  return keep<CaseNetwork["target"]>(entries(field), {
    variable: variable.id,
    state: oneOf(at(field, "state"), variable.states),
  });
}

export function usualTarget(variables: readonly CaseVariable[]): CaseNetwork["target"] {
  const causes = new Set(variables.flatMap(({ parents }) => parents));
  const last = variables.findLast(({ id: one }) => !causes.has(one)) ?? variables[0]!;
  return { variable: last.id, state: last.states[0]! };
}

function readFindings(field: Field, states: States): Readonly<Record<string, Finding>> {
  if (field.value === null || field.value === undefined) return {};
  return Object.fromEntries(
    parts(field).map(({ key, ...finding }) => {
      const own = states.get(key);
      if (!own) return refuse(finding, "is a finding on no variable of this network; remove it");
      return [key, readFinding(finding, own)];
    }),
  );
}

/** @throws Refused unless it is one of the states, or a number of 0 or more for each, not all 0. */
export function readFinding(field: Field, states: readonly string[]): Finding {
  if (typeof field.value === "string") return oneOf(field, states);
  const fit = numbers(field, states.length, (item) =>
    number(item, "a number of 0 or more", (x) => x >= 0 && x <= 1e9),
  );
  return fit.some((x) => x > 0) ? fit : mustBe(field, "numbers that are not all 0");
}
