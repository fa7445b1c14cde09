import type { CSSProperties } from "react";
import { longDate } from "../../../app/model/words/dates.ts";
import { rungInfos } from "../../state/select.ts";
import type { Scene } from "./scene.ts";
import styles from "./Slides.module.css";

/** The outcomes from what holds to what breaks. */
export const questionThings = ({ case: theCase }: Scene): number => theCase.outcome.rungs.length;

/** rem: what a column has for its outcomes, a head with the space around it, a line. */
const [ROOM, HEAD, LINE] = [33.7, 3.25, 1.95];

/** What is asked, and what could happen, in plain words: what is no break, what is one. */
export function Question({ scene, shown }: { readonly scene: Scene; readonly shown: number | null }) {
  const { case: theCase } = scene;
  const rungs = rungInfos(theCase);
  const criteria = new Map(theCase.outcome.rungs.map(({ id, criteria: text }) => [id, text]));
  const columns = [
    { head: "No break", rungs: rungs.filter(({ happened }) => !happened) },
    { head: "A break", rungs: rungs.filter(({ happened }) => happened) },
  ];
  return (
    <div className={styles.question}>
      <h1>{theCase.question}</h1>
      <p className={styles.lead}>
        By when:{" "}
        {theCase.horizons.map(({ id, phrase }, i) => (
          <span key={id}>
            {i > 0 && (i === theCase.horizons.length - 1 ? " and " : ", ")}
            <b>{phrase}</b>
          </span>
        ))}
        {theCase.asOf && <> of {longDate(theCase.asOf)}</>}.
      </p>
      <div className={styles.outcomes}>
        {columns.map(({ head, rungs: mine }) => (
          <section key={head}>
            <h2>{head}</h2>
            <ol>
              {mine.map(({ id, label, tone }) => (
                <li
                  key={id}
                  data-hidden={
                    (shown !== null && rungs.findIndex((one) => one.id === id) >= shown) || undefined
                  }
                  style={
                    {
                      "--lines": Math.max(1, Math.floor((ROOM / mine.length - HEAD) / LINE)),
                    } as CSSProperties
                  }
                >
                  <i style={{ background: `var(--${tone})` }} aria-hidden />
                  <h3>{label}</h3>
                  <p>{criteria.get(id)}</p>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}
