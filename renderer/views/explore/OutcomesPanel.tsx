import { useMemo } from "react";
import { percentLabel, rungPercents } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { LadderBars } from "../../charts/LadderBars.tsx";
import { LadderLegend } from "../../charts/LadderLegend.tsx";
import { useAnswers, useApp, useArgument, useLook } from "../../state/context.ts";
import { rungInfos } from "../../state/select.ts";
import { rungTable } from "../../state/tables.ts";
import { useLayout } from "../../ui/useLayout.ts";
import { useHatch } from "../shell/theme.ts";
import styles from "./Middle.module.css";

/** px of a row where the bars have a screen to themselves. */
const TALL = 52;

/** What happens, by horizon: every rung of the outcome, at the end of each period. */
export function OutcomesPanel({ tall = false }: { readonly tall?: boolean }) {
  const app = useApp();
  const theCase = useArgument();
  const horizon = useLook((look) => look.horizon);
  const now = useAnswers((state) => state.now);
  const hatch = useHatch();
  const layout = useLayout();
  const short = layout === "medium" || layout === "small";
  const rungs = useMemo(() => rungInfos(theCase), [theCase]);
  if (!now) return <div className={styles.outcomes} />;
  const rows = theCase.horizons.flatMap(({ id, label, phrase }) => {
    const at = now.answer.result.horizons[id];
    if (!at) return [];
    const whole = rungPercents(theCase, at);
    return {
      id,
      label,
      phrase,
      breakLabel: percentLabel(at.break),
      rungs: rungs.map((rung) => ({
        id: rung.id,
        value: at.rungs[rung.id] ?? 0,
        percent: whole[rung.id] ?? 0,
      })),
    };
  });
  const spoken = rows.map(({ label, breakLabel }) => `${label} ${breakLabel}`).join(", ");
  return (
    <div className={styles.outcomes} data-region="outcomes">
      <ChartFrame
        id="by-horizon"
        title={short ? "What happens" : "What happens, by horizon"}
        summary={`Chance of a break: ${spoken}. What stands at the end of each period is in the table.`}
        table={rungTable(theCase, now.answer.result)}
        actions={<LadderLegend rungs={rungs} hatch={hatch} />}
        onExport={(what) => app.take("by-horizon", what)}
      >
        {({ width }) => (
          <LadderBars
            rows={rows}
            rungs={rungs}
            active={horizon}
            width={width}
            hatch={hatch}
            {...(tall ? { rowHeight: TALL } : {})}
            onSelect={(id) => app.look.setState({ horizon: id })}
          />
        )}
      </ChartFrame>
    </div>
  );
}
