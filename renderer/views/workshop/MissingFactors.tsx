import { Button } from "react-aria-components";
import button from "../../ui/button.module.css";
import { useWork } from "./context.ts";
import { AddRemark, Remarks } from "./Remarks.tsx";
import talkStyles from "./Talk.module.css";
import styles from "./Workshop.module.css";

/** What people find missing in the model, once a round is closed: told together, voted on, carried on. */
export function MissingFactors({ bare = false }: { readonly bare?: boolean }) {
  const { view, record, happen } = useWork();
  const named = view.comments.filter(({ kind, hidden, as }) => kind === "missing" && !hidden && as === null);
  const open = view.voting?.about === "missing";
  const here = view.people.filter(({ status }) => status === "in").length;
  return (
    <section className={bare ? talkStyles.missing : styles.card} aria-label="Box for missing factors">
      <h2>Box for missing factors</h2>
      {named.length === 0 && <p className={styles.small}>Nothing was missed.</p>}
      <Remarks kind="missing" title="Missing factors" />
      {open && (
        <p className={styles.small} role="status">
          {view.voting?.voters ?? 0} of {here} have voted. How it stands is told when the vote is closed.
        </p>
      )}
      <AddRemark kind="missing" label="A missing factor, said aloud" />
      {!record && (named.length > 1 || open) && (
        <div className={styles.buttons}>
          <Button
            className={button.button ?? ""}
            onPress={() => happen([{ type: "voting", about: open ? null : "missing" }])}
          >
            {open ? "Close the vote" : "Vote on phones"}
          </Button>
        </div>
      )}
    </section>
  );
}
