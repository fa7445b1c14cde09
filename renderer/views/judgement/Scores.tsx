import { useMemo } from "react";
import { shortDate } from "../../../app/model/words/dates.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { SaidPlot } from "../../charts/SaidPlot.tsx";
import { useApp, useCase } from "../../state/context.ts";
import { calibrationChart, scored } from "./calibration.ts";
import frozenStyles from "./Frozen.module.css";
import styles from "./Judgement.module.css";

/** "0.09"; a score without end is said so. */
export const scoreText = (x: number): string => (Number.isFinite(x) ? x.toFixed(2) : "without limit");

/** How well the frozen judgements did, once the verdict says. */
export function Scores() {
  const theCase = useCase();
  const app = useApp();
  const all = useMemo(() => scored(theCase), [theCase]);
  const calibration = calibrationChart(all.ok ? all.bands : []);
  const label = (id: string) => theCase.horizons.find((one) => one.id === id)?.label ?? id;
  return (
    <section className={styles.card} aria-label="Scores">
      <header>
        <h2>Scores</h2>
      </header>
      {theCase.verdict === undefined ? (
        <p className={frozenStyles.says}>Not scored yet: nothing says how it came out.</p>
      ) : !all.ok ? (
        <p className={frozenStyles.says}>{all.sentence}</p>
      ) : (
        <>
          <table className={frozenStyles.table}>
            <thead>
              <tr>
                <th scope="col">Judged</th>
                <th scope="col">By</th>
                <th scope="col">Said</th>
                <th scope="col">Came</th>
                <th scope="col">Brier</th>
                <th scope="col">Log</th>
              </tr>
            </thead>
            <tbody>
              {all.rows.map((row, i) => (
                <tr key={i}>
                  <th scope="row">{shortDate(row.date ?? "")}</th>
                  <td>{label(row.horizon)}</td>
                  <td>{percentLabel(row.p)}</td>
                  <td>{row.outcome === 1 ? "a break" : "no break"}</td>
                  <td>{scoreText(row.brier)}</td>
                  <td>{scoreText(row.log)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row" colSpan={4}>
                  Mean
                </th>
                <td>{scoreText(all.mean.brier)}</td>
                <td>{scoreText(all.mean.log)}</td>
              </tr>
            </tbody>
          </table>
          <p className={styles.basis}>Smaller is better. A coin scores 0.25 and 0.69.</p>
          <ChartFrame
            id="calibration"
            title="Calibration"
            summary={calibration.summary}
            table={calibration.table}
            onExport={(what) => app.take("calibration", what)}
          >
            {({ width }) => <SaidPlot {...calibration.plot} width={width} />}
          </ChartFrame>
          <p className={styles.basis}>
            Few judgements say little of calibration: a hundred would be a beginning.
          </p>
        </>
      )}
    </section>
  );
}
