import { complete, forEach, type Work } from "../analysis/work.ts";
import { ImpossibleEvidence } from "../answer/conflict.ts";
import { evaluate } from "../answer/evaluate.ts";
import type { Result } from "../answer/result.ts";
import { nameOf } from "../case/settings.ts";
import {
  type Assert,
  type Direction,
  partOf,
  type Quantity,
  readStatements,
  type Side,
  type Statement,
} from "../case/statement.ts";
import { attempt, problemSentence } from "../case/problem.ts";
import { namesOf } from "../case/names.ts";
import { isEntries } from "../case/read.ts";
import { type Case, type Inputs, LEVELS } from "../case/types.ts";

/** How a statement came out. */
export interface StatementResult {
  readonly id: string;
  readonly text: string;
  readonly held: boolean;
  /** How many comparisons were made. */
  readonly checked: number;
  /** The comparisons that failed, one clause each, with their numbers. */
  readonly broken: readonly string[];
}

/** The weights that a statement about a weight goes through. */
const WEIGHTS = [0, 2.5, 5, 7.5, 10] as const;
/** Two answers closer than this are the same: what is left of adding up in another order. */
const SAME = 1e-9;

/** Every statement of the case, in its order. */
export const runStatements = (theCase: Case): StatementResult[] => complete(statementsWork(theCase));

/** The same, one statement a step. */
export function statementsWork(theCase: Case): Work<StatementResult[]> {
  const answers = remembered(theCase);
  return forEach(theCase.statements ?? [], (statement) => run(theCase, statement, answers));
}

/** One statement; it need not be in the case. */
export const runStatement = (theCase: Case, statement: Statement): StatementResult =>
  run(theCase, statement, remembered(theCase));

type Answers = (inputs: Inputs) => Result | string;

/** Answers by their inputs, each worked out once; a sentence where there is none (evidence that cannot be). */
function remembered(theCase: Case): Answers {
  const known = new Map<string, Result | string>();
  return (inputs) => {
    const key = JSON.stringify(inputs);
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = answerOr(theCase, inputs);
    known.set(key, answer);
    return answer;
  };
}

function answerOr(theCase: Case, inputs: Inputs): Result | string {
  try {
    return evaluate(theCase, inputs);
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return error.words;
    throw error;
  }
}

function run(theCase: Case, statement: Statement, answers: Answers): StatementResult {
  const found =
    statement.kind === "monotone"
      ? monotone(theCase, statement, answers)
      : statement.asserts.map((one) => compared(theCase, statement.cases, one, answers));
  const broken = found.filter((one): one is string => one !== null);
  const { id, text } = statement;
  return { id, text, held: broken.length === 0, checked: found.length, broken };
}

/** Null where a comparison holds, else what stands against it. */
type Found = string | null;

type Monotone = Extract<Statement, { readonly kind: "monotone" }>;

/** Inputs with the factor at its lowest, and step by step up to its highest. */
function steps({
  factor,
  input,
  settings = {},
}: Monotone): readonly { readonly at: string; readonly inputs: Inputs }[] {
  return input === "level"
    ? LEVELS.map((level) => ({
        at: level,
        inputs: { ...settings, set: { ...settings.set, [factor]: level } },
      }))
    : WEIGHTS.map((weight) => ({
        at: String(weight),
        inputs: { ...settings, weights: { ...settings.weights, [factor]: weight } },
      }));
}

function monotone(theCase: Case, statement: Monotone, answers: Answers): Found[] {
  const { q, h, direction, margin = 0, factor, input } = statement;
  const horizons = h === "all" ? theCase.horizons.map(({ id }) => id) : [h];
  const all = steps(statement);
  return horizons.flatMap((horizon) => {
    const values = all.map(({ at, inputs }) => {
      const answer = answers(inputs);
      return { at, value: typeof answer === "string" ? answer : quantity(theCase, answer, horizon, q) };
    });
    return values.slice(1).map(({ at, value }, i): Found => {
      const before = values[i]!;
      if (typeof value === "string") return value;
      if (typeof before.value === "string") return before.value;
      if (moves(direction, value - before.value, margin)) return null;
      const what = `${input === "weight" ? "weight of " : ""}${nameOf(theCase, factor)} ${before.at} → ${at}`;
      return `${labelOf(theCase, horizon)}: ${what} takes ${wordOf(theCase, q)} from ${shown(q, before.value)} to ${shown(q, value)}`;
    });
  });
}

function moves(direction: Direction, by: number, margin: number): boolean {
  switch (direction) {
    case "up":
      return by > Math.max(margin, SAME);
    case "down":
      return -by > Math.max(margin, SAME);
    case "neverDown":
      return by >= -Math.max(margin, SAME);
    case "neverUp":
      return by <= Math.max(margin, SAME);
    case "still":
      return Math.abs(by) <= Math.max(margin, SAME);
    default:
      return direction satisfies never;
  }
}

function compared(
  theCase: Case,
  cases: Readonly<Record<string, Inputs>>,
  one: Assert,
  answers: Answers,
): Found {
  const at = (name: string): Result => {
    const answer = answers(cases[name]!);
    if (typeof answer === "string") throw new NoAnswer(answer);
    return answer;
  };
  const side = (given: Side): number => {
    if (typeof given === "number") return given;
    if ("q" in given) return quantity(theCase, at(given.case), given.h, given.q);
    if ("diff" in given) return given.diff.map(side).reduce((a, b) => a - b);
    if ("ratio" in given) return given.ratio.map(side).reduce((a, b) => a / b);
    return given.sum.map(side).reduce((a, b) => a + b);
  };
  try {
    if (one.op === "top") {
      const rungs = Object.entries(at(one.case).horizons[one.h]!.rungs);
      const [top] = rungs.reduce((best, next) => (next[1] > best[1] ? next : best));
      if (top === one.value) return null;
      return `${labelOf(theCase, one.h)}: most likely is “${rungName(theCase, top)}”, not “${rungName(theCase, one.value)}”`;
    }
    const [left, right] = [side(one.left), side(one.right)];
    const holds =
      one.op === "near"
        ? Math.abs(left - right) <= one.tol
        : one.op === "gt"
          ? left > right + (one.margin ?? 0)
          : left < right - (one.margin ?? 0);
    if (holds) return null;
    const wanted = one.op === "near" ? "as much as" : one.op === "gt" ? "more than" : "less than";
    return `${told(theCase, one.left)} (${numeral(left)}) is not ${wanted} ${told(theCase, one.right)} (${numeral(right)})`;
  } catch (error) {
    if (error instanceof NoAnswer) return error.message;
    throw error;
  }
}

/** Carries the engine's sentence out of a comparison that has no answer. */
class NoAnswer extends Error {}

function quantity({ outcome }: Case, result: Result, horizon: string, q: Quantity): number {
  const at = result.horizons[horizon]!;
  const part = partOf(q);
  if (part !== undefined) return at.nodes[part]!.mean;
  if (q === "break") return at.break;
  if (q === "noBreak") return 1 - at.break;
  if (q === "intact") return 1 - (at.rungs[outcome.happened[0]!.rung] ?? 0);
  return at.rungs[q]!;
}

const labelOf = ({ horizons }: Case, id: string): string =>
  horizons.find((horizon) => horizon.id === id)?.label ?? id;

const rungName = ({ outcome }: Case, id: string): string =>
  outcome.rungs.find((rung) => rung.id === id)?.short ?? id;

/** What a quantity is called. */
export function wordOf(theCase: Case, q: Quantity): string {
  const part = partOf(q);
  if (part !== undefined) return `the state of ${nameOf(theCase, part)}`;
  if (q === "break") return "the chance of a break";
  if (q === "noBreak") return "the chance of no break";
  if (q === "intact")
    return `the chance that “${rungName(theCase, theCase.outcome.happened[0]!.rung)}” does not come`;
  return `the chance of “${rungName(theCase, q)}”`;
}

function told(theCase: Case, side: Side): string {
  if (typeof side === "number") return "the number given";
  if ("q" in side) return `${wordOf(theCase, side.q)} in “${side.case}”, ${labelOf(theCase, side.h)}`;
  if ("diff" in side) return `the difference of ${side.diff.map((one) => told(theCase, one)).join(" and ")}`;
  if ("ratio" in side) return `the ratio of ${side.ratio.map((one) => told(theCase, one)).join(" to ")}`;
  return `the sum of ${side.sum.map((one) => told(theCase, one)).join(", ")}`;
}

const numeral = (x: number): string => String(Number(x.toPrecision(4)));

/** Chances in percent with a figure behind the point, levels from 0 to 100. */
const shown = (q: Quantity, value: number): string =>
  partOf(q) === undefined ? `${numeral(value * 100)}%` : numeral(value * 100);

/** "Raising Israeli strikes never lowers the chance of a break.": the words of a new statement. */
export function statementWords(
  theCase: Case,
  { factor, input, direction, q, h }: Omit<Monotone, "id" | "text">,
): string {
  const when = h === "all" ? "" : `, ${labelOf(theCase, h)}`;
  const does: Readonly<Record<Direction, string>> = {
    up: "raises",
    down: "lowers",
    neverUp: "never raises",
    neverDown: "never lowers",
    still: "does not move",
  };
  const what = `${input === "weight" ? "the weight of " : ""}${nameOf(theCase, factor)}`;
  return `Raising ${what} ${does[direction]} ${wordOf(theCase, q)}${when}.`;
}

/** Statements go on in the names that parts have now; one in other words than ours stays as it is. */
export function retold(before: Case, after: Case): Case {
  const statements = after.statements?.map((one) =>
    one.kind === "monotone" && before.statements?.includes(one) && one.text === statementWords(before, one)
      ? { ...one, text: statementWords(after, one) }
      : one,
  );
  const isSame = statements?.every(({ text }, i) => text === after.statements?.[i]?.text) ?? true;
  return isSame || statements === undefined ? after : { ...after, statements };
}

/**
 * Statements from a file: `{"statements": [...]}`, a list of them, or `{"tests": [{id, statement, cases, asserts}]}`.
 * What they name must be in the case.
 */
export function statementsFrom(
  theCase: Case,
  value: unknown,
):
  | { readonly ok: true; readonly statements: readonly Statement[] }
  | { readonly ok: false; readonly sentence: string } {
  const list = Array.isArray(value)
    ? value
    : isEntries(value)
      ? (value["statements"] ?? value["tests"])
      : undefined;
  if (!Array.isArray(list))
    return { ok: false, sentence: 'The file must hold a list of "statements" or of "tests".' };
  const rungs = theCase.outcome.rungs.map(({ id }) => id);
  const read = attempt(() =>
    readStatements({ path: "statements", value: list.map(asStatement) }, namesOf(theCase), rungs),
  );
  return read.ok
    ? { ok: true, statements: read.value }
    : { ok: false, sentence: problemSentence(read.problem) };
}

function asStatement(one: unknown): unknown {
  if (!isEntries(one) || one["kind"] !== undefined || one["asserts"] === undefined) return one;
  return { ...one, kind: "comparison", text: one["text"] ?? one["statement"] };
}
