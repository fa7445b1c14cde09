import { Radio, RadioGroup } from "react-aria-components";
import type { ReactNode } from "react";
import styles from "./Stack.module.css";

export interface StackItem {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

export interface StackProps {
  readonly title: string;
  /** After the title: an information button. */
  readonly aside?: ReactNode;
  readonly items: readonly StackItem[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly wide?: boolean;
  /** Side by side in one line instead of below one another. */
  readonly row?: boolean;
}

/** A short column of choices, each with what it would show. */
export function Stack({ title, aside, items, chosen, onChoose, wide, row }: StackProps) {
  return (
    <div className={[styles.stack, wide && styles.wide, row && styles.row].filter(Boolean).join(" ")}>
      <p className={styles.title}>
        <span aria-hidden="true">{title}</span>
        {aside}
      </p>
      <RadioGroup
        aria-label={title}
        orientation={row ? "horizontal" : "vertical"}
        value={chosen}
        onChange={onChoose}
        className={styles.items ?? ""}
      >
        {items.map(({ id, label, value }) => (
          <Radio key={id} value={id} className={styles.item ?? ""}>
            <span className={styles.label} title={label}>
              {label}
            </span>
            <b>{value}</b>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
