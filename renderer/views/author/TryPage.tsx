import styles from "./Author.module.css";
import { OutcomeBars } from "./OutcomeBars.tsx";

/** The case as its readers will see it. */
export function TryPage() {
  return (
    <div className={`${styles.middle} ${styles.wide}`}>
      <OutcomeBars />
    </div>
  );
}
