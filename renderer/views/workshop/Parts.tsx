import { SAY } from "../../../app/model/session/prompts.ts";
import { clockText } from "../../../app/model/words/clock.ts";
import { useNow, useWork } from "./context.ts";
import { remaining } from "../../../app/model/session/plan.ts";
import partsStyles from "./Parts.module.css";
import styles from "./Workshop.module.css";

/** Time left of the step under way. */
export function Timer() {
  const { plan, view, record } = useWork();
  const now = useNow();
  const left = remaining(plan, view, now);
  const step = plan.find(({ id }) => id === view.step);
  if (left === null || !step || record) return null;
  const extra = view.step === "setup" ? 0 : (view.steps[view.step]?.extra ?? 0);
  return (
    <div className={partsStyles.timer} role="timer" aria-label={left < 0 ? "Over time" : "Time left"}>
      <b>{clockText(left)}</b>
      <span>{left < 0 ? "over time" : `left of ${step.minutes + extra} minutes`}</span>
    </div>
  );
}

export type Said = keyof typeof SAY;

/** What the facilitator may say now. */
export function ToSay({ step }: { readonly step: Said }) {
  return (
    <section className={styles.card} aria-label="To say now">
      <h2>To say now</h2>
      <div className={partsStyles.say}>
        {SAY[step].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </section>
  );
}

/** A step that shows what answers say, before that is known. */
export function Waiting() {
  const { rounds } = useWork();
  return (
    <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-busy={rounds.length > 0}>
      <p className={styles.lead}>
        {rounds.length > 0
          ? "What the answers say is being worked out."
          : "No round is closed yet: there is nothing to show."}
      </p>
    </section>
  );
}
