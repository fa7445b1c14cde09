import { useCase, useLook } from "../../state/context.ts";
import styles from "./Author.module.css";
import { CheckPart } from "./CheckPart.tsx";
import { Effect } from "./Effect.tsx";
import { WhereItSits } from "./WhereItSits.tsx";

/** Beside what is edited: what is wrong with it, where it stands, and what the last edit did. */
export function Aside({
  part,
  told = false,
}: {
  readonly part: string | null;
  /** What is edited moves no number: on a small window it gets the whole height. */
  readonly told?: boolean;
}) {
  const theCase = useCase();
  const known = useLook(() => [...theCase.factors, ...theCase.mechanisms].some(({ id }) => id === part));
  return (
    <aside
      className={`${styles.aside} ${told ? styles.told : ""}`}
      aria-label="Check and effect"
      data-region="check"
    >
      <CheckPart part={part} />
      {part !== null && known && (
        <div className={`${styles.part} ${styles.sits}`}>
          <div className={styles.title}>
            <h2>Where it sits</h2>
          </div>
          <WhereItSits id={part} />
        </div>
      )}
      <Effect part={part} />
    </aside>
  );
}
