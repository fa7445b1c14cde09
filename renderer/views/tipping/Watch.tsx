import type { SignAt } from "../../../app/model/analysis/shapes.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { axisAround } from "../../charts/axis.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { type SignRow, SignsDumbbell } from "../../charts/SignsDumbbell.tsx";
import { useAnalysis, useApp } from "../../state/context.ts";
import { bestShare, signRows } from "../../state/tipping.ts";
import { signsTable } from "../../state/tippingTables.ts";
import { Panel } from "./Panel.tsx";
import styles from "./Tipping.module.css";
import { type Asked, say } from "./useAsked.ts";

const ROWS = [32, 46] as const;
const HEAD = 38;

/** What each sign not yet observed would tell. */
export function Watch({ asked }: { readonly asked: Asked }) {
  const app = useApp();
  const { case: theCase, horizon, phrase, answer } = asked;
  const signs = useAnalysis({ kind: "signs" });
  const at = signs.result?.horizons[horizon];
  const rows = at ? signRows(theCase, at) : [];
  const seen = Object.keys(asked.settings.observe ?? {}).filter((id) => theCase.indicators.some((one) => one.id === id)).length; // prettier-ignore
  const observed = seen === 0 ? "" : ` ${seen === 1 ? "One is" : `${seen} are`} observed already.`;
  return (
    <Panel
      name="What to watch"
      area="watch"
      analysis={signs}
      doing="Asking every sign"
      caption={at && rows.length > 0 ? `${worth(theCase, at, answer)}${observed} Click a dot to suppose it.` : undefined}
    >
      <ChartFrame
        id="tipping-watch"
        title="What to watch"
        summary={watchSummary(rows, phrase)}
        table={signsTable(theCase, phrase, at ?? {})}
        fill
        onExport={(what) => app.take("tipping-watch", what)}
      >
        {({ width, height }) =>
          rows.length === 0 ? (
            <p className={styles.empty}>
              {theCase.indicators.length === 0
                ? "This case names no signs to watch."
                : at
                  ? `No sign is left to watch.${observed}`
                  : ""}
            </p>
          ) : (
            <SignsDumbbell
              label={`What each sign would tell about a break ${phrase}`}
              rows={rows}
              order={theCase.indicators.map(({ id }) => id)}
              axis={axisAround([answer, ...rows.flatMap(({ ifYes, ifNo }) => [ifYes ?? answer, ifNo ?? answer])])}
              base={answer}
              ghost={asked.ghost}
              width={width}
              rowHeight={Math.min(Math.max((height - HEAD) / rows.length, ROWS[0]), ROWS[1])}
              onApply={(id, isSeen) => say(app, { edit: "setObserve", id, value: isSeen })}
            />
          )
        }
      </ChartFrame>
    </Panel>
  );
} // prettier-ignore

/** How much the best sign is worth, so that five steps are not taken for much. */
export function worth(
  theCase: Asked["case"],
  at: Readonly<Record<string, SignAt>>,
  answer: number,
): string {
  const share = bestShare(theCase, at, answer);
  return `Steps are relative to the most telling sign, which takes away ${percentLabel(share).replace("<", "under ")} of what is uncertain.`;
} // prettier-ignore

export function watchSummary(rows: readonly SignRow[], phrase: string): string {
  const [best] = rows;
  if (!best) return "No sign is left to watch.";
  const say = (p: number | null) => (p === null ? "cannot be" : percentLabel(p));
  return `Of ${rows.length} signs the most telling about a break ${phrase} is: ${best.label}. Seen with ${percentLabel(best.yes)}; a break ${say(best.ifYes)} if seen, ${say(best.ifNo)} if not.`;
}
