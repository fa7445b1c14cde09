import { ListTree } from "lucide-react";
import { Fragment, useState } from "react";
import { Button } from "react-aria-components";
import { LadderLegend } from "../../charts/LadderLegend.tsx";
import { useApp, useCase, useLook } from "../../state/context.ts";
import { duplicateScenario } from "../../state/scenarios.ts";
import { rungInfos } from "../../state/select.ts";
import button from "../../ui/button.module.css";
import { Progress } from "../../ui/Progress.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import { useHatch } from "../shell/theme.ts";
import { AddScenario } from "./AddScenario.tsx";
import { AnswerCell, BarsCell, DifferencesCell, DotsCell, StrainCell } from "./cells.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import styles from "./Compare.module.css";
import { differenceDomain, findings, horizonOf, scaleEnd, strainName } from "./say.ts";
import { type Column, useColumns } from "./useColumns.ts";
import { capitalised } from "../../../app/model/words/text.ts";

/** Up to four scenarios side by side: answers, ranges on one scale, what happens, and where the difference comes from. */
export function Compare() {
  const app = useApp();
  const theCase = useCase();
  const { horizon, comparing } = useLook((look) => look);
  const { columns, progress, cancel } = useColumns();
  const small = useLayout() === "small";
  const [headed, setHeaded] = useState(false);
  const hatch = useHatch();
  const phase = horizonOf(theCase, horizon);
  const [only] = theCase.scenarios;
  if (theCase.scenarios.length === 1 && only)
    return (
      <main className={styles.page} data-screen="compare" data-region="compare">
        <div className={styles.empty}>
          <p>Compare needs two scenarios.</p>
          <Button
            className={`${button.button} ${button.primary}`}
            onPress={() => duplicateScenario(app, only.id)}
          >
            Duplicate {only.name}
          </Button>
        </div>
      </main>
    );
  const [baseline] = columns;
  if (!baseline || !phase) return null;
  const heads = !small || headed;
  const shares = columns.flatMap(({ range, answer }) => {
    const dots = range?.horizons[horizon]?.dots ?? [];
    return [...dots, answer?.result.horizons[horizon]?.break ?? 0];
  });
  const [low, high] = differenceDomain(columns);
  const shared = { baseline, end: scaleEnd(shares), low, high, small, heads };
  const strain = strainName(theCase);
  const rows: readonly {
    readonly id: string;
    readonly head: React.ReactNode;
    readonly cell: (column: Column) => React.ReactNode;
  }[] = [
    {
      id: "answer",
      head: (
        <>
          {phase.label},<br />
          {phase.phrase}
        </>
      ),
      cell: (column) => <AnswerCell column={column} {...shared} />,
    },
    {
      id: "dots",
      head: "50 plausible weightings, same draws in every column",
      cell: (column) => <DotsCell column={column} {...shared} />,
    },
    ...(strain === null
      ? []
      : [
          {
            id: "strain",
            head: (
              <>
                {capitalised(strain)},<br />
                {theCase.horizons[0]?.label.toLowerCase()}
              </>
            ),
            cell: (column: Column) => <StrainCell column={column} {...shared} />,
          },
        ]),
    {
      id: "bars",
      head: (
        <>
          What happens,
          <br />
          by horizon
          <LadderLegend rungs={rungInfos(theCase)} hatch={hatch} />
        </>
      ),
      cell: (column) => <BarsCell column={column} {...shared} />,
    },
    {
      id: "difference",
      head: "Points of difference, by change",
      cell: (column) => <DifferencesCell column={column} {...shared} />,
    },
  ];
  return (
    <main
      className={styles.page}
      data-screen="compare"
      data-region="compare"
      data-columns={columns.length}
      data-heads={heads || undefined}
    >
      <header className={styles.top}>
        <p className={styles.finding} aria-live="polite">
          {columns.length === 1
            ? `Add a scenario to compare with ${baseline.scenario.name}.`
            : findings(theCase, columns, horizon).map(({ id, name, text }) => (
                <Fragment key={id}>
                  <b>{name}</b> {text}{" "}
                </Fragment>
              ))}
        </p>
        <Switch
          label="Show"
          items={[
            ["values", "Values"],
            ["difference", "Difference from baseline"],
          ]}
          chosen={comparing}
          onChoose={(chosen) => app.look.setState({ comparing: chosen })}
        />
        {small && (
          <Button
            className={`${button.button} ${styles.legendButton}`}
            aria-label="Names of the rows and legend"
            aria-pressed={headed}
            onPress={() => setHeaded(!headed)}
          >
            <ListTree size={15} aria-hidden />
          </Button>
        )}
        <AddScenario columns={columns} short={small} />
      </header>
      <Progress label="Working out the scenarios" value={progress} onCancel={cancel} />
      <div
        className={styles.grid}
        style={{
          gridTemplateColumns: `${heads ? (small ? "112px " : "146px ") : ""}repeat(${String(columns.length)}, minmax(0, 1fr))`,
        }}
      >
        {heads && <div />}
        {columns.map((column, i) => (
          <ColumnHead key={column.scenario.id} column={column} place={i} count={columns.length} />
        ))}
        {rows.map(({ id, head, cell }) => (
          <Fragment key={id}>
            {heads && <div className={styles.head}>{head}</div>}
            {columns.map((column) => (
              <div key={column.scenario.id} className={styles.cell} data-row={id}>
                {cell(column)}
              </div>
            ))}
          </Fragment>
        ))}
      </div>
      {columns.some(({ isSampled }) => isSampled) && (
        <p className={styles.note}>
          Where more than twelve inputs differ, the points are averages over sampled orders; they still add up
          exactly.
        </p>
      )}
    </main>
  );
}
