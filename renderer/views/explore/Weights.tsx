import { History } from "lucide-react";
import { Button } from "react-aria-components";
import { baseOf, changes } from "../../../app/model/case/edits.ts";
import { useAnswers, useApp, useCase, useDocument, useLook } from "../../state/context.ts";
import { wholePoints } from "../../state/select.ts";
import { factorGroups } from "./groups.ts";
import { WeightRow } from "./WeightRow.tsx";
import styles from "./Weights.module.css";

/** What people weigh: every factor with its weight and its state, in groups. */
export function Weights() {
  const app = useApp();
  const theCase = useCase();
  const scenario = useDocument((state) => state.scenario);
  const horizon = useLook((look) => look.horizon);
  const why = useAnswers((state) => state.now?.answer.why.horizons[horizon]);
  const whole = why && wholePoints(why);
  const label = theCase.horizons.find(({ id }) => id === horizon)?.label ?? "";
  const base = baseOf(theCase, scenario);
  const untouched = changes(theCase, scenario).length === 0;
  return (
    <section className={styles.weights} aria-label="Weights" data-region="weights">
      <header className={styles.head}>
        <h2>Weights</h2>
        <Button
          className={styles.back ?? ""}
          isDisabled={untouched}
          onPress={() => app.change({ edit: "resetAll" })}
        >
          <History size={13} aria-hidden />
          <span>{`Back to ${base.name}`}</span>
        </Button>
      </header>
      <p className={styles.hint}>
        <span>
          <b>Weight</b>
          <em>: how much it counts</em>
        </span>
        <span>
          <b>State</b>, {label.charAt(0).toLowerCase() + label.slice(1)}
        </span>
      </p>
      <div className={styles.groups}>
        {factorGroups(theCase).map((group) => (
          <div key={group.id} role="group" aria-label={group.label}>
            <h3 className={group.quiet ? styles.quiet : styles[group.tone]}>
              <i aria-hidden="true" />
              {group.label}
            </h3>
            {group.factors.map((factor) => (
              <WeightRow key={factor.id} factor={factor} points={whole?.points[factor.id] ?? null} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
