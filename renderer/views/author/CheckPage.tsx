import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";

/** Everything that is to be put right, and what the author says the model must show. */
export function CheckPage() {
  return (
    <>
      <div className={`${styles.middle} ${styles.wide}`} />
      <Aside part={null} />
    </>
  );
}
