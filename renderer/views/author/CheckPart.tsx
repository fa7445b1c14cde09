import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";

/** What is wrong with the case, worst first. */
export function CheckPart() {
  const { factors, mechanisms } = useCase();
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>Check</h2>
      </div>
      <p className={styles.say}>
        {factors.length} factors and {mechanisms.length} mechanisms.
      </p>
    </div>
  );
}
