import { Button } from "react-aria-components";
import type { CaseNetwork } from "../../../app/model/case/network-case.ts";
import { useApp, useNetworkState } from "../../state/context.ts";
import styles from "./Network.module.css";
import { steps, targetClause } from "./words.ts";

/** Longer lists are not read. */
const SHOWN = 24;
const FIVE = [1, 2, 3, 4, 5];

/** What to find out next: boxes in the order of how much they would tell about the question. */
export function TellsMost({ network }: { readonly network: CaseNetwork }) {
  const app = useApp();
  const tells = useNetworkState((state) => state.tells);
  const refused = useNetworkState((state) => state.refused !== null || state.impossible !== null);
  if (!tells)
    return (
      <p className={styles.hint}>{refused ? "Not known while there is no answer." : "Working it out…"}</p>
    );
  const open = network.variables
    .filter(({ id }) => id !== network.target.variable && typeof network.findings[id] !== "string")
    .map(({ id, label }) => ({ id, label, tell: tells[id] ?? 0 }))
    .sort((a, b) => b.tell - a.tell);
  const most = open[0]?.tell ?? 0;
  const telling = open.filter(({ tell }) => steps(tell, most) > 0 && tell > 1e-9);
  return (
    <>
      <p className={styles.lead}>
        What finding out more would tell about whether {targetClause(network)}, beside what is found already.
      </p>
      {telling.length === 0 && <p className={styles.hint}>Nothing more would tell anything about it.</p>}
      <ol className={styles.tells}>
        {telling.slice(0, SHOWN).map(({ id, label, tell }) => {
          const level = steps(tell, most);
          return (
            <li key={id}>
              <Button
                onPress={() => app.look.setState({ selected: id, panel: "selection" })}
                aria-label={`${label}: ${level} of 5`}
              >
                <span>{label}</span>
                <span className={styles.five} aria-hidden="true">
                  {FIVE.map((step) => (
                    <i key={step} data-on={step <= level || undefined} />
                  ))}
                </span>
              </Button>
            </li>
          );
        })}
      </ol>
      {telling.length > SHOWN && (
        <p className={styles.hint}>{telling.length - SHOWN} more boxes would tell less than these.</p>
      )}
    </>
  );
}
