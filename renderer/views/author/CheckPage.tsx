import { Check, TriangleAlert, X } from "lucide-react";
import { Button } from "react-aria-components";
import { useCase } from "../../state/context.ts";
import { Aside } from "./Aside.tsx";
import styles from "./Author.module.css";
import { Findings } from "./CheckPart.tsx";
import { StatementForm } from "./StatementForm.tsx";
import css from "./Statements.module.css";
import { useEdit } from "./useEdit.ts";
import { CheckProgress } from "./CheckProgress.tsx";
import { useCheck } from "./useCheck.ts";

/** Everything that is to be put right, and what the author says the model must show. */
export function CheckPage() {
  return (
    <>
      <div className={`${styles.middle} ${styles.wide}`} data-region="check-page">
        <All />
        <Statements />
      </div>
      <Aside part={null} />
    </>
  );
}

/** All that is to be looked at, the gravest first. */
function All() {
  const check = useCheck();
  const findings = check.result?.findings ?? null;
  return (
    <section className={styles.card} aria-label="To look at">
      <div className={styles.title}>
        <h2>To look at</h2>
        {findings && <span className={styles.count}>{findings.length}</span>}
      </div>
      <CheckProgress check={check} />
      {findings === null ? (
        check.status === "working" && check.progress === null && <p className={styles.help}>Checking…</p>
      ) : findings.length === 0 ? (
        <p className={styles.say}>
          Nothing: every part has a cause, an effect and a source, and every outcome can come.
        </p>
      ) : (
        <Findings findings={findings} />
      )}
    </section>
  );
}

/** What the author says the model must show. */
function Statements() {
  const edit = useEdit();
  const kept = useCase().statements ?? [];
  const told = useCheck().result?.statements ?? [];
  // A statement that was taken back is not shown until the next check; a new one waits for it.
  const results = told.filter(({ id }) => kept.some((one) => one.id === id));
  const broken = results.filter(({ held }) => !held).length;
  return (
    <section className={styles.card} aria-label="What the model must show">
      <div className={styles.title}>
        <h2>What the model must show</h2>
        {results.length > 0 && (
          <span className={styles.count}>
            {broken > 0
              ? `${broken} of ${results.length} broken`
              : results.length === 1
                ? "it holds"
                : `all ${results.length} hold`}
          </span>
        )}
      </div>
      <p className={styles.help}>
        Say what has to be true whatever numbers you choose. Statements stay with the case and are tried on
        every change.
      </p>
      <ul className={css.list}>
        {results.map(({ id, text, held, checked, broken: against }) => (
          <li key={id}>
            {held ? (
              <Check size={15} strokeWidth={2} aria-label="Holds" />
            ) : (
              <TriangleAlert size={15} strokeWidth={2} aria-label="Broken" />
            )}
            <p>
              {held ? text : <b>{text}</b>}
              <em>
                {held
                  ? `Holds in ${checked === 1 ? "the one comparison" : `all ${checked} comparisons`}.`
                  : `${against.slice(0, 3).join("; ")}${against.length > 3 ? `; and ${against.length - 3} more` : ""}.`}
              </em>
            </p>
            <Button
              className={styles.icon ?? ""}
              aria-label={`Remove the statement: ${text}`}
              onPress={() => edit({ edit: "removeStatement", id })}
            >
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <StatementForm />
    </section>
  );
}
