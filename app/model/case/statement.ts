import { at, entries, type Field, id, keep, mustBe, number, oneOf, parts, refuse } from "./read.ts";
import { given, list, text } from "./text.ts";
import { ids, type Names, reference } from "./names.ts";
import { readSettings } from "./inputs.ts";
import type { Inputs } from "./types.ts";

/**
 * A quantity of the answer: a rung's id, `break`, `noBreak`, `intact` (1 − the first `happened` rung), or `mean:<part>`,
 * the expected level of a factor or mechanism on the unit scale.
 */
export type Quantity = string;

/** One side of a comparison: a number, a quantity of one of the statement's cases at a horizon, or a sum of such. */
export type Side =
  | number
  | { readonly case: string; readonly h: string; readonly q: Quantity }
  | { readonly diff: readonly Side[] }
  | { readonly ratio: readonly Side[] }
  | { readonly sum: readonly Side[] };

export type Assert =
  /** left > right + margin; left < right − margin. Margin 0 where none is given. */
  | { readonly op: "gt" | "lt"; readonly left: Side; readonly right: Side; readonly margin?: number }
  /** |left − right| ≤ tol */
  | { readonly op: "near"; readonly left: Side; readonly right: Side; readonly tol: number }
  /** The most likely rung. */
  | { readonly op: "top"; readonly case: string; readonly h: string; readonly value: string };

/** What an author says the model must show; kept with the case and run on every change. */
export type Statement = { readonly id: string; readonly text: string } & (
  | {
      /** One input from its lowest to its highest, step by step, all else as in `settings`. */
      readonly kind: "monotone";
      readonly factor: string;
      readonly input: "level" | "weight";
      readonly direction: Direction;
      readonly q: Quantity;
      /** A horizon's id, or "all". */
      readonly h: string;
      /** `up`, `down`: least move of every step. `neverUp`, `neverDown`, `still`: what is forgiven. 0 where not given. */
      readonly margin?: number;
      readonly settings?: Inputs;
    }
  | {
      readonly kind: "comparison";
      /** Inputs by a name that the asserts use. */
      readonly cases: Readonly<Record<string, Inputs>>;
      readonly asserts: readonly Assert[];
    }
);

export const DIRECTIONS = ["up", "down", "neverUp", "neverDown", "still"] as const;
export type Direction = (typeof DIRECTIONS)[number];

const WHOLE = ["break", "noBreak", "intact"];
const MEAN = "mean:";

/** The part whose level a quantity is, if it is one. */
export const partOf = (q: Quantity): string | undefined =>
  q.startsWith(MEAN) ? q.slice(MEAN.length) : undefined;

interface Known extends Names {
  readonly rungs: readonly string[];
}

/** @throws Refused */
export function readStatements(field: Field, names: Names, rungs: readonly string[]): Statement[] {
  ids(list(field, (one) => one));
  return list(field, (one) => readStatement(one, { ...names, rungs }));
}

function readStatement(field: Field, names: Known): Statement {
  const said = { id: id(at(field, "id")), text: text(at(field, "text")) };
  const kind = oneOf(at(field, "kind"), ["monotone", "comparison"]);
  if (kind === "comparison") {
    const cases = at(field, "cases");
    const named = parts(cases).map((one): [string, Inputs] => {
      if (one.key in {}) refuse(one, `must have another name, because "${one.key}" is reserved`);
      return [one.key, readSettings(one, names)];
    });
    const known = named.map(([name]) => name);
    const asserts = list(at(field, "asserts"), (one) => readAssert(one, known, names));
    if (asserts.length === 0) mustBe(at(field, "asserts"), "a list of at least one comparison");
    return keep<Statement>(entries(field), {
      ...said,
      kind,
      cases: keep(entries(cases), Object.fromEntries(named)) as Readonly<Record<string, Inputs>>,
      asserts,
    });
  }
  return keep<Statement>(entries(field, ["margin", "settings"]), {
    ...said,
    kind,
    factor: reference(at(field, "factor"), names, "factor"),
    input: oneOf(at(field, "input"), ["level", "weight"]),
    direction: oneOf(at(field, "direction"), DIRECTIONS),
    q: quantity(at(field, "q"), names),
    h: horizon(at(field, "h"), names, ["all"]),
    ...given<{ margin?: number; settings?: Inputs }>(field, {
      margin: notNegative,
      settings: (part) => readSettings(part, names),
    }),
  });
}

const notNegative = (field: Field) => number(field, "a number of 0 or more", (x) => x >= 0);

function quantity(field: Field, { kinds, rungs }: Known): Quantity {
  const q = field.value;
  if (typeof q === "string") {
    if (WHOLE.includes(q) || rungs.includes(q)) return q;
    const kind = kinds.get(partOf(q) ?? "");
    if (kind === "factor" || kind === "mechanism") return q;
  }
  return mustBe(
    field,
    `${WHOLE.join(", ")}, the id of a rung, or ${MEAN} and the id of a factor or mechanism`,
  );
}

const horizon = (field: Field, { horizons }: Names, also: readonly string[] = []): string =>
  oneOf(field, [...horizons, ...also]);

function readAssert(field: Field, cases: readonly string[], names: Known): Assert {
  const op = oneOf(at(field, "op"), ["gt", "lt", "near", "top"]);
  if (op === "top")
    return keep<Assert>(entries(field), {
      op,
      case: oneOf(at(field, "case"), cases),
      h: horizon(at(field, "h"), names),
      value: oneOf(at(field, "value"), names.rungs),
    });
  const sides = {
    left: readSide(at(field, "left"), cases, names),
    right: readSide(at(field, "right"), cases, names),
  };
  if (op === "near")
    return keep<Assert>(entries(field), { op, ...sides, tol: notNegative(at(field, "tol")) });
  return keep<Assert>(entries(field, ["margin"]), {
    op,
    ...sides,
    ...given<{ margin?: number }>(field, { margin: (part) => number(part) }),
  });
}

function readSide(field: Field, cases: readonly string[], names: Known): Side {
  if (typeof field.value === "number") return number(field);
  for (const key of ["diff", "ratio", "sum"] as const) {
    const several = at(field, key);
    if (several.value === undefined) continue;
    const sides = list(several, (one) => readSide(one, cases, names));
    if (sides.length === 0) mustBe(several, "a list of at least one quantity");
    return keep<Side & object>(entries(field), { [key]: sides } as Side & object);
  }
  return keep<Side & object>(entries(field), {
    case: oneOf(at(field, "case"), cases),
    h: horizon(at(field, "h"), names),
    q: quantity(at(field, "q"), names),
  });
}

/** Every quantity a statement speaks of, and where. */
function sidesOf(statement: Statement): { readonly h: string; readonly q: Quantity }[] {
  if (statement.kind === "monotone") return [statement];
  const inSide = (side: Side): { h: string; q: Quantity }[] => {
    if (typeof side === "number") return [];
    if ("q" in side) return [side];
    return ("diff" in side ? side.diff : "ratio" in side ? side.ratio : side.sum).flatMap(inSide);
  };
  return statement.asserts.flatMap((one) =>
    one.op === "top" ? [{ h: one.h, q: one.value }] : [...inSide(one.left), ...inSide(one.right)],
  );
}

const inputsOf = (statement: Statement): readonly Inputs[] =>
  statement.kind === "monotone" ? [statement.settings ?? {}] : Object.values(statement.cases);

/** Whether a statement speaks of a factor, mechanism or indicator for which this holds. */
export function namesPart(statement: Statement, holds: (id: string) => boolean): boolean {
  const parts = inputsOf(statement).flatMap((inputs) =>
    Object.values(inputs).flatMap((part) => (typeof part === "object" ? Object.keys(part) : [])),
  );
  const read = sidesOf(statement).flatMap(({ q }) => partOf(q) ?? []);
  const moved = statement.kind === "monotone" ? [statement.factor] : [];
  return [...moved, ...parts, ...read].some(holds);
}

/** Whether a statement speaks of a horizon for which this holds. */
export function namesHorizon(statement: Statement, holds: (id: string) => boolean): boolean {
  const levels = inputsOf(statement).flatMap(({ set = {}, assume = {} }) =>
    [...Object.values(set), ...Object.values(assume)].flatMap((one) =>
      typeof one === "string" ? [] : Object.keys(one),
    ),
  );
  return [...sidesOf(statement).map(({ h }) => h), ...levels].some(holds);
}

/** Whether a statement speaks of a rung for which this holds. */
export const namesRung = (statement: Statement, holds: (id: string) => boolean): boolean =>
  sidesOf(statement).some(({ q }) => holds(q));
