import { useState } from "react";
import { Button } from "react-aria-components";
import { dueDates, longDate } from "../../../app/model/words/dates.ts";
import { useCase } from "../../state/context.ts";
import { ResolveWindow } from "../judgement/ResolveWindow.tsx";
import styles from "./Author.module.css";
import told from "./Told.module.css";

/** How it came out, as the case says it; a window asks for all of it at once, so that it is never half said. */
export function VerdictCard() {
  const theCase = useCase();
  const [open, setOpen] = useState(false);
  const { verdict, horizons, outcome } = theCase;
  const due = dueDates(theCase, theCase.asOf);
  const { reason, doubts = [] } = verdict ?? {};
  const rung = (id: string | undefined) => outcome.rungs.find((one) => one.id === id)?.label;
  return (
    <section className={styles.card} aria-label="How it came out">
      <div className={styles.title}>
        <h2>How it came out</h2>
      </div>
      {verdict ? (
        <>
          <ul className={told.came}>
            {horizons.map(({ id, label }) => {
              const at = Object.hasOwn(verdict.byHorizon, id) ? verdict.byHorizon[id] : undefined;
              return (
                <li key={id}>
                  <span>
                    {label}
                    {due[id] && <small>to {longDate(due[id])}</small>}
                  </span>
                  <span>
                    {at === undefined ? "Not yet known" : at.broke ? "It broke" : "No break"}
                    {rung(at?.rung) && <small>{rung(at?.rung)}</small>}
                  </span>
                </li>
              );
            })}
          </ul>
          {reason && <p className={`${styles.say} ${told.reason}`}>{reason}</p>}
          {doubts.length > 0 && (
            <>
              <span className={styles.label}>In doubt</span>
              <ul className={told.doubts}>
                {doubts.map((doubt, i) => (
                  <li key={i}>{doubt}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <p className={`${styles.help} ${told.reason}`}>
          Once it is known, say so here, period by period and by the rules set beforehand: then the numbers
          can be scored.
        </p>
      )}
      <Button className={styles.small ?? ""} onPress={() => setOpen(true)}>
        {verdict ? "Change how it came out…" : "Say how it came out…"}
      </Button>
      {open && <ResolveWindow onClose={() => setOpen(false)} />}
    </section>
  );
}
