import { Button } from "react-aria-components";
import { goOn } from "../../../app/model/session/commands.ts";
import { DATE_PASSED } from "../../../app/model/session/prompts.ts";
import { bandRange, ICD203 } from "../../../app/model/words/scale.ts";
import { dueDates, longDate } from "../../../app/model/words/dates.ts";
import { useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { useWork } from "./context.ts";
import { Timer, ToSay } from "./Parts.tsx";
import { RoomPanel } from "./RoomPanel.tsx";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";
import { Facts } from "../../ui/Facts.tsx";

/** The exact question: the event, what counts as one, the dates, the words. */
export function BriefPage() {
  const { setup, state, view, happen } = useWork();
  const theCase = useCase();
  const due = dueDates(theCase, view.people[0]?.joinedAt ?? "");
  const counts = theCase.outcome.rungs.filter(({ happened }) => happened);
  const unclear = view.comments.filter(({ kind, hidden }) => kind === "unclear" && !hidden);
  return (
    <div className={styles.three}>
      <RoomPanel />
      <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label="The question">
        <header className={styles.count}>
          <p className={styles.question}>{setup.question}</p>
          <Timer />
        </header>
        <div className={styles.brief}>
          <section>
            <h2>It counts as a break when</h2>
            <ul>
              {counts.map(({ id, label, criteria }) => (
                <li key={id}>
                  <b>{label}</b> {criteria}
                </li>
              ))}
            </ul>
            {(theCase.outcome.resolution ?? []).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
          <section>
            <h2>By when</h2>
            <Facts
              className={styles.facts}
              rows={setup.chances.map(({ id }) => [
                theCase.horizons.find((one) => one.id === id)?.label ?? id,
                due[id] === undefined ? "as the case says" : longDate(due[id]),
              ])}
            />
            <p className={styles.small}>{DATE_PASSED}</p>
            <h2>Words and what they stand for</h2>
            <Facts className={styles.facts} rows={ICD203.map((band) => [band.word, bandRange(band)])} />
            {unclear.length > 0 && (
              <>
                <h2>Unclear to somebody</h2>
                <ul>
                  {unclear.map(({ id, text }) => (
                    <li key={id}>{text}</li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
        <footer className={styles.foot}>
          <p>
            Everybody reads the same question and the same dates; terms are settled before anybody answers.
          </p>
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            onPress={() => happen(goOn(setup, state))}
          >
            {setup.warmups.length > 0 ? "Begin the warm-up" : "Begin round 1"}
          </Button>
        </footer>
      </section>
      <div className={styles.column}>
        <Projector />
        <ToSay step="brief" />
      </div>
    </div>
  );
}
