import { rungPercents } from "../../../app/model/words/numbers.ts";
import { wholePercent } from "../../charts/percent.ts";
import { useAnswers, useCase, useLook } from "../../state/context.ts";
import { rungTones } from "../../state/select.ts";
import styles from "./Selection.module.css";
import side from "./Side.module.css";

/** The rungs: what each would look like, and how likely it is. */
export function OutcomeDetails() {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const at = useAnswers((state) => state.now?.answer.result.horizons[horizon]);
  const whole = at ? rungPercents(theCase, at) : {};
  const tones = rungTones(theCase);
  const { rungs, resolution, moot } = theCase.outcome;
  return (
    <>
      <h2 className={styles.title}>
        <span>{theCase.question}</span>
      </h2>
      <section>
        <h3>
          What counts as what <em>states hold at the end of the period</em>
        </h3>
        <ul className={styles.rungs}>
          {[...rungs].reverse().map(({ id, label, criteria }) => (
            <li key={id}>
              <i style={{ background: `var(--${tones[id] ?? "r3"})` }} />
              <b>{label}</b>
              <em>{whole[id] === undefined ? "" : wholePercent(whole[id])}</em>
              <span>{criteria}</span>
            </li>
          ))}
        </ul>
      </section>
      {resolution && resolution.length > 0 && (
        <section>
          <h3>How it will be judged</h3>
          <ul className={side.plain}>
            {resolution.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
            {moot && <li>{moot}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
