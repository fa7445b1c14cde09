import { diagnosticity } from "../../../app/model/analysis/matrix.ts";
import type { SignFactors } from "../../../app/model/analysis/shapes.ts";
import type { Case } from "../../../app/model/case/types.ts";
import type { ChartTableData } from "../../charts/ChartTable.tsx";
import { type MatrixRow, times } from "../../charts/OutcomeMatrix.tsx";
import { useAnalysis, useLook, useSettings } from "../../state/context.ts";
import { rungInfos } from "../../state/select.ts";

export type Order = "tells" | "against";

/** By which factor each outcome becomes more likely once each sign is seen. */
export function useFactors() {
  const settings = useSettings();
  const view = useLook((look) => look.view);
  return useAnalysis({ kind: "matrix" }, { inputs: { ...settings, view } });
}

export interface SignMatrix {
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly summary: string;
  readonly note: string;
  readonly table: ChartTableData;
}

/** The matrix as it is drawn, said and listed; signs that tell most, or speak most against an outcome, first. */
export function matrixOf(
  theCase: Case,
  horizon: string,
  at: Readonly<Record<string, SignFactors | null>>,
  order: Order,
  strong: ReadonlySet<string>,
): SignMatrix {
  const rungs = rungInfos(theCase);
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const least = (factors: SignFactors) => Math.min(...Object.values(factors));
  const rows = theCase.indicators
    .flatMap(({ id, label }) => (at[id] ? [{ id, label, of: at[id] }] : []))
    .sort((a, b) =>
      order === "tells" ? diagnosticity(b.of) - diagnosticity(a.of) : least(a.of) - least(b.of),
    )
    .map(({ id, label, of }): MatrixRow => ({
      id,
      label,
      factors: rungs.map((rung) => of[rung.id] ?? 1),
      isStrong: strong.has(id),
    }));
  const [top] = rows;
  return {
    head: `seen ${theCase.horizons[0]?.phrase ?? ""}`,
    columns: rungs.map(({ short }) => short),
    rows,
    summary: top
      ? `${top.label} ${order === "tells" ? "tells the outcomes apart best" : "speaks most against one of them"}: ${rungs.map(({ short }, i) => `${short} ${times(top.factors[i] ?? 1)}`).join(", ")}.`
      : "No sign to be seen.",
    note: `×1.2 = this outcome becomes 1.2 times as likely ${phase?.phrase ?? ""} once the sign is seen, taken alone. Darker = tells more. A row of ×1 tells nothing. Factors, not chances.`,
    table: {
      caption: `By which factor each outcome becomes more likely once a sign is seen, ${phase?.label.toLowerCase() ?? ""}`,
      columns: ["Sign", ...rungs.map(({ label }) => label)],
      rows: rows.map(({ label, factors }) => [label, ...factors.map((one) => Number(one.toPrecision(4)))]),
    },
  };
}
