import { ChartSpline, History, TableProperties } from "lucide-react";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { OutcomeMatrix } from "../../charts/OutcomeMatrix.tsx";
import { StepLine } from "../../charts/StepLine.tsx";
import type { ExportChart } from "../../export/choice.ts";
import { useKept } from "../../export/useKept.ts";
import { useCase, useLook } from "../../state/context.ts";
import { borders } from "./borders.ts";
import { logLine } from "./LogSteps.tsx";
import { matrixOf, useFactors } from "./outcomes.ts";
import { useSequel } from "./Sequel.tsx";
import { useSteps } from "./useSteps.ts";

/** px of a line of steps in print. */
const HEIGHT = 190;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * The charts of the evidence as they can be exported (what signs tell is among those of tipping points); what has not
 * been worked out yet is left out until it is.
 * @param seen which scenario, seen from where: ends the subtitle
 */
export function useEvidenceCharts(seen: string): readonly ExportChart[] {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const factors = useFactors().result?.horizons[horizon];
  const { start, steps } = useSteps();
  const sequel = useSequel();
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const matrix = factors && matrixOf(theCase, horizon, factors, "tells", NOBODY);
  const log = start && steps.length > 0 ? logLine(theCase, horizon, start, steps) : null;
  const charts: ExportChart[] = [];
  if (log)
    charts.push({
      id: "evidence-steps",
      label: "Evidence logged",
      icon: ChartSpline,
      title: `${log.title}: ${percentLabel(log.begin)} to ${percentLabel(log.points.at(-1)?.value ?? log.begin)}`,
      subtitle: `Chance of a break after each item that counts. ${seen}`,
      notes: [steps.map(({ item }, i) => `${i + 1}: ${item.title}.`).join(" ")],
      table: log.table,
      render: (width) => (
        <StepLine label={log.label} start={log.begin} points={log.points} borders={borders()} width={width} height={HEIGHT} />
      ),
    });
  if (matrix && matrix.rows.length > 0)
    charts.push({
      id: "evidence-matrix",
      label: "Signs by outcome",
      icon: TableProperties,
      title: `Which outcome each sign fits, ${phase?.phrase ?? ""}`,
      subtitle: matrix.summary,
      notes: [matrix.note, seen],
      table: matrix.table,
      render: (width) => (
        <OutcomeMatrix label={matrix.summary} head={matrix.head} columns={matrix.columns} rows={matrix.rows} width={width} />
      ),
    });
  if (sequel.isOn && sequel.isKnown)
    charts.push({
      id: "evidence-next",
      label: "What happened next",
      icon: History,
      title: `${sequel.label}, ${phase?.phrase ?? ""}`,
      subtitle: `Events counted one after another. ${seen}`,
      notes: ["Full: counts. Hollow: on record only. All are read as if seen within the first horizon."],
      table: sequel.table,
      render: (width) => (
        <StepLine label={sequel.label} start={sequel.begin ?? 0} points={sequel.points} ticks={sequel.ticks} borders={borders()} width={width} height={HEIGHT} />
      ),
    });
  return useKept(charts);
} // prettier-ignore
