import { useMemo } from "react";
import type { Comparison, ComparisonAt, Range } from "../../../app/model/analysis/shapes.ts";
import { type Change, changes, shapeOf } from "../../../app/model/case/edits.ts";
import { scenarioOf } from "../../../app/model/case/settings.ts";
import type { Case, Scenario, Shape } from "../../../app/model/case/types.ts";
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

/** One place of the row: all that is worked out for it, nothing for an empty one. */
function usePlace(id: string | undefined, baseline: string | undefined, base: Answer | null) {
  const theCase = useCase();
  const { horizon, view } = useLook((look) => look);
  const inputs = (scenario: string | undefined) => ({ ...effectiveInputs(theCase, scenario ?? ""), view });
  const isOther = id !== undefined && id !== baseline;
  const asked = useAnalysis(id === undefined ? null : { kind: "answer" }, { inputs: inputs(id) });
  const drawn = useAnalysis(id === undefined ? null : { kind: "range", seed: SEED }, { inputs: inputs(id) });
  const compared = useAnalysis(isOther ? { kind: "compare", with: inputs(id) } : null, {
    inputs: inputs(baseline),
  });
  const all = [asked, drawn, compared];
  const [answer, range, comparison] = [asked.result, drawn.result, compared.result];
  const refused = asked.refused;
  const isStale = all.some(({ stale }) => stale);
  const from = base ?? answer;
  const column = useMemo(
    () => columnOf(theCase, horizon, { id, answer, range, comparison, refused, isStale, from }),
    [theCase, horizon, id, answer, range, comparison, refused, isStale, from],
  );
  const waits = all.flatMap(({ progress }) => progress ?? []);
  return { column, answer, progress: waits, cancel: () => all.forEach((one) => one.cancel()) };
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
  const first = usePlace(a, a, null);
  const places = [
    first,
    usePlace(b, a, first.answer),
    usePlace(c, a, first.answer),
    usePlace(d, a, first.answer),
  ];
  const waits = places.flatMap(({ progress }) => progress);
  return {
    columns: places.flatMap(({ column }) => column ?? []),
    progress: waits.length === 0 ? null : Math.min(...waits),
    cancel: () => places.forEach(({ cancel }) => cancel()),
  };
}
