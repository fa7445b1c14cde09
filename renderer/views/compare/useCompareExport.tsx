import { useMemo } from "react";
import { Columns3 } from "lucide-react";
import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel, pointsLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { DotScale } from "../../charts/DotScale.tsx";
import { fitText } from "../../charts/text.ts";
import type { ExportChart } from "../../export/choice.ts";
import { useCase, useLook } from "../../state/context.ts";
import { activeBand, BANDS } from "./cells.tsx";
import styles from "./Compare.module.css";
import { findings, horizonOf, scaleEnd } from "./say.ts";
import { compareTable } from "./tables.ts";
import { type Column, useColumns } from "./useColumns.ts";

/** px: a scenario's line of text, and the drawing below it. */
const LINE = 22;
const DOTS = 70;
const ROW = LINE + DOTS + 52;

/** The comparison as a picture to take along: a scenario a row, all on one scale; none where there is only one. */
export function useCompareExport(view: string): ExportChart[] {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const { columns } = useColumns();
  // The list of columns is made anew at every render, its members are not.
  const [a, b, c, d] = columns;
  return useMemo(
    () =>
      charts(
        theCase,
        horizon,
        view,
        [a, b, c, d].flatMap((one) => (one?.answer ? one : [])),
      ),
    [theCase, horizon, view, a, b, c, d],
  );
}

function charts(theCase: Case, horizon: string, view: string, known: readonly Column[]): ExportChart[] {
  const phase = horizonOf(theCase, horizon);
  if (known.length < 2 || !phase) return [];
  const names = known.map(({ scenario }) => scenario.name).join(" · ");
  const said = findings(theCase, known, horizon).map(({ name, text }) => `${name} ${text}`);
  return [
    {
      id: "compare",
      label: "Compare",
      icon: Columns3,
      title: said[0] ?? names,
      subtitle: `${phase.label}, ${phase.phrase}: ${names}. Seen from: ${view.toLowerCase()}.`,
      notes: [
        ...said.slice(1),
        "Each dot is 1 of 50 equally plausible weightings, the same in every row; hollow: the outer 1 in 5.",
      ],
      findings: said.map((sentence) => `Against ${known[0]?.scenario.name ?? ""}: ${sentence}`),
      table: compareTable(theCase, known, horizon),
      render: (width) => <CompareRows columns={known} horizon={horizon} width={width} />,
    },
  ];
}

function CompareRows({
  columns,
  horizon,
  width,
}: {
  readonly columns: readonly Column[];
  readonly horizon: string;
  readonly width: number;
}) {
  const at = ({ answer }: Column) => answer?.result.horizons[horizon]?.break ?? 0;
  const [baseline] = columns;
  const base = baseline ? at(baseline) : 0;
  const end = scaleEnd(columns.flatMap((one) => [...(one.range?.horizons[horizon]?.dots ?? []), at(one)]));
  const height = columns.length * ROW;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-label="Scenarios on one scale"
    >
      {columns.map((column, i) => {
        const p = at(column);
        const ranged = column.range?.horizons[horizon];
        const { word, range } = estimate(p);
        const points = column.difference ? `, ${pointsLabel(column.difference.total)}` : "";
        const number = `${percentLabel(p)}, ${word} ${range}${points}`;
        return (
          <g key={column.scenario.id} transform={`translate(0 ${String(i * ROW)})`}>
            <text className={styles.rowName} y={14} fontSize={13}>
              {fitText(column.scenario.name, { size: 13, weight: 640 }, width * 0.5)}
            </text>
            <text className={styles.rowNumber} x={width} y={14} fontSize={13} textAnchor="end">
              {number}
            </text>
            <g transform={`translate(0 ${String(LINE)})`}>
              <DotScale
                width={width}
                dotHeight={DOTS}
                maxDot={8}
                labels
                end={end}
                dots={ranged?.dots ?? null}
                low={ranged?.low ?? null}
                high={ranged?.high ?? null}
                point={p}
                ghost={i === 0 ? null : base}
                {...(i === 0 ? {} : { ghostLabel: `baseline ${percentLabel(base).replace("%", "")}` })}
                bands={BANDS}
                active={activeBand(p)}
              />
            </g>
          </g>
        );
      })}
    </svg>
  );
}
