import { memo } from "react";
import { percentLabel, pointsLabel, rungPercents, wholePercent } from "../../../app/model/words/numbers.ts";
import { bandOf, ICD203 } from "../../../app/model/words/scale.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { DifferenceBars } from "../../charts/DifferenceBars.tsx";
import { DotScale } from "../../charts/DotScale.tsx";
import { LadderBars } from "../../charts/LadderBars.tsx";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { rungInfos, strainAt } from "../../state/select.ts";
import { dotTable, rungTable } from "../../state/tables.ts";
import { useHatch } from "../shell/theme.ts";
import styles from "./Compare.module.css";
import { differenceGroups, strainName } from "./say.ts";
import { differenceTable } from "./tables.ts";
import type { Column } from "./useColumns.ts";

/** What all cells know: the column they stand in, what it is measured against, and the scales they share. */
export interface CellProps {
  readonly column: Column;
  readonly baseline: Column;
  /** Share at the right end of the scale of words. */
  readonly end: number;
  /** Points at the ends of the axis of difference. */
  readonly low: number;
  readonly high: number;
  readonly small: boolean;
  /** Whether the rows have their names beside them. */
  readonly heads: boolean;
}

export const BANDS = ICD203.map(({ id, word, low, high }) => ({
  id,
  label: word,
  low: low / 100,
  high: high / 100,
}));

export function activeBand(p: number): number | null {
  const band = bandOf(wholePercent(p));
  return band < 0 || band >= ICD203.length ? null : band;
}

/** A number with its word; as a difference where that is asked for and there is one. */
function Big({
  p,
  points,
  children,
}: {
  readonly p: number;
  readonly points: number | null;
  readonly children?: React.ReactNode;
}) {
  const { word, range } = estimate(p);
  const digits = percentLabel(p);
  return (
    <div className={styles.big}>
      <span className={styles.number}>
        {points === null ? digits.replace("%", "") : pointsLabel(points)}
        {points === null && <small>%</small>}
      </span>
      <p>
        {points !== null && (
          <>
            {Math.abs(points) === 1 ? "point" : "points"}: {digits},{" "}
          </>
        )}
        <b>{word}</b> <span className={styles.keep}>{range}</span>
        {children}
      </p>
    </div>
  );
}

export const AnswerCell = memo(function AnswerCell({
  column: { answer, range, difference, refused, isStale },
}: CellProps) {
  const { horizon, comparing } = useLook((look) => look);
  if (refused)
    return (
      <p className={styles.refused} role="alert">
        {refused}
      </p>
    );
  const p = answer?.result.horizons[horizon]?.break;
  if (p === undefined) return <p className={styles.big} aria-busy="true" />;
  const at = range?.horizons[horizon];
  return (
    <Big p={p} points={comparing === "difference" && difference ? difference.total : null}>
      <em className={isStale ? styles.stale : undefined}>
        4 in 5 weightings: {at ? `${percentLabel(at.low)} to ${percentLabel(at.high)}` : "…"}
      </em>
    </Big>
  );
});

export const StrainCell = memo(function StrainCell({ column: { answer, strain }, heads }: CellProps) {
  const theCase = useCase();
  const name = strainName(theCase);
  const comparing = useLook((look) => look.comparing);
  const at = answer?.result.horizons[theCase.horizons[0]?.id ?? ""];
  const now = at ? strainAt(theCase, at) : null;
  if (!now) return null;
  return (
    <div className={styles.second}>
      {/* The number that the bars show for it: the two are one. */}
      <Big p={now.percent / 100} points={comparing === "difference" && strain ? strain.total : null}>
        {!heads && name !== null && (
          <em>
            {capitalised(name)}, {theCase.horizons[0]?.label.toLowerCase()}
          </em>
        )}
      </Big>
    </div>
  );
});

export const DotsCell = memo(function DotsCell({ column, baseline, end, small }: CellProps) {
  const app = useApp();
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const { answer, range, scenario, isStale } = column;
  const p = answer?.result.horizons[horizon]?.break;
  if (!answer || p === undefined) return null;
  const base = baseline.answer?.result.horizons[horizon]?.break;
  const at = range?.horizons[horizon];
  const ghost = column === baseline || base === undefined ? null : base;
  const { word, range: words } = estimate(p);
  const between = at ? `${percentLabel(at.low)} to ${percentLabel(at.high)}` : "not yet known";
  return (
    <ChartFrame
      id={`compare-dots-${scenario.id}`}
      title={`50 plausible weightings: ${scenario.name}`}
      headless
      summary={`${percentLabel(p)}, ${word} ${words}. 4 in 5 plausible weightings: ${between}.`}
      table={dotTable(theCase, answer.result, range)}
      onExport={(what) => app.take("compare", what)}
    >
      {({ width }) => (
        <DotScale
          width={width}
          dotHeight={small ? 56 : 92}
          maxDot={small ? 6 : 8.5}
          labels
          end={end}
          dots={at?.dots ?? null}
          low={at?.low ?? null}
          high={at?.high ?? null}
          point={p}
          ghost={ghost}
          {...(ghost === null ? {} : { ghostLabel: `baseline ${percentLabel(ghost).replace("%", "")}` })}
          stale={isStale}
          bands={BANDS}
          active={activeBand(p)}
        />
      )}
    </ChartFrame>
  );
});

export const BarsCell = memo(function BarsCell({ column, baseline, small }: CellProps) {
  const app = useApp();
  const theCase = useCase();
  const { horizon, comparing } = useLook((look) => look);
  const hatch = useHatch();
  const { answer, scenario } = column;
  if (!answer) return null;
  const rungs = rungInfos(theCase);
  const isDifference = comparing === "difference" && column !== baseline;
  const rows = theCase.horizons.flatMap(({ id, label, phrase }) => {
    const at = answer.result.horizons[id];
    if (!at) return [];
    const whole = rungPercents(theCase, at);
    const base = baseline.answer?.result.horizons[id]?.break;
    return {
      id,
      label: label.replace(/ (term|run)$/, ""),
      phrase,
      breakLabel:
        isDifference && base !== undefined
          ? pointsLabel(wholePercent(at.break) - wholePercent(base))
          : percentLabel(at.break),
      rungs: rungs.map((rung) => ({
        id: rung.id,
        value: at.rungs[rung.id] ?? 0,
        percent: whole[rung.id] ?? 0,
      })),
    };
  });
  return (
    <ChartFrame
      id={`compare-bars-${scenario.id}`}
      title={`What happens, by horizon: ${scenario.name}`}
      headless
      summary={`Chance of a break: ${theCase.horizons
        .map(({ id, label }) => `${label} ${percentLabel(answer.result.horizons[id]?.break ?? 0)}`)
        .join(", ")}.`}
      table={rungTable(theCase, answer.result)}
      onExport={(what) => app.take("compare", what)}
    >
      {({ width }) => (
        <LadderBars
          rows={rows}
          rungs={rungs}
          active={horizon}
          width={width}
          rowHeight={small ? 23 : 31}
          hatch={hatch}
          onSelect={(id) => app.look.setState({ horizon: id })}
        />
      )}
    </ChartFrame>
  );
});

export const DifferencesCell = memo(function DifferencesCell({
  column,
  baseline,
  low,
  high,
  small,
}: CellProps) {
  const app = useApp();
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  if (column === baseline) {
    const first = column.answer?.result.horizons[theCase.horizons[0]?.id ?? ""];
    const strain = first ? strainAt(theCase, first) : null;
    const p = column.answer?.result.horizons[horizon]?.break;
    return (
      <div className={styles.own}>
        <p>
          {column.changes.length === 0 ? "Nothing is changed here." : "The others are measured against this."}
        </p>
        <dl>
          <div>
            <dt>Break, {phase?.label.toLowerCase()}</dt>
            <dd>{p === undefined ? "…" : percentLabel(p)}</dd>
          </div>
          {strain && (
            <div>
              <dt>{strain.rung.short} now</dt>
              <dd>{strain.percent < 1 ? "<1%" : `${String(strain.percent)}%`}</dd>
            </div>
          )}
        </dl>
      </div>
    );
  }
  const groups = differenceGroups(theCase, column, horizon);
  if (groups.length === 0) return null;
  const strain = strainName(theCase);
  return (
    <ChartFrame
      id={`compare-points-${column.scenario.id}`}
      title={`Points of difference: ${column.scenario.name}`}
      headless
      summary={groups.map(({ label, total }) => `${label}: ${pointsLabel(total)} points.`).join(" ")}
      table={differenceTable(column, baseline.scenario.name, strain)}
      onExport={(what) => app.take("compare", what)}
    >
      {({ width }) => (
        <DifferenceBars groups={groups} domain={[low, high]} width={width} rowHeight={small ? 18 : 24} />
      )}
    </ChartFrame>
  );
});
