import { ArrowLeft } from "lucide-react";
import { Fragment, useMemo } from "react";
import { Button } from "react-aria-components";
import { isIntact, reproduce } from "../../../app/model/analysis/freeze.ts";
import { caseHash } from "../../../app/model/case/seal.ts";
import { linesOf } from "../../../app/model/case/judge.ts";
import { HEADS, type Judgement } from "../../../app/model/case/judgement.ts";
import { longDate, shortDate } from "../../../app/model/words/dates.ts";
import { estimatesIn } from "../../../app/model/words/estimates.ts";
import { lexiconOf } from "../../../app/model/words/lexicon.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { useApp, useCase } from "../../state/context.ts";
import { Moved } from "../trail/Moved.tsx";
import frozenStyles from "./Frozen.module.css";
import styles from "./Judgement.module.css";
import { Scores } from "./Scores.tsx";

/** A frozen judgement, read only: what was said, whether it can be worked out again, what moved since, its scores. */
export function FrozenSheet({
  judgement,
  onBack,
}: {
  readonly judgement: Judgement;
  readonly onBack: () => void;
}) {
  const app = useApp();
  const theCase = useCase();
  const again = useMemo(() => reproduce(theCase, judgement), [theCase, judgement]);
  const intact = useMemo(() => isIntact(judgement), [judgement]);
  const {
    date = "",
    text = {},
    words = {},
    due = {},
    confidence,
    scenario,
    open = [],
    reason,
    range,
  } = judgement;
  const same =
    again.ok && Object.entries(judgement.horizons).every(([id, p]) => again.result.horizons[id]?.break === p);
  const proof = !intact
    ? "This judgement was changed by hand after it was frozen: its seal does not fit."
    : !again.ok
      ? again.sentence
      : same
        ? "Worked out again from what was frozen with it: the same numbers, to the last digit."
        : "Worked out again, the numbers differ from those frozen; another version of the app gave them.";
  const horizon = judgement.horizon ?? Object.keys(judgement.horizons).at(-1) ?? "";
  return (
    <>
      <article className={styles.paper} aria-label={`Judgement of ${longDate(date)}`}>
        <header className={frozenStyles.frozenHead}>
          <Button className={frozenStyles.back ?? ""} onPress={onBack}>
            <ArrowLeft size={14} aria-hidden /> Back to writing
          </Button>
          <p>
            Frozen {longDate(date) || "without a date"}
            {scenario ? ` · ${scenario.name}` : ""} · read only
          </p>
        </header>
        {HEADS.map(({ id, label, list }) => {
          const own = text[id] ?? "";
          if (own.trim() === "") return null;
          return (
            <section key={id} className={styles.section}>
              <h2>{label}</h2>
              {list ? (
                <ul className={frozenStyles.read}>
                  {linesOf(own).map((line, i) => (
                    <li key={i}>{line}</li>
                  ))}
                </ul>
              ) : (
                <p className={frozenStyles.read} data-lead={id === "bottomLine" || undefined}>
                  <WithWords text={own} row={judgement.row} />
                </p>
              )}
            </section>
          );
        })}
        {open.length > 0 && (
          <section className={styles.section}>
            <h2>Open when it was frozen</h2>
            <ul className={frozenStyles.read}>
              {open.map((one, i) => (
                <li key={i}>{one}</li>
              ))}
            </ul>
            <p className={frozenStyles.read}>Frozen all the same: {reason ?? "no reason was given"}</p>
          </section>
        )}
      </article>
      <aside className={styles.side} aria-label="About this judgement">
        <section className={styles.card}>
          <header>
            <h2>Said then</h2>
          </header>
          <table className={frozenStyles.table}>
            <tbody>
              {Object.entries(judgement.horizons).map(([id, p]) => (
                <tr key={id}>
                  <th scope="row">{theCase.horizons.find((one) => one.id === id)?.label ?? id}</th>
                  <td>{percentLabel(p)}</td>
                  <td>{(words[id] ?? "").replace("–", "–\u2060")}</td>
                  <td>{due[id] ? `to ${shortDate(due[id])}` : ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {confidence && (
            <p className={frozenStyles.says}>
              Confidence: {confidence.level}. {confidence.reasons.join("; ")}
            </p>
          )}
          <p className={styles.basis}>
            {proof}
            {range ? ` Range: seed ${range.seed}, ${range.draws} draws.` : ""} Version{" "}
            {judgement.version ?? "not kept"}.
          </p>
        </section>
        <section className={styles.card}>
          <header>
            <h2>From then to now</h2>
          </header>
          {again.ok && again.case.horizons.some(({ id }) => id === horizon) ? (
            <Moved
              id="since-frozen"
              horizon={horizon}
              then={{
                label: `Judged ${shortDate(date)}`,
                answer: judgement.horizons[horizon] ?? 0,
                inputs: again.inputs,
                sameArgument: judgement.argument === caseHash(theCase),
              }}
              to={app.inputs()}
            />
          ) : (
            <p className={frozenStyles.says}>There is nothing kept to compare with.</p>
          )}
        </section>
        <Scores />
      </aside>
    </>
  );
}

/** A text with its estimative words set apart, each on one line with its range. */
function WithWords({ text, row }: { readonly text: string; readonly row: string | undefined }) {
  const words = estimatesIn(text, [lexiconOf(row)]).map(({ start, end, bracket }) => ({
    start,
    end: bracket?.end ?? end,
  }));
  return (
    <>
      {words.map(({ start, end }, i) => (
        <Fragment key={start}>
          {text.slice(words[i - 1]?.end ?? 0, start)}
          <b>{text.slice(start, end)}</b>
        </Fragment>
      ))}
      {text.slice(words.at(-1)?.end ?? 0)}
    </>
  );
}
