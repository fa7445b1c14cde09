import { useMemo } from "react";
import type { Comparison, ComparisonAt, Range } from "../../../app/model/analysis/shapes.ts";
import { type Change, changes, shapeOf } from "../../../app/model/case/edits.ts";
import { scenarioOf } from "../../../app/model/case/settings.ts";
import type { Case, Inputs, Scenario, Shape } from "../../../app/model/case/types.ts";
import { effectiveInputs } from "../../../app/model/evidence/weigh.ts";
import { wholePercent } from "../../../app/model/words/numbers.ts";
import { SEED } from "../../state/answers.ts";
import { useAnalysis, useCase, useDocument, useLook } from "../../state/context.ts";
import { comparedOf } from "../../state/scenarios.ts";
import { strainAt } from "../../state/select.ts";
import type { Answer } from "../../worker/protocol.ts";
import { type Difference, differenceOf } from "./difference.ts";

/** One scenario side by side with others; the same object for as long as nothing in it changes. */
export interface Column {
  readonly scenario: Scenario;
  readonly shape: Shape;
  /** What it changes, from its parent. */
  readonly changes: readonly Change[];
  readonly answer: Answer | null;
  readonly range: Range | null;
  /** Of the break at the horizon in view, and of open strain at the first; null for the baseline and until known. */
  readonly difference: Difference | null;
  readonly strain: Difference | null;
  readonly isSampled: boolean;
  readonly refused: string | null;
  readonly isStale: boolean;
}

export interface Columns {
  /** The baseline first; four at most. */
  readonly columns: readonly Column[];
  /** Of the work that is furthest behind, 0..1; null while nobody has to wait. */
  readonly progress: number | null;
  readonly cancel: () => void;
}

/** The settings of a scenario with the evidence that counts, from where everything is seen. */
function useInputs(id: string | undefined): Inputs {
  const theCase = useCase();
  const view = useLook((look) => look.view);
  return { ...effectiveInputs(theCase, id ?? ""), view };
}

/** The answer for one place of the row, and its difference from the baseline; nothing for an empty place. */
function useAnswered(id: string | undefined, baseline: string | undefined) {
  const [inputs, base] = [useInputs(id), useInputs(baseline)];
  const isOther = id !== undefined && id !== baseline;
  const answer = useAnalysis(id === undefined ? null : { kind: "answer" }, { inputs });
  const comparison = useAnalysis(isOther ? { kind: "compare", with: inputs } : null, { inputs: base });
  return { id, answer, comparison };
}

/** One place with its range. It is asked for after all answers and differences: they are there sooner. */
function usePlace({ id, answer, comparison }: ReturnType<typeof useAnswered>, base: Answer | null) {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const inputs = useInputs(id);
  const range = useAnalysis(id === undefined ? null : { kind: "range", seed: SEED }, { inputs });
  const all = [answer, comparison, range];
  const [result, drawn, compared] = [answer.result, range.result, comparison.result];
  const refused = answer.refused;
  const isStale = all.some(({ stale }) => stale);
  const from = base ?? result;
  const column = useMemo(
    () =>
      columnOf(theCase, horizon, {
        id,
        answer: result,
        range: drawn,
        comparison: compared,
        refused,
        isStale,
        from,
      }),
    [theCase, horizon, id, result, drawn, compared, refused, isStale, from],
  );
  const waits = all.flatMap(({ progress }) => progress ?? []);
  return { column, waits, cancel: () => all.forEach((one) => one.cancel()) };
}

function columnOf(
  theCase: Case,
  horizon: string,
  work: Pick<Column, "answer" | "range" | "refused" | "isStale"> & {
    readonly id: string | undefined;
    readonly comparison: Comparison | null;
    readonly from: Answer | null;
  },
): Column | null {
  const { id, comparison, from, ...known } = work;
  const scenario = scenarioOf(theCase, id ?? "");
  if (!scenario) return null;
  const first = theCase.horizons[0]?.id ?? "";
  const breaks = [from, work.answer].map((one) => one?.result.horizons[horizon]?.break);
  const strains = [from, work.answer].map((one) => {
    const at = one?.result.horizons[first];
    return at ? strainAt(theCase, at)?.percent : undefined;
  });
  const difference = (
    at: ComparisonAt | undefined,
    [was, is]: readonly (number | undefined)[],
  ): Difference | null =>
    at && was !== undefined && is !== undefined ? differenceOf(theCase, at, was, is) : null;
  return {
    ...known,
    scenario,
    shape: shapeOf(theCase, scenario.id),
    // From where it is seen is one for all columns.
    changes: changes(theCase, scenario.id).filter(({ input }) => input !== "view"),
    difference: difference(
      comparison?.horizons[horizon],
      breaks.map((p) => (p === undefined ? p : wholePercent(p))),
    ),
    strain: difference(comparison?.strainNow, strains),
    isSampled: comparison?.orders !== undefined,
  };
}

/** The scenarios side by side. */
export function useColumns(): Columns {
  const theCase = useCase();
  const open = useDocument((state) => state.scenario);
  const compared = useLook((look) => look.compared);
  const [a, b, c, d] = comparedOf(theCase.scenarios, open, compared);
  // As many places as there may be columns, whether they are used or not.
  const [first, second, third, fourth] = [
    useAnswered(a, a),
    useAnswered(b, a),
    useAnswered(c, a),
    useAnswered(d, a),
  ];
  const base = first.answer.result;
  const places = [
    usePlace(first, null),
    usePlace(second, base),
    usePlace(third, base),
    usePlace(fourth, base),
  ];
  const waits = places.flatMap((place) => place.waits);
  return {
    columns: places.flatMap(({ column }) => column ?? []),
    progress: waits.length === 0 ? null : Math.min(...waits),
    cancel: () => places.forEach(({ cancel }) => cancel()),
  };
}
