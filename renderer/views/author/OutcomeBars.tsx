import { OutcomesPanel } from "../explore/OutcomesPanel.tsx";
import styles from "./Author.module.css";

/** What all of it comes to, by horizon: the same bars as on the main screen. */
export function OutcomeBars() {
  return (
    <section className={styles.card} aria-label="What happens">
      <OutcomesPanel />
    </section>
  );
}
