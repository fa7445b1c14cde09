import { useState } from "react";
import { Button } from "react-aria-components";
import { goOn } from "../../../app/model/session/commands.ts";
import { instant } from "../../../app/model/session/instant.ts";
import { widestFirst } from "../../../app/model/session/round.ts";
import { clockText } from "../../../app/model/words/clock.ts";
import button from "../../ui/button.module.css";
import { Cards } from "./Cards.tsx";
import { useNow, useWork } from "./context.ts";
import { MissingFactors } from "./MissingFactors.tsx";
import { Timer, ToSay, Waiting } from "./Parts.tsx";
import { AddRemark } from "./Remarks.tsx";
import { Reasons } from "./Reasons.tsx";
import { useLabels, weightText } from "./Reveals.tsx";
import partsStyles from "./Parts.module.css";
import revealsStyles from "./Reveals.module.css";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";

/** The two factors the room is furthest apart on, one at a time: reasons side by side, a question, a timer. */
export function DiscussPage() {
  const { setup, state, view, rounds, record, happen } = useWork();
  const label = useLabels();
  const now = useNow();
  const [chosen, setChosen] = useState<string | null>(null);
  const worked = rounds[0];
  const answer = worked?.answer;
  if (!worked || !answer) return <Waiting />;
  const top = widestFirst(setup, answer).slice(0, 2);
  const factor = top.find(({ id }) => id === (chosen ?? view.discussing?.factor)) ?? top[0];
  if (!factor) return null;
  const talk = view.discussing?.factor === factor.id ? view.discussing : null;
  // The page's clock ticks once a second: it may be behind what just began.
  const left = talk ? talk.minutes * 60_000 - Math.max(0, now - (instant(talk.at) ?? now)) : null;
  return (
    <div className={styles.three}>
      <div className={styles.column}>
        <section className={styles.card} aria-label="The two widest">
          <h2>The two widest</h2>
          <ul className={revealsStyles.reveals}>
            {top.map(({ id, spread, split }) => (
              <li key={id}>
                <Button
                  data-open
                  aria-pressed={id === factor.id}
                  data-next={id === factor.id || undefined}
                  onPress={() => setChosen(id)}
                >
                  <span>
                    {label(id)}
                    {split !== null && <small>middle half spans {weightText(spread.iqr)}</small>}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
          {!record && (
            <div className={styles.buttons}>
              <Button
                className={button.button ?? ""}
                onPress={() => happen([{ type: "discuss", factor: factor.id, minutes: 4 }])}
              >
                {talk ? "4 minutes again" : "Start 4 minutes"}
              </Button>
            </div>
          )}
        </section>
        <ToSay step="discuss" />
      </div>
      <section
        className={`${styles.page ?? ""} ${styles.card ?? ""}`}
        aria-label={`Discuss: ${label(factor.id)}`}
      >
        <header className={styles.count}>
          <p className={styles.question}>{label(factor.id)}</p>
          {left !== null ? (
            <div className={partsStyles.timer} role="timer" aria-label="Time left for this factor">
              <b>{clockText(left)}</b>
              <span>{left < 0 ? "over time" : "left for this factor"}</span>
            </div>
          ) : (
            <Timer />
          )}
        </header>
        <Reasons worked={worked} only={factor.id} />
        <Cards step="discuss" wide />
        {!record && (
          <footer className={styles.foot}>
            <p>For meaning and evidence, not for agreement.</p>
            <Button
              className={`${button.button ?? ""} ${button.primary ?? ""}`}
              onPress={() => happen(goOn(setup, state))}
            >
              {setup.rounds > 1 ? "Begin round 2" : "Go to the result"}
            </Button>
          </footer>
        )}
      </section>
      <div className={styles.column}>
        <Projector />
        <Notes />
        <MissingFactors />
      </div>
    </div>
  );
}

/** What was said, written down without a name; it goes into the log. */
function Notes() {
  const { view } = useWork();
  const changed = view.comments.filter(({ kind, hidden }) => kind === "changed" && !hidden);
  return (
    <section className={styles.card} aria-label="Notes">
      <h2>Notes and changes of mind</h2>
      <ul className={styles.lines}>
        {view.notes.map((note) => (
          <li key={note.at + note.text}>{note.text}</li>
        ))}
        {changed.map(({ id, text: said }) => (
          <li key={id}>{said}</li>
        ))}
      </ul>
      <AddRemark kind="changed" label="A note, without a name" />
    </section>
  );
}
