import { Button, ProgressBar } from "react-aria-components";
import button from "./button.module.css";
import styles from "./Progress.module.css";

export interface ProgressProps {
  /** What is being worked on: "Looking for tipping points". */
  readonly label: string;
  /** 0..1; null: nothing is shown, for there is nothing to wait for or it has only begun. */
  readonly value: number | null;
  readonly onCancel: () => void;
}

/** How far something long is, with a way to stop it. */
export function Progress({ label, value, onCancel }: ProgressProps) {
  if (value === null) return null;
  const share = `${String(Math.floor(value * 100))}%`;
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={styles.bar ?? ""}
        value={value}
        maxValue={1}
        aria-label={label}
        valueLabel={share}
      >
        <span className={styles.label}>{label}…</span>
        <span className={styles.share}>{share}</span>
        <span className={styles.track}>
          <span className={styles.done} style={{ width: share }} />
        </span>
      </ProgressBar>
      <Button className={button.button ?? ""} onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
