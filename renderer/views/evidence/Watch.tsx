import type { SignAt } from "../../../app/model/analysis/shapes.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { axisAround } from "../../charts/axis.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { signRowHeight, SignsDumbbell } from "../../charts/SignsDumbbell.tsx";
import { useAnalysis, useAnswers, useApp, useCase, useLook, useSettings } from "../../state/context.ts";
import { signRows } from "../../state/tipping.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { watchSummary } from "../tipping/Watch.tsx";
import { boardRows } from "./board.ts";
import { emptyDraft } from "./draft.ts";
import sequelStyles from "./Sequel.module.css";
import styles from "./Evidence.module.css";

const chance = (p: number | null | undefined) =>
  p === null || p === undefined ? "cannot be" : percentLabel(p);

/** What to look for now, given what is logged; or every sign with its state. */
export function Watch() {
  const app = useApp();
  const theCase = useCase();
  const settings = useSettings();
  const { horizon, board } = useLook((look) => look);
  const base = useAnswers((state) => state.now?.answer.result.horizons[horizon]?.break);
  const { result, progress, cancel, refused } = useAnalysis({ kind: "signs" });
  const phase = theCase.horizons.find(({ id }) => id === horizon);
  const at: Readonly<Record<string, SignAt>> = result?.horizons[horizon] ?? {};
  const telling = signRows(theCase, at);
  const steps = new Map(telling.map((row) => [row.id, row.steps]));
  const rows = boardRows(theCase, settings);
  const log = (id: string) =>
    app.look.setState(({ draftAsked }) => ({
      draft: { ...emptyDraft(theCase), bearsOn: [{ indicator: id, seen: true }] },
      desk: "item",
      draftAsked: draftAsked + 1,
    }));
  const title = board ? "Every sign" : "What to watch";
  return (
    <ChartFrame
      id="evidence-watch"
      title={title}
      summary={watchSummary(telling, phase?.phrase ?? "")}
      table={{
        caption: `Signs given what is logged, ${phase?.label.toLowerCase() ?? ""}`,
        columns: [
          "Sign",
          "State",
          "Bears on",
          "Logged",
          "Chance to be seen",
          "Break if seen",
          "Break if not",
          "Tells, of 5",
          "Due",
        ],
        rows: rows.map((row) => [
          row.label,
          row.state,
          row.of,
          row.items.length,
          at[row.id] ? chance(at[row.id]?.yes) : "observed",
          chance(at[row.id]?.breakIfYes),
          chance(at[row.id]?.breakIfNo),
          steps.get(row.id) ?? 0,
          row.due,
        ]),
      }}
      onExport={(what) => app.take("tipping-watch", what)}
      actions={
        <Switch
          label="Signs"
          items={[
            ["watch", "To watch"],
            ["board", "Board"],
          ]}
          chosen={board ? "board" : "watch"}
          onChoose={(chosen) => app.look.setState({ board: chosen === "board" })}
        />
      }
    >
      {({ width }) => (
        <>
          <Progress label="Working out what each sign tells" value={progress} onCancel={cancel} />
          {refused && <p className={styles.quiet}>{refused}</p>}
          {theCase.indicators.length === 0 && <p className={styles.quiet}>This case has no signs.</p>}
          {board ? (
            <table className={sequelStyles.board}>
              <thead>
                <tr>
                  {["Sign", "State", "Bears on", "Logged", "Chance", "Due"].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <button
                        type="button"
                        className={sequelStyles.pick}
                        onClick={() => log(row.id)}
                        title="Log an item on this sign"
                      >
                        {row.label}
                      </button>
                    </th>
                    <td data-state={row.state}>{row.state}</td>
                    <td>{row.of}</td>
                    <td>{row.items.length === 0 ? "–" : row.items.length}</td>
                    <td>{at[row.id] ? chance(at[row.id]?.yes) : "–"}</td>
                    <td>{row.due === "" ? "–" : row.due}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            telling.length > 0 &&
            base !== undefined && (
              <SignsDumbbell
                label={`Signs ${theCase.horizons[0]?.phrase ?? ""}`}
                rows={telling}
                order={[]}
                axis={axisAround([
                  base,
                  ...telling.flatMap(({ ifYes, ifNo }) => [ifYes ?? base, ifNo ?? base]),
                ])}
                base={base}
                width={width}
                rowHeight={signRowHeight(telling, width)}
                onPick={{ does: "choosing one begins an item on it", pick: log }}
              />
            )
          )}
          {!board && (
            <p className={styles.quiet}>
              Tells: in five steps of the one that tells most. Each sign alone tells little.
            </p>
          )}
        </>
      )}
    </ChartFrame>
  );
}
