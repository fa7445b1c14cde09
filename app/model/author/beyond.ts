import { evaluate } from "../answer/evaluate.ts";
import { nameOf } from "../case/settings.ts";
import { causesOf } from "../case/structure.ts";
import type { Case, Inputs } from "../case/types.ts";
import { held } from "./held.ts";
import { inputsWithout, withoutParts } from "./remove.ts";

/** A case without what its author added to the text. */
export interface WithoutBeyond {
  readonly case: Case;
  /** Ids of what was left out: what is marked, and what hung on nothing else. */
  readonly left: readonly string[];
}

/**
 * The case as the text has it: without the parts that are marked as beyond it, without mechanisms that only those
 * moved, and without what named them. The same case where nothing is marked.
 * @returns one sentence where too little would be left to be a case
 */
export function withoutBeyond(theCase: Case): WithoutBeyond | string {
  const { factors, mechanisms, indicators, outcome } = theCase;
  const gone = new Set(
    [...factors, ...mechanisms, ...indicators].filter((one) => one.beyondArticle).map(({ id }) => id),
  );
  if (gone.size === 0) return { case: theCase, left: [] };
  // What only such parts moved is moved by nothing in the text; so may be what that moved in turn.
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const mechanism of mechanisms) {
      const causes = causesOf(mechanism);
      if (causes.length > 0 && causes.every((id) => gone.has(id))) gone.add(mechanism.id);
    }
  }
  if (gone.has(outcome.event.of))
    return `The outcome hangs on “${nameOf(theCase, outcome.event.of)}”, which is beyond the text: without it nothing is left to ask.`;
  const before = new Set(indicators.map(({ id }) => id));
  const rest = held(theCase, withoutParts(theCase, [...gone]));
  if (!rest.ok) return rest.sentence;
  const signs = [...before].filter((id) => !rest.case.indicators.some((one) => one.id === id));
  return { case: rest.case, left: [...new Set([...gone, ...signs])] };
}

export interface BeyondComparison {
  readonly left: readonly string[];
  /** P(break) of the whole case, of the text alone, and the difference in probability. */
  readonly horizons: Readonly<
    Record<string, { readonly whole: number; readonly text: number; readonly points: number }>
  >;
}

/**
 * What the assumptions beyond the text are worth: the answer of the whole case beside that of the text alone, under
 * the same inputs as far as both have the parts.
 * @throws ImpossibleEvidence where the evidence cannot be in one of them
 * @throws RangeError where nothing would be left
 */
export function beyond(theCase: Case, inputs: Inputs): BeyondComparison {
  const without = withoutBeyond(theCase);
  if (typeof without === "string") throw new RangeError(without);
  const gone = new Set(without.left);
  const whole = evaluate(theCase, inputs);
  const text = evaluate(
    without.case,
    inputsWithout(inputs, (id) => gone.has(id)),
  );
  return {
    left: without.left,
    horizons: Object.fromEntries(
      theCase.horizons.map(({ id }) => {
        const [all, own] = [whole.horizons[id]!.break, text.horizons[id]!.break];
        return [id, { whole: all, text: own, points: all - own }];
      }),
    ),
  };
}
