import { useMemo } from "react";
import {
  hindsight,
  inputsThen,
  readingOf,
  settlement,
  type Settlement,
  timeline,
  VOICES,
} from "../../../app/model/analysis/verdict.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { shortDate } from "../../../app/model/words/dates.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { SaidPlot } from "../../charts/SaidPlot.tsx";
import { useAnalysis, useApp, useCase } from "../../state/context.ts";
import { scoreText } from "../judgement/Scores.tsx";
import { Moved } from "../trail/Moved.tsx";
import { saidChart, voiceNames } from "./saidChart.ts";
import styles from "./Verdict.module.css";
import { headline, readingWords, scoreSentence } from "./words.ts";

const CALLS = { right: "right", open: "not committed", wrong: "missed" } as const;

const inWords = (p: number): string => {
  const { word, range } = estimate(p);
  return `${word} ${range}`;
};

/** History's verdict: what was said, what came, what that was worth, and what the model had not seen. */
export function Verdict() {
  const theCase = useCase();
  const settled = useMemo(() => settlement(theCase), [theCase]);
  if (!settled)
    return (
      <main className={styles.screen} data-screen="verdict" data-region="verdict" aria-label="Verdict">
        <p className={styles.lead}>The verdict settles no period of this case yet.</p>
      </main>
    );
  const { came, said } = headline(theCase, settled);
  return (
    <main
      className={styles.screen}
      data-screen="verdict"
      data-region="verdict"
      aria-label="Verdict"
      tabIndex={0}
    >
      <header className={styles.lead}>
        <h2>
          {came} <b>{said}</b>
        </h2>
        <p>{scoreSentence(settled)}</p>
      </header>
      <div className={styles.columns}>
        <div>
          <Said settled={settled} theCase={theCase} />
          <Missed settled={settled} />
        </div>
        <div>
          <Events theCase={theCase} />
          <Reasons theCase={theCase} />
        </div>
      </div>
    </main>
  );
}

function Said({ settled, theCase }: { readonly settled: Settlement; readonly theCase: Case }) {
  const label = (id: string) => theCase.horizons.find((one) => one.id === id)?.label ?? id;
  const rungOf = (id: string) => {
    const rung = theCase.verdict?.byHorizon[id]?.rung;
    return theCase.outcome.rungs.find((one) => one.id === rung)?.label ?? null;
  };
  const app = useApp();
  const rows = settled.rows.map((row) => ({ ...row, label: label(row.horizon) }));
  const chart = saidChart(theCase, settled);
  return (
    <section className={styles.card}>
      <ChartFrame
        id="said"
        title={chart.title}
        summary={chart.summary}
        table={chart.table}
        onExport={(what) => app.take("said", what)}
      >
        {({ width }) => <SaidPlot {...chart.plot} width={width} />}
      </ChartFrame>
      <div className={styles.wide} role="region" aria-label="What was said, and what came" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">By</th>
              <th scope="col">{capitalised(sourceWords(theCase).the)} said</th>
              <th scope="col">Half</th>
              <th scope="col">Outside</th>
              <th scope="col">What came</th>
              <th scope="col">The model</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.horizon}>
                <th scope="row">
                  {row.label}
                  {row.date && <small>{shortDate(row.date)}</small>}
                </th>
                <td>
                  <b>{percentLabel(row.by.article.p)}</b>{" "}
                  <span className={styles.keep}>{inWords(row.by.article.p)}</span>
                </td>
                <td>{percentLabel(row.by.half.p)}</td>
                <td>{percentLabel(row.by.outside.p)}</td>
                <td>
                  {row.broke ? "A break" : "No break"}
                  {rungOf(row.horizon) && <small>{rungOf(row.horizon)}</small>}
                </td>
                <td>
                  <b>{CALLS[row.call]}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Scores settled={settled} label={label} names={voiceNames(theCase)} />
      </div>
      <p className={styles.caption}>
        Brier: the squared distance from what came; log: minus the logarithm of the chance given to it.
        Smaller is better in both. The outside view is the base rate of such arrangements.
      </p>
    </section>
  );
}

function Scores({
  settled,
  label,
  names,
}: {
  readonly settled: Settlement;
  readonly label: (id: string) => string;
  readonly names: ReturnType<typeof voiceNames>;
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Brier · log</th>
          {VOICES.map((voice) => (
            <th key={voice} scope="col">
              {names[voice]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {settled.rows.map(({ horizon, by }) => (
          <tr key={horizon}>
            <th scope="row">{label(horizon)}</th>
            {VOICES.map((voice) => (
              <td key={voice}>
                {scoreText(by[voice].brier)} · {scoreText(by[voice].log)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Mean</th>
          {VOICES.map((voice) => (
            <td key={voice}>
              <b>
                {scoreText(settled.mean[voice].brier)} · {scoreText(settled.mean[voice].log)}
              </b>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** What would have moved the number: all that the events tell in the model's own terms, put in. */
function Missed({ settled }: { readonly settled: Settlement }) {
  const theCase = useCase();
  const then = useMemo(() => inputsThen(theCase), [theCase]);
  const known = useMemo(() => hindsight(theCase), [theCase]);
  const wrong = settled.rows.find(({ call }) => call === "wrong");
  const row = wrong ?? settled.rows.at(-1);
  const reach = useAnalysis({ kind: "reach" }, { inputs: then });
  if (!row) return null;
  const at = reach.result?.horizons[row.horizon];
  const horizon = theCase.horizons.find(({ id }) => id === row.horizon);
  const left = timeline(theCase).filter(
    ({ event, before }) => before && readingOf(theCase, event).directions.length > 0,
  );
  return (
    <section className={styles.card}>
      <h2>{wrong ? "What the model missed" : "What came to be known"}</h2>
      <p className={styles.says}>
        Everything that is told of the time {wrong?.broke ? "before the break" : "since"} in exact terms, put
        into the model from its period on. Shares are exact and add up.
      </p>
      <Moved
        id="hindsight"
        horizon={row.horizon}
        then={{ label: "As said then", answer: row.by.article.p, inputs: then, sameArgument: true }}
        to={known}
        end="With all that put in"
      />
      {at && (
        <p className={styles.says}>
          {percentLabel(at.low)} to {percentLabel(at.high)} {horizon?.phrase}: no settings of the states carry
          this model further{" "}
          {wrong?.broke && at.high < 0.45
            ? "either way. It could not have called the break even roughly even: what it lacks lies in its make, not in its settings."
            : "either way."}
        </p>
      )}
      {left.length > 0 && (
        <p className={styles.caption}>
          {left.length === 1 ? "One event tells" : `${left.length} events tell`} only that something rose or
          fell; a direction without a size is left out here.
        </p>
      )}
    </section>
  );
}

function Events({ theCase }: { readonly theCase: Case }) {
  const events = timeline(theCase);
  if (events.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>What happened</h2>
      <ol className={styles.events}>
        {events.map(({ event, before }) => {
          const words = readingWords(theCase, readingOf(theCase, event));
          const isBreak = event.id === theCase.verdict?.event;
          return (
            <li
              key={event.id}
              data-break={isBreak || undefined}
              data-after={(!before && !isBreak) || undefined}
            >
              <time dateTime={event.date}>{shortDate(event.date)}</time>
              <div>
                <h3>
                  {event.title}
                  {isBreak && <em>the break</em>}
                </h3>
                <p>{event.detail}</p>
                {words && <p className={styles.reading}>{words}</p>}
                {event.sources.length > 0 && (
                  <details>
                    <summary>
                      {event.sources.length === 1 ? "Source" : `${event.sources.length} sources`}
                    </summary>
                    <ul>
                      {event.sources.map((source, i) => (
                        <li key={i}>{source}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Reasons({ theCase }: { readonly theCase: Case }) {
  const { reason, doubts = [] } = theCase.verdict ?? {};
  if (!reason && doubts.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>Why this verdict</h2>
      {reason && <p className={styles.says}>{reason}</p>}
      {doubts.length > 0 && (
        <>
          <h3>Doubts</h3>
          <ul className={styles.doubts}>
            {doubts.map((doubt, i) => (
              <li key={i}>{doubt}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
