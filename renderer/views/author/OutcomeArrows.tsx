import { causesOfOutcome } from "../../../app/model/author/arrows.ts";
import { OUTCOME } from "../../../app/model/case/names.ts";
import { useCase } from "../../state/context.ts";
import { ArrowClaims, Because } from "./ArrowWhy.tsx";
import styles from "./Author.module.css";
import css from "./Sentences.module.css";

/** Why the outcome hangs on what it hangs on. */
export function OutcomeArrows() {
  const theCase = useCase();
  const parts = [...theCase.mechanisms, ...theCase.factors];
  return (
    <section className={styles.card} aria-label="Why it hangs on them">
      <div className={styles.title}>
        <h2>Why it hangs on them</h2>
      </div>
      {causesOfOutcome(theCase.outcome).map((id) => {
        const name = parts.find((one) => one.id === id)?.short ?? id;
        return (
          <div key={id} className={css.because} role="group" aria-label={`${name} and the outcome`}>
            <b>{name}</b>
            <Because from={id} to={OUTCOME} />
            <ArrowClaims from={id} to={OUTCOME} about={name} />
          </div>
        );
      })}
    </section>
  );
}
