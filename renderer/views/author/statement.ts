import type { Case, Scenario } from "../../../app/model/case/types.ts";
import type { Direction, Quantity, Statement } from "../../../app/model/case/statement.ts";
import { statementWords } from "../../../app/model/author/statements.ts";
import { freshNumber } from "../../../app/model/author/ids.ts";

/** What a rising input does to a quantity, as it is said. */
export const DIRECTION_WORDS: readonly (readonly [Direction, string])[] = [
  ["neverDown", "never lowers"],
  ["neverUp", "never raises"],
  ["up", "raises, step by step,"],
  ["down", "lowers, step by step,"],
  ["still", "leaves as it is"],
];

/** Everything a statement can speak of: chances and states. */
export function quantities(theCase: Case): readonly { readonly id: Quantity; readonly label: string }[] {
  return [
    { id: "break", label: "the chance of a break" },
    ...theCase.outcome.rungs.map(({ id, label }) => ({ id, label: `the chance of “${label}”` })),
    ...theCase.mechanisms.map(({ id, short }) => ({ id: `mean:${id}`, label: `the state of ${short}` })),
  ];
}

const quantityWords = (theCase: Case, q: Quantity): string =>
  quantities(theCase).find(({ id }) => id === q)?.label ?? q;

const horizonWords = (theCase: Case, h: string): string =>
  theCase.horizons.find(({ id }) => id === h)?.phrase ??
  theCase.horizons.find(({ id }) => id === h)?.label ??
  h;

/** What is filled in to make a statement about one input. */
export interface Rise {
  readonly factor: string;
  readonly input: "level" | "weight";
  readonly direction: Direction;
  readonly q: Quantity;
  readonly h: string;
}

/** "Raising Israeli strikes never lowers the chance of a break." */
export function riseStatement(theCase: Case, rise: Rise): Statement {
  const said = { kind: "monotone", ...rise } as const;
  return { id: freshNumber(theCase, "S"), text: statementWords(theCase, said), ...said };
}

/** What is filled in to make a statement about one scenario, about two, or about two horizons of one. */
export interface Comparison {
  readonly scenario: string;
  readonly q: Quantity;
  readonly h: string;
  readonly op: "gt" | "lt";
  /** Another scenario's id, or null: a number or another horizon of the same. */
  readonly other: string | null;
  /** Another horizon of the same scenario, or null. */
  readonly otherHorizon: string | null;
  /** 0..100 */
  readonly percent: number;
}

/** "In “Day after” the chance of a break within ten years is higher than in “Article baseline”." */
export function comparisonStatement(theCase: Case, comparison: Comparison): Statement {
  const { scenario, q, h, op, other, otherHorizon, percent } = comparison;
  const find = (id: string): Scenario | undefined => theCase.scenarios.find((one) => one.id === id);
  const [one, two] = [find(scenario), other === null ? undefined : find(other)];
  const is = op === "gt" ? "higher than" : "lower than";
  const than = two
    ? `in “${two.name}”`
    : otherHorizon !== null
      ? horizonWords(theCase, otherHorizon)
      : q.startsWith("mean:")
        ? String(percent)
        : `${percent}%`;
  const right = two
    ? { case: "other", h, q }
    : otherHorizon !== null
      ? { case: "one", h: otherHorizon, q }
      : percent / 100;
  return {
    id: freshNumber(theCase, "S"),
    text: `In “${one?.name ?? scenario}” ${quantityWords(theCase, q)} ${horizonWords(theCase, h)} is ${is} ${than}.`,
    kind: "comparison",
    cases: { one: one?.settings ?? {}, ...(two ? { other: two.settings } : {}) },
    asserts: [{ op, left: { case: "one", h, q }, right }],
  };
}
