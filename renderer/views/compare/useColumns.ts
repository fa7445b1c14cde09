import type { Comparison, Range } from "../../../app/model/analysis/shapes.ts";
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

/** One scenario side by side with others. */
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
  readonly progress: number | null;
  readonly cancel: () => void;
}

interface Work {
  readonly answer: Answer | null;
  readonly range: Range | null;
  readonly comparison: Comparison | null;
  readonly refused: string | null;
  readonly isStale: boolean;
  readonly progress: number | null;
  readonly cancel: () => void;
}

/** All that is worked out for one place of the row; nothing for an empty one. */
function useWork(theCase: Case, scenario: string | undefined, baseline: string | undefined): Work {
  const view = useLook((look) => look.view);
  const inputs = (id: string | undefined) => ({ ...effectiveInputs(theCase, id ?? ""), view });
  const is = scenario !== undefined;
  const other = is && baseline !== undefined && scenario !== baseline;
  const answer = useAnalysis(is ? { kind: "answer" } : null, { inputs: inputs(scenario) });
  const range = useAnalysis(is ? { kind: "range", seed: SEED } : null, { inputs: inputs(scenario) });
  const comparison = useAnalysis(other ? { kind: "compare", with: inputs(scenario) } : null, {
    inputs: inputs(baseline),
  });
  const all = [answer, range, comparison];
  return {
    answer: answer.result,
    range: range.result,
    comparison: comparison.result,
    refused: answer.refused,
    isStale: all.some(({ stale }) => stale),
    progress: all.reduce<number | null>(
      (least, { progress }) => (progress === null ? least : Math.min(least ?? 1, progress)),
      null,
    ),
    cancel: () => all.forEach(({ cancel }) => cancel()),
  };
}

/** The scenarios side by side, the baseline first; four at most. */
export function useColumns(): readonly Column[] {
  const theCase = useCase();
  const open = useDocument((state) => state.scenario);
  const compared = useLook((look) => look.compared);
  const horizon = useLook((look) => look.horizon);
  const ids = comparedOf(theCase.scenarios, open, compared);
  // As many hooks as there may be columns, whether they are used or not.
  const works = [
    useWork(theCase, ids[0], ids[0]),
    useWork(theCase, ids[1], ids[0]),
    useWork(theCase, ids[2], ids[0]),
    useWork(theCase, ids[3], ids[0]),
  ];
  const base = works[0]?.answer?.result;
  return ids.slice(0, works.length).flatMap((id, i) => {
    const scenario = scenarioOf(theCase, id);
    const work = works[i];
    if (!scenario || !work) return [];
    const { answer, comparison } = work;
    const [from, to] = [base, answer?.result].map((result) => result?.horizons[horizon]);
    const first = theCase.horizons[0]?.id ?? "";
    const [was, is] = [base, answer?.result].map((result) => {
      const at = result?.horizons[first];
      return at ? strainAt(theCase, at)?.percent : undefined;
    });
    const at = comparison?.horizons[horizon];
    return {
      scenario,
      shape: shapeOf(theCase, id),
      changes: changes(theCase, id).filter(({ input }) => input !== "view"),
      ...work,
      difference:
        at && from && to ? differenceOf(theCase, at, wholePercent(from.break), wholePercent(to.break)) : null,
      strain:
        comparison?.strainNow && was !== undefined && is !== undefined
          ? differenceOf(theCase, comparison.strainNow, was, is)
          : null,
      isSampled: comparison?.orders !== undefined,
    };
  });
}
