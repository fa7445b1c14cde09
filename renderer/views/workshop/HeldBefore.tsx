import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { STEP_LABELS } from "../../../app/model/session/plan.ts";
import { stateOf } from "../../../app/model/session/state.ts";
import type { Session, Step } from "../../../app/model/session/types.ts";
import { shortTime } from "../../../app/model/words/dates.ts";
import { useApp, useCase } from "../../state/context.ts";
import setUpStyles from "./SetUp.module.css";
import styles from "./Workshop.module.css";

/** Workshops whose journal is still on disk and which the case does not have: a window that ended in the middle. */
function useLost(sessions: readonly Session[]): readonly Session[] {
  const app = useApp();
  const theCase = useCase();
  const [lost, setLost] = useState<readonly Session[]>([]);
  const known = sessions.map(({ id }) => id).join();
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const journals = await app.host.call("journal:list").catch(() => []);
      const others = journals.filter(({ session }) => !known.split(",").includes(session)).slice(0, 5);
      const found = await Promise.all(others.map(({ session }) => app.workshop.fromJournal(session)));
      if (wanted)
        setLost(found.filter((one) => one !== null && one.setup.caseId === theCase.id) as Session[]);
    })();
    return () => {
      wanted = false;
    };
  }, [app, known, theCase.id]);
  return lost;
}

const leftAt = (step: Step): string => (step === "setup" ? "not begun" : `left at ${STEP_LABELS[step]}`);

export function HeldBefore({ sessions: kept }: { readonly sessions: readonly Session[] }) {
  const app = useApp();
  const lost = useLost(kept);
  const sessions = [...kept, ...lost];
  if (sessions.length === 0) return null;
  return (
    <section className={styles.card} aria-label="Held before">
      <h2>Held before</h2>
      <ul className={setUpStyles.before}>
        {sessions.toReversed().map((session) => {
          const { closed, people, step } = stateOf(session);
          const here = people.filter(({ status }) => status === "in").length;
          return (
            <li key={session.id}>
              <Button className={styles.quiet ?? ""} onPress={() => void app.workshop.open(session)}>
                {closed ? "Look at" : "Go on with"} {session.setup.dryRun ? "dry run" : "workshop"} of{" "}
                {shortTime(session.createdAt)}
              </Button>
              <small>
                {here} {here === 1 ? "person" : "people"} · {closed ? "closed" : leftAt(step)}
                {lost.includes(session) && " · from its journal, not in this case yet"}
              </small>
              {Object.keys(session.names).length > 0 && (
                <Button
                  className={styles.quiet ?? ""}
                  onPress={() => app.edit({ edit: "stripNames", session: session.id })}
                >
                  Take names out
                </Button>
              )}
              <Button
                className={styles.quiet ?? ""}
                onPress={() => {
                  app.edit({ edit: "removeSession", session: session.id });
                  void app.host.call("journal:drop", session.id).catch(() => undefined);
                }}
              >
                Remove
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
