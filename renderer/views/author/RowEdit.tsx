import type { Mechanism } from "../../../app/model/case/types.ts";
import { largestRemainder } from "../../../app/model/words/numbers.ts";
import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import css from "./TableCard.module.css";

export interface RowEditProps {
  readonly mechanism: Mechanism;
  /** The row's number in the table. */
  readonly row: number;
  readonly p: readonly number[];
  /** The states of all causes in this row. */
  readonly when: string;
}

/** One row of the table behind a mechanism: how likely each of its states is. */
export function RowEdit({ mechanism, p, when }: RowEditProps) {
  const { levels } = useCase();
  const whole = largestRemainder(
    p.map((share) => share * 100),
    100,
  );
  return (
    <div className={css.row} role="group" aria-label={`Row: ${when}`}>
      <p className={styles.say}>
        <b>{when}:</b> {mechanism.short} is{" "}
        {levels.map(({ label }, k) => `${label} ${whole[k] ?? 0}%`).join(", ")}.
      </p>
    </div>
  );
}
