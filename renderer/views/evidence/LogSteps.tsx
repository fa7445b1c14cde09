import type { Result } from "../../../app/model/answer/result.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { StepLine } from "../../charts/StepLine.tsx";
import { useCase, useLook } from "../../state/context.ts";
import { borders } from "./borders.ts";
import styles from "./Evidence.module.css";
import type { Step } from "./useSteps.ts";

interface Props {
  readonly start: Result;
  readonly steps: readonly Step[];
}

/** The answer after each item that counts, in the log's order. */
export function LogSteps({ start, steps }: Props) {
  const theCase = useCase();
  const { horizon, draft } = useLook((look) => look);
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
  return (
    <div className={styles.steps}>
      <ChartFrame
        id="evidence-steps"
        title={`How the log moved the answer, ${phase.label.toLowerCase()}`}
        summary={`${said(begin)} with nothing counted; ${steps.map(({ item }, i) => `${item.title}: ${said(points[i]?.value)}`).join("; ")}.`}
        table={{
          caption: `Chance of a break after each item that counts`,
          columns: ["After", ...theCase.horizons.map(({ label }) => label)],
          rows: [
            ["Nothing counted", ...theCase.horizons.map(({ id }) => said(start.horizons[id]?.break))],
            ...steps.map(({ item, after }) => [
              item.title,
              ...theCase.horizons.map(({ id }) => said(after?.horizons[id]?.break)),
            ]),
          ],
        }}
      >
        {({ width }) => (
          <StepLine
            label={`The answer from ${said(begin)} to ${said(points.at(-1)?.value)} in ${points.length} steps`}
            start={begin}
            points={points}
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
