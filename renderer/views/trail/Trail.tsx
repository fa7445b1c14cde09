import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { STEP_KINDS, type StepKind, type TrailEntry } from "../../../app/model/case/trail.ts";
import { shortTime } from "../../../app/model/words/dates.ts";
import { toCsv } from "../../export/csv.ts";
import { fileName } from "../../export/names.ts";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Moved } from "./Moved.tsx";
import { saveCsv } from "./saveCsv.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./Trail.module.css";
import { type Since, useSince } from "./useSince.ts";

const KINDS: Readonly<Record<StepKind, string>> = {
  settings: "Settings",
  evidence: "Evidence",
  judgement: "Judgement",
  case: "Case",
  undo: "Undone",
  redo: "Redone",
  folded: "Folded",
};

/** Rows drawn at a time: a long trail must not make the screen slow. */
const PAGE = 200;

/** Whether every word stands somewhere in the step. */
export function matches(entry: TrailEntry, kind: StepKind | "all", words: string): boolean {
  if (kind !== "all" && entry.kind !== kind) return false;
  const text = [entry.label, entry.before, entry.after, entry.scenario, entry.time].join("\n").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const trailTable = (entries: readonly TrailEntry[]) => ({
  columns: ["Time", "Kind", "Step", "Before", "After", "Scenario", "Steps"],
  rows: entries.map(({ time, kind, label, before = "", after = "", scenario = "", count = 1 }) => [
    time,
    KINDS[kind],
    label,
    before,
    after,
    scenario,
    count,
  ]),
});

/** The audit trail: every step with time, what stood before and after; what changed since the last look on top. */
export function Trail() {
  const app = useApp();
  const theCase = useCase();
  const since = useSince();
  useStore(app.trail);
  const entries = app.trail.entries();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState<StepKind | "all">("all");
  const [most, setMost] = useState(PAGE);
  const found = useMemo(
    () => entries.filter((entry) => matches(entry, kind, words.trim())).reverse(),
    [entries, kind, words],
  );
  const kinds = STEP_KINDS.filter((one) => entries.some((entry) => entry.kind === one));
  const exported = async (): Promise<void> => {
    const name = fileName({ case: theCase.id, chart: "audit trail", horizon: "", scenario: "" }, "csv");
    const csv = toCsv(trailTable([...found].reverse()), [
      ["Case", theCase.title],
      ["Written", app.now().toISOString()],
    ]);
    await saveCsv(app, name, csv);
  };
  return (
    <main className={styles.screen} data-screen="trail" data-region="trail" aria-label="Audit trail">
      {since && !since.nothing && <SinceView since={since} />}
      <section className={styles.card} aria-labelledby="trail-title">
        <header className={styles.head}>
          <h2 id="trail-title">Audit trail</h2>
          <input
            type="search"
            aria-label="Search the trail"
            placeholder="Search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <SelectField
            aria-label="Kind of step"
            value={kind}
            onChange={(event) => setKind(event.target.value as StepKind | "all")}
          >
            <option value="all">All kinds</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {KINDS[one]}
              </option>
            ))}
          </SelectField>
          <span className={styles.found} role="status">
            {found.length === entries.length
              ? `${entries.length} steps`
              : `${found.length} of ${entries.length} steps`}
          </span>
          <Button
            className={button.button ?? ""}
            isDisabled={found.length === 0}
            onPress={() => void exported()}
          >
            <Download size={14} aria-hidden /> Export CSV
          </Button>
        </header>
        {entries.length === 0 ? (
          <p className={styles.empty}>
            Nothing has been changed yet. Every change will be listed here, undone ones too.
          </p>
        ) : found.length === 0 ? (
          <p className={styles.empty}>No step says that.</p>
        ) : (
          <div className={styles.scroll} role="region" aria-label="Steps, newest first" tabIndex={0}>
            <table className={styles.steps}>
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  <th scope="col">Kind</th>
                  <th scope="col">Step</th>
                  <th scope="col">Before</th>
                  <th scope="col">After</th>
                  <th scope="col">Scenario</th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, most).map((entry, i) => (
                  <Step key={i} entry={entry} />
                ))}
              </tbody>
            </table>
            {found.length > most && (
              <Button className={button.button ?? ""} onPress={() => setMost(most + PAGE)}>
                Show {Math.min(PAGE, found.length - most)} older
              </Button>
            )}
          </div>
        )}
      </section>
    </main>
  );
}

function Step({ entry }: { readonly entry: TrailEntry }) {
  const { time, kind, label, before, after, scenario } = entry;
  const folded = kind === "folded";
  return (
    <tr>
      <td className={styles.time}>{shortTime(time)}</td>
      <td>{KINDS[kind]}</td>
      <th scope="row">{label}</th>
      <td>{folded ? `from ${shortTime(before ?? "")}` : before}</td>
      <td>{folded ? `to ${shortTime(after ?? "")}` : after}</td>
      <td>{scenario}</td>
    </tr>
  );
}

/** Timeline of steps beside the waterfall from the old number to the new. */
function SinceView({ since }: { readonly since: Since }) {
  const { look, date, steps, horizon, to, sameArgument } = since;
  const shown = steps?.slice(-50) ?? [];
  return (
    <section className={styles.since} aria-label="What changed since you were here">
      <div className={styles.card}>
        <h2>Since {date}</h2>
        {steps === null ? (
          <p className={styles.says}>
            The trail does not reach back to your last look: its older steps were folded, or this is another
            copy of the file.
          </p>
        ) : steps.length === 0 ? (
          <p className={styles.says}>No step was recorded since.</p>
        ) : (
          <ol className={styles.timeline}>
            {shown.length < steps.length && <li>{steps.length - shown.length} steps before these</li>}
            {shown.map(({ time, label, scenario }, i) => (
              <li key={i}>
                <time dateTime={time}>{shortTime(time)}</time>
                <span>
                  {label}
                  {scenario && <small> · {scenario}</small>}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className={styles.card}>
        <Moved
          id="since-look"
          horizon={horizon}
          then={{
            label: date === "your last look" ? "Your last look" : date,
            answer: look.answers[horizon] ?? 0,
            inputs: look.inputs,
            sameArgument,
          }}
          to={to}
        />
      </div>
    </section>
  );
}
