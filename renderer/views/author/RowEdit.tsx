import { Button } from "react-aria-components";
import { withRow } from "../../../app/model/author/tables.ts";
import type { Mechanism } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { NumberField } from "./fields.tsx";
import { withShare } from "./rows.ts";
import css from "./TableCard.module.css";
import { useEdit } from "./useEdit.ts";
import { capitalised } from "../../../app/model/words/text.ts";

export interface RowEditProps {
  readonly mechanism: Mechanism;
  /** The row's number in the table. */
  readonly row: number;
  /** Five shares that sum to 1. */
  readonly p: readonly number[];
  readonly fixed: boolean;
  /** The states of all causes in this row. */
  readonly when: string;
}

/** One row of the table behind a mechanism: how likely each of its states is; it can be set by hand and taken back. */
export function RowEdit({ mechanism, row, p, fixed, when }: RowEditProps) {
  const edit = useEdit();
  const { levels } = useCase();
  const put = (next: readonly number[] | null, gesture: string | null = null) =>
    edit({ edit: "setTable", mechanism: mechanism.id, table: withRow(mechanism, row, next) }, gesture);
  return (
    <div className={css.row} role="group" aria-label={`Row: ${when}`}>
      <p className={styles.say}>
        <b>{capitalised(when)}</b>: {fixed ? "set by hand" : "as the sentences have it"}. Percent of each
        state; the others make room.
      </p>
      <div className={css.shares}>
        {levels.map(({ id, label }, k) => (
          <NumberField
            key={id}
            label={capitalised(label)}
            value={Math.round((p[k] ?? 0) * 1000) / 10}
            min={0}
            max={100}
            step={1}
            onChange={(value, g) => put(withShare(p, k, value / 100), g)}
          />
        ))}
      </div>
      <span>
        {fixed ? (
          <Button className={styles.small ?? ""} onPress={() => put(null)}>
            As the sentences have it
          </Button>
        ) : (
          <Button className={styles.small ?? ""} onPress={() => put(p)}>
            Pin this row
          </Button>
        )}
      </span>
    </div>
  );
}
