import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimate } from "../../../app/model/words/sentence.ts";
import { useAnswers, useCase, useLook } from "../../state/context.ts";
import styles from "./Author.module.css";

/** The answer in one line. */
export function LiveAnswer() {
  const theCase = useCase();
  const horizon = useLook((look) => look.horizon);
  const now = useAnswers((state) => state.now);
  const refused = useAnswers((state) => state.refused);
  const at = now?.answer.result.horizons[horizon];
  const label = theCase.horizons.find(({ id }) => id === horizon)?.label ?? "";
  if (refused)
    return (
      <p className={styles.live} data-refused role="alert">
        No answer: {refused}
      </p>
    );
  if (!at) return <p className={styles.live}>Working out the answer…</p>;
  const { word, range } = estimate(at.break);
  return (
    <p className={styles.live}>
      {label} <b data-testid="answer">{percentLabel(at.break)}</b>, {word} {range}: moves as you edit
    </p>
  );
}
