import { Button } from "react-aria-components";
import { goOn } from "../../../app/model/session/commands.ts";
import { CHALLENGES } from "../../../app/model/session/prompts.ts";
import button from "../../ui/button.module.css";
import { Cards } from "./Cards.tsx";
import { useWork } from "./context.ts";
import { Timer, ToSay } from "./Parts.tsx";
import { AddRemark, Remarks } from "./Remarks.tsx";
import talkStyles from "./Talk.module.css";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";

/** Arguing against the result: how it could come out otherwise, what it rests on, what to watch. */
export function ChallengePage() {
  const { setup, state, record, happen } = useWork();
  return (
    <div className={styles.two}>
      <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label="Challenge">
        <header className={styles.count}>
          <p className={styles.question}>What would have to be true for us to be wrong?</p>
          <Timer />
        </header>
        <div className={talkStyles.challenges}>
          {CHALLENGES.map(({ kind, title, ask }) => (
            <section key={kind} aria-label={title}>
              <h2>{title}</h2>
              <p className={styles.small}>{ask}</p>
              <Remarks kind={kind} title={title} />
              <AddRemark kind={kind} label={`${title}: add one`} />
            </section>
          ))}
        </div>
        {!record && (
          <footer className={styles.foot}>
            <p>Votes by phone are counted by themselves; hands are typed in.</p>
            <Button
              className={`${button.button ?? ""} ${button.primary ?? ""}`}
              onPress={() => happen(goOn(setup, state))}
            >
              Close the workshop
            </Button>
          </footer>
        )}
      </section>
      <div className={styles.column}>
        <Projector />
        <ToSay step="challenge" />
        <Cards step="challenge" />
      </div>
    </div>
  );
}
