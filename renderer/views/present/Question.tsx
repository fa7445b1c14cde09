import { useLayoutEffect, useRef } from "react";
import { useFonts } from "../../charts/useFonts.ts";
import { DATE_PASSED } from "../../../app/model/session/prompts.ts";
import { longDate } from "../../../app/model/words/dates.ts";
import { rungInfos } from "../../state/select.ts";
import type { Scene } from "./scene.ts";
import styles from "./Slides.module.css";

/** The outcomes from what holds to what breaks. */
export const questionThings = ({ case: theCase }: Scene): number => theCase.outcome.rungs.length;

/** Share of the width that the column with more to say may take. */
const [LEAST, MOST] = [0.4, 0.6];

/** Size of the outcomes' texts in rem, and the most lines each may take. */
type Step = readonly [size: number, lines: number | "none"];
/** As large as lets all of it be read; smaller than the last size nobody reads, so texts end early there. */
const STEPS: readonly Step[] = [
  ...[1.5, 1.4, 1.3, 1.2, 1.125].map((size): Step => [size, "none"]),
  ...[4, 3, 2, 1].map((lines): Step => [1.125, lines]),
];

/** Takes the first step with which the box holds what is in it: measured, since marking and question leave it more or less room. */
function useFitted(again: unknown) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const fit = () => {
      for (const [size, lines] of STEPS) {
        box.style.setProperty("--text", `${size}rem`);
        box.style.setProperty("--lines", `${lines}`);
        if (box.scrollHeight <= box.clientHeight + 1) return;
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    return () => observer.disconnect();
  }, [again]);
  return ref;
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
  const [a = 1, b = 1] = columns.map(({ rungs: mine }) =>
    mine.reduce((sum, { id }) => sum + (criteria.get(id) ?? "").length + 40, 0),
  );
  const share = Math.min(MOST, Math.max(LEAST, a / Math.max(1, a + b)));
  const ref = useFitted(`${useFonts()} ${theCase.question} ${[...criteria.values()].join(" ")}`);
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
        {theCase.asOf && <> of {longDate(theCase.asOf)}</>}. {DATE_PASSED}
      </p>
      <div
        className={styles.outcomes}
        ref={ref}
        style={{ gridTemplateColumns: `minmax(0, ${share}fr) minmax(0, ${1 - share}fr)` }}
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
