import type { SignAt } from "../../../app/model/analysis/shapes.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { niceAxis } from "../../charts/niceAxis.ts";
import { SignDumbbell } from "../../charts/SignDumbbell.tsx";
import { useAnalysis, useAnswers, useApp, useCase, useLook, useSettings } from "../../state/context.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { boardRows, tellsSteps } from "./board.ts";
import { emptyDraft } from "./draft.ts";
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
  const steps = tellsSteps(at);
  const rows = boardRows(theCase, settings);
  const bits = (id: string) => at[id]?.bits ?? -1;
  const telling = rows.filter(({ id }) => at[id]).sort((a, b) => bits(b.id) - bits(a.id));
  const ends = telling.flatMap(({ id }) => [at[id]?.breakIfYes ?? [], at[id]?.breakIfNo ?? []].flat());
  const axis = niceAxis(Math.min(base ?? 1, ...ends), Math.max(base ?? 0, ...ends));
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
      summary={
        telling[0]
          ? `${telling[0].label} tells most: a break ${phase?.phrase ?? ""} has ${chance(at[telling[0].id]?.breakIfYes)} if it is seen, ${chance(at[telling[0].id]?.breakIfNo)} if not.`
          : "No sign is open."
      }
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
          steps[row.id] ?? 0,
          row.due,
        ]),
      }}
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
            <table className={styles.board}>
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
                        className={styles.pick}
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
              <SignDumbbell
                head={`sign, ${theCase.horizons[0]?.phrase ?? ""}`}
                rows={telling.map(({ id, label }) => ({
                  id,
                  label,
                  yes: at[id]?.yes ?? 0,
                  ifYes: at[id]?.breakIfYes ?? null,
                  ifNo: at[id]?.breakIfNo ?? null,
                  steps: steps[id] ?? 0,
                }))}
                axis={axis}
                base={base}
                width={width}
                onPick={log}
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
