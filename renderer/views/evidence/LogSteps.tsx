import type { Result } from "../../../app/model/answer/result.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import type { ChartTableData } from "../../charts/ChartTable.tsx";
import { StepLine, type StepPoint } from "../../charts/StepLine.tsx";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { borders } from "./borders.ts";
import styles from "./Evidence.module.css";
import type { Step } from "./useSteps.ts";

interface Props {
  readonly start: Result;
  readonly steps: readonly Step[];
}

/** The answer after each item that counts, in the log's order. */
export function LogSteps({ start, steps }: Props) {
  const app = useApp();
  const theCase = useCase();
  const { horizon, draft } = useLook((look) => look);
  const log = logLine(theCase, horizon, start, steps);
  if (!log) return null;
  return (
    <div className={styles.steps}>
      <ChartFrame
        id="evidence-steps"
        title={log.title}
        summary={log.summary}
        table={log.table}
        onExport={(what) => app.take("evidence-steps", what)}
      >
        {({ width }) => (
          <StepLine
            label={log.label}
            start={log.begin}
            points={log.points}
            borders={borders()}
            selected={draft?.id ?? null}
            width={width}
            height={150}
          />
        )}
      </ChartFrame>
    </div>
  );
}

interface LogLine {
  readonly title: string;
  readonly label: string;
  readonly summary: string;
  readonly begin: number;
  readonly points: readonly StepPoint[];
  readonly table: ChartTableData;
}

/** How the log moved the answer, as it is drawn, said and listed; null where the horizon is unknown. */
export function logLine(theCase: Case, horizon: string, start: Result, steps: readonly Step[]): LogLine | null {
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const begin = start.horizons[horizon]?.break;
  if (begin === undefined || !phase) return null;
  const points = steps.map(({ item, after }, i) => ({
    id: item.id,
    at: (i + 1) / (steps.length + 1),
    label: steps.length > 8 ? String(i + 1) : (/[\p{L}\p{N}-]{3,}/u.exec(item.title)?.[0] ?? ""),
    value: after?.horizons[horizon]?.break ?? null,
  }));
  const said = (p: number | null | undefined) =>
    p === null || p === undefined ? "cannot be" : percentLabel(p);
  return {
    title: `How the log moved the answer, ${phase.label.toLowerCase()}`,
    label: `The answer from ${said(begin)} to ${said(points.at(-1)?.value)} in ${points.length} steps`,
    summary: `${said(begin)} with nothing counted; ${steps.map(({ item }, i) => `${item.title}: ${said(points[i]?.value)}`).join("; ")}.`,
    begin,
    points,
    table: {
      caption: "Chance of a break after each item that counts",
      columns: ["After", ...theCase.horizons.map(({ label }) => label)],
      rows: [
        ["Nothing counted", ...theCase.horizons.map(({ id }) => said(start.horizons[id]?.break))],
        ...steps.map(({ item, after }) => [
          item.title,
          ...theCase.horizons.map(({ id }) => said(after?.horizons[id]?.break)),
        ]),
      ],
    },
  };
} // prettier-ignore
