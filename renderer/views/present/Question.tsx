import type { CSSProperties } from "react";
import { wrapText } from "../../charts/text.ts";
import { useFonts } from "../../charts/useFonts.ts";
import { longDate } from "../../../app/model/words/dates.ts";
import { rungInfos } from "../../state/select.ts";
import type { Scene } from "./scene.ts";
import styles from "./Slides.module.css";

/** The outcomes from what holds to what breaks. */
export const questionThings = ({ case: theCase }: Scene): number => theCase.outcome.rungs.length;

/** rem: what a column has for its outcomes, what each needs beside its text, and how wide both columns are together. */
const [ROOM, HEAD, WIDE] = [33.2, 3.4, 80];
/** rem: beside the text of an outcome. */
const EDGE = 1.75;
/** rem: texts are as large as let all of them be read; smaller than the last nobody reads. */
const SIZES = [1.5, 1.4, 1.3, 1.2, 1.125] as const;
const LEAD = 1.3;
/** Share of the width that the column with more to say may take. */
const [LEAST, MOST] = [0.4, 0.6];
/** px of a rem where texts are measured. */
const REM = 16;

/** How large the texts are, how the columns share the width, and how many lines of text each outcome of a column may take. */
function fitted(columns: readonly (readonly string[])[]) {
  const [a = 1, b = 1] = columns.map((texts) => texts.join("").length + texts.length * 40);
  const share = Math.min(MOST, Math.max(LEAST, a / Math.max(1, a + b)));
  const height = (texts: readonly string[], size: number, width: number) =>
    texts.reduce((sum, text) => {
      const lines = wrapText(text, { size: size * REM, weight: 400 }, (width - EDGE) * REM * 0.98).length;
      return sum + HEAD + lines * size * LEAD;
    }, 0);
  const fits = (size: number) =>
    columns.every((texts, i) => height(texts, size, WIDE * (i === 0 ? share : 1 - share)) <= ROOM);
  const size = SIZES.find(fits) ?? SIZES[SIZES.length - 1] ?? 1;
  return {
    size,
    share,
    lines: fits(size)
      ? null
      : (count: number) => Math.max(1, Math.floor((ROOM / count - HEAD) / (size * LEAD))),
  };
}

/** What is asked, and what could happen, in plain words: what is no break, what is one. */
export function Question({ scene, shown }: { readonly scene: Scene; readonly shown: number | null }) {
  const { case: theCase } = scene;
  const rungs = rungInfos(theCase);
  const criteria = new Map(theCase.outcome.rungs.map(({ id, criteria: text }) => [id, text]));
  const columns = [
    { head: "No break", rungs: rungs.filter(({ happened }) => !happened) },
    { head: "A break", rungs: rungs.filter(({ happened }) => happened) },
  ];
  useFonts();
  const { size, share, lines } = fitted(
    columns.map(({ rungs: mine }) => mine.map(({ id }) => criteria.get(id) ?? "")),
  );
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
      <div
        className={styles.outcomes}
        style={
          {
            "--text": `${size}rem`,
            gridTemplateColumns: `minmax(0, ${share}fr) minmax(0, ${1 - share}fr)`,
          } as CSSProperties
        }
      >
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
                  style={{ "--lines": lines?.(mine.length) ?? "none" } as CSSProperties}
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
