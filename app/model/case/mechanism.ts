import {
  type Gate,
  type Level,
  LEVELS,
  type Mechanism,
  type Part,
  type PlainRule,
  type Push,
  type Rule,
} from "./types.ts";
import {
  above0,
  at,
  entries,
  type Field,
  isNothing,
  items,
  keep,
  mustBe,
  number,
  numbers,
  oneOf,
  share,
} from "./read.ts";
import { checkIntegration, PLACES, readDescribed } from "./factor.ts";
import { flag, given } from "./text.ts";
import { type Names, reference } from "./names.ts";
import { MOST_CAUSES } from "./problem.ts";
import { causesOf } from "./structure.ts";

export function readMechanism(field: Field, names: Names): Mechanism {
  checkIntegration(field);
  const rule = readRule(at(field, "rule"), names);
  const table = at(field, "table");
  return keep<Mechanism>(entries(field, [...PLACES, "table", "beyondArticle"]), {
    ...readDescribed(field),
    spread: above0(at(field, "spread")),
    rule,
    ...(isNothing(table.value) ? {} : { table: readTable(table, causesOf({ rule }).length) }),
    detail: flag(at(field, "detail")),
    ...given<Pick<Mechanism, "beyondArticle">>(field, { beyondArticle: flag }),
  });
}

const PLAIN = ["sum", "anyOf", "wmean", "wmin", "wmax", "mixminmax"] as const;
const KINDS = [...PLAIN, "partitioned"] as const;

const notNegative = (field: Field) => number(field, "a number of 0 or more", (x) => x >= 0);

function readRule(field: Field, names: Names): Rule {
  if (oneOf(at(field, "kind"), KINDS) !== "partitioned") return readPlainRule(field, names);
  return keep<Rule>(entries(field), {
    kind: "partitioned",
    by: reference(at(field, "by"), names, "factor", "mechanism"),
    ...readWeightOf(field, names),
    parts: readParts(at(field, "parts"), names),
  });
}

/** Rules and their levels: each of the five in one part, none in two. */
function readParts(field: Field, names: Names): Part[] {
  const holder = new Map<Level, Field>();
  const parts = items(field).map((part) => {
    const levels = at(part, "at");
    const own = items(levels).map((level) => {
      const one = oneOf(level, LEVELS);
      const other = holder.get(one);
      if (other) mustBe(level, `a level that no part has yet (${one} is in ${other.path} already)`);
      holder.set(one, part);
      return one;
    });
    if (own.length === 0) mustBe(levels, "a list of one level or more");
    return keep<Part>(entries(part), { at: own, rule: readPlainRule(at(part, "rule"), names) });
  });
  const open = LEVELS.filter((level) => !holder.has(level));
  return open.length === 0
    ? parts
    : mustBe(field, `a list of parts that have every level between them (${open.join(", ")} in none)`);
}

function readPlainRule(field: Field, names: Names): PlainRule {
  const own = entries(field);
  const kind = oneOf(at(field, "kind"), PLAIN);
  const isWeighed = kind !== "sum" && kind !== "anyOf";
  const pushes = items(at(field, "pushes")).map((push) => readPush(push, names, isWeighed));
  switch (kind) {
    case "sum":
      return keep<PlainRule>(own, { kind, base: number(at(field, "base")), pushes });
    case "mixminmax": {
      const least = notNegative(at(field, "least"));
      const greatest = notNegative(at(field, "greatest"));
      if (least + greatest === 0) mustBe(at(field, "greatest"), "a number above 0 where least is 0");
      return keep<PlainRule>(own, { kind, least, greatest, pushes });
    }
    case "anyOf":
      return keep<PlainRule>(own, { kind, pushes });
    case "wmean":
    case "wmin":
    case "wmax":
      return keep<PlainRule>(own, { kind, pushes });
    default:
      return kind satisfies never;
  }
}

/** How far from 1 a row may sum: what is left of rounding in a file written by hand. */
const OFF = 1e-6;

/** One row, or nothing, for each combination of the causes' levels. */
function readTable(field: Field, causes: number): (readonly number[] | null)[] {
  const rows = items(field);
  // More causes than a part may have are refused with a sentence of their own.
  const wanted = LEVELS.length ** causes;
  if (causes <= MOST_CAUSES && rows.length !== wanted)
    return mustBe(
      field,
      `a list of ${wanted} rows, one for each combination of the levels of its ${causes} direct causes`,
    );
  return rows.map((row) => {
    if (row.value === null) return null;
    const p = numbers(row, LEVELS.length, share);
    const total = p.reduce((sum, one) => sum + one, 0);
    return Math.abs(total - 1) <= OFF ? p : mustBe(row, `five shares that sum to 1 (they sum to ${total})`);
  });
}

function readPush(field: Field, names: Names, isWeighed: boolean): Push {
  const strength = at(field, "strength");
  return keep<Push>(entries(field), {
    strength: isWeighed ? notNegative(strength) : number(strength),
    ...readWeightOf(field, names),
    of: items(at(field, "of")).map((gate) => readGate(gate, names)),
  });
}

function readGate(field: Field, names: Names): Gate {
  const own = entries(field);
  const of = {
    node: reference(at(field, "node"), names, "factor", "mechanism"),
    ...readWeightOf(field, names),
  };
  const gate = oneOf(at(field, "gate"), ["level", "opens", "needs", "damps"]);
  switch (gate) {
    case "level":
      return keep<Gate>(own, { gate, ...of });
    case "opens":
      return keep<Gate>(own, { gate, ...of, closed: number(at(field, "closed")) });
    case "needs": {
      const none = number(at(field, "none"));
      const full = number(at(field, "full"), `a number above none (${none})`, (x) => x > none);
      return keep<Gate>(own, { gate, ...of, none, full });
    }
    case "damps":
      return keep<Gate>(own, { gate, ...of, depth: number(at(field, "depth")) });
    default:
      return gate satisfies never;
  }
}

/** The factor whose weight scales a push or a gate; null and nothing mean none. */
function readWeightOf(field: Field, names: Names): { weightOf?: string | null } {
  const weightOf = at(field, "weightOf");
  if (weightOf.value === undefined) return {};
  return { weightOf: weightOf.value === null ? null : reference(weightOf, names, "factor") };
}
