import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";

/** What was added to the article, and the answer without it. */
export function BeyondPart() {
  const { factors } = useCase();
  const added = factors.filter(({ beyondArticle }) => beyondArticle);
  if (added.length === 0) return null;
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>Beyond the article</h2>
      </div>
      <p className={styles.say}>{added.map(({ short }) => short).join(", ")}</p>
    </div>
  );
}
