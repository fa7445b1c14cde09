import { ChartNoAxesCombined, Scale } from "lucide-react";
import { settlement } from "../../../app/model/analysis/verdict.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { SaidPlot } from "../../charts/SaidPlot.tsx";
import type { ExportChart } from "../../export/choice.ts";
import { CALIBRATION, calibrationChart, scored } from "../judgement/calibration.ts";
import { saidChart } from "./saidChart.ts";
import { headline, scoreSentence } from "./words.ts";

/** What history says of the case and of what was frozen, as it can be exported; nothing while it is open. */
export function scoreCharts(theCase: Case): ExportChart[] {
  const charts: ExportChart[] = [];
  const settled = settlement(theCase);
  if (settled) {
    const { plot, table } = saidChart(theCase, settled);
    const { came, said } = headline(theCase, settled);
    charts.push({
      id: "said",
      label: "Said and came",
      icon: Scale,
      title: `${came} ${said}`,
      subtitle: "What was said at the time, beside what came.",
      notes: [scoreSentence(settled)],
      table,
      render: (width) => <SaidPlot {...plot} width={width} />,
    });
  }
  const scores = theCase.verdict === undefined ? null : scored(theCase);
  if (scores?.ok) {
    const { plot, table, summary } = calibrationChart(scores.bands);
    charts.push({
      id: "calibration",
      label: "Calibration",
      icon: ChartNoAxesCombined,
      title: CALIBRATION,
      subtitle: summary,
      notes: ["Few judgements say little of calibration: a hundred would be a beginning."],
      table,
      render: (width) => <SaidPlot {...plot} width={width} />,
    });
  }
  return charts;
}
