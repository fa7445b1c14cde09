import { evaluate } from "../answer/evaluate.ts";
import { modelOf } from "../answer/model.ts";
import { settle } from "../answer/settle.ts";
import { type Case, type Inputs, type Level, LEVELS } from "../case/types.ts";
import { breaksUnder, withLevel, withWeight } from "./breaks.ts";
import type { TwoWay } from "./shapes.ts";
import { complete, forEach, part, type Work } from "./work.ts";

/** Weights on the axes of a map: every whole point. */
const WEIGHTS: readonly number[] = Array.from({ length: 11 }, (_, w) => w);

/**
 * P(break) over two inputs at once, all else as given: the levels of two factors (set at every horizon) from very low
 * to very high, or their weights 0, 1 … 10. Rows are the first factor's, columns the second's. A cell is null where
 * what was seen cannot be there.
 * @throws ImpossibleEvidence where the evidence cannot be as things are set; RangeError for one factor twice
 */
export function twoWay(
  theCase: Case,
  inputs: Inputs,
  of: readonly [string, string],
  input: "level" | "weight",
): TwoWay {
  return complete(twoWayWork(theCase, inputs, of, input));
}

/** The same, one row a step. */
export function* twoWayWork(
  theCase: Case,
  inputs: Inputs,
  [rowsOf, columnsOf]: readonly [string, string],
  input: "level" | "weight",
): Work<TwoWay> {
  for (const id of [rowsOf, columnsOf])
    if (!theCase.factors.some((factor) => factor.id === id))
      throw new RangeError(
        `The case has no factor "${id}"; choose from ${theCase.factors.map((f) => f.id).join(", ")}.`,
      );
  if (rowsOf === columnsOf)
    throw new RangeError(`A map needs two different factors; ${rowsOf} was named twice.`);
  const model = modelOf(theCase);
  if (settle(theCase, inputs).evidence.length > 0) evaluate(theCase, inputs);
  const axis: readonly (Level | number)[] = input === "level" ? LEVELS : WEIGHTS;
  const put = (to: Inputs, factor: string, value: Level | number) =>
    typeof value === "number" ? withWeight(to, factor, value) : withLevel(to, factor, value);
  const rows = forEach(axis, (row) => {
    const inRow = put(inputs, rowsOf, row);
    return axis.map((column) => breaksUnder(model, settle(theCase, put(inRow, columnsOf, column))));
  });
  const cells = yield* part(rows, 0, 1);
  return {
    horizons: Object.fromEntries(
      theCase.horizons.map(({ id }, h) => [
        id,
        { rows: axis, columns: axis, break: cells.map((row) => row.map((breaks) => breaks?.[h] ?? null)) },
      ]),
    ),
  };
}
