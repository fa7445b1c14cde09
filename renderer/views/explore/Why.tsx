import { useEffect } from "react";
import { pointsLabel, percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { Waterfall } from "../../charts/Waterfall.tsx";
import { useAnswers, useApp, useArgument, useLook } from "../../state/context.ts";
import { whyTable } from "../../state/tables.ts";
import { useLayout } from "../../ui/useLayout.ts";
import { LastMove } from "./LastMove.tsx";
import styles from "./Why.module.css";
import { TwoStories } from "./TwoStories.tsx";
import { TippingStrip } from "../tipping/TippingStrip.tsx";
import { EVIDENCE, waterfallRows } from "./waterfallRows.ts";

/** Why the answer stands where it does: what each factor adds, averaged over all orders, summing to the answer. */
export function Why() {
  const app = useApp();
  const theCase = useArgument();
  const layout = useLayout();
  const { horizon, selected } = useLook(({ horizon, selected }) => ({ horizon, selected }));
  const now = useAnswers((state) => state.now);
  // A click leads away from the bar: what goes with the panel is pointed at no longer.
  useEffect(() => () => app.look.setState({ hovered: null }), [app]);
  const at = now?.answer.why.horizons[horizon];
  if (!now || !at) return null;
  const { rows, whole } = waterfallRows(theCase, at);
  const phrase = theCase.horizons.find(({ id }) => id === horizon)?.phrase ?? "";
  return (
    <>
      <ChartFrame
        id="why"
        title={`Why ${percentLabel(at.answer)}`}
        headless
        summary={`All factors at their lowest: ${whole.start}%. ${rows.map((r) => `${r.label} ${pointsLabel(r.points)}`).join(", ")}. Together ${percentLabel(at.answer)} ${phrase}.`}
        table={whyTable(theCase, now.answer.why)}
        onExport={(what) => app.take("why", what)}
      >
        {({ width }) => (
          <div className={now.whyStale ? styles.stale : undefined} aria-busy={now.whyStale === true}>
            <Waterfall
              start={{ label: "All at their lowest", value: at.start, percent: whole.start }}
              rows={rows}
              total={{ label: "Chance of a break", value: at.answer, percentLabel: percentLabel(at.answer) }}
              selected={selected}
              width={width}
              compact={layout === "medium"}
              onHover={(id) => app.look.setState({ hovered: id })}
              onSelect={(id) =>
                app.look.setState(
                  id === EVIDENCE
                    ? { screen: "evidence", desk: "log" }
                    : { selected: id, panel: "selection" },
                )
              }
            />
          </div>
        )}
      </ChartFrame>
      <p className={styles.caption}>
        {now.whyStale
          ? "From before the last change; the new reasons are being worked out."
          : "Percentage points; they add up to the answer."}
      </p>
      <LastMove />
      <TwoStories />
      <TippingStrip />
    </>
  );
}
