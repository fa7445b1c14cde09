import type { AttributionAt } from "../../../app/model/analysis/shapes.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { wholePoints } from "../../state/select.ts";

export const EVIDENCE = "evidence";

/** The rows of a waterfall, what pulls apart first, each group by size; whole points sum to the whole answer. */
export function waterfallRows(theCase: Case, at: AttributionAt) {
  const whole = wholePoints(at);
  const rows = [
    ...theCase.factors.map(({ id, short }) => ({
      id,
      label: short,
      value: at.points[id] ?? 0,
      points: whole.points[id] ?? 0,
    })),
    ...(at.evidence === undefined
      ? []
      : [{ id: EVIDENCE, label: "Evidence", value: at.evidence, points: whole.evidence }]),
  ]
    .map((row) => ({ ...row, tone: row.value >= 0 ? ("apart" as const) : ("hold" as const) }))
    .sort((a, b) => Math.sign(b.value) - Math.sign(a.value) || Math.abs(b.value) - Math.abs(a.value));
  return { rows, whole };
}
