import { Check } from "lucide-react";
import { Button } from "react-aria-components";
import { goTo } from "../../../app/model/session/commands.ts";
import { pace } from "../../../app/model/session/plan.ts";
import { closedRounds } from "../../../app/model/session/state.ts";
import type { StepId } from "../../../app/model/session/types.ts";
import { minutesText } from "../../../app/model/words/clock.ts";
import { useApp } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { useNow, useWork } from "./context.ts";
import styles from "./StepBar.module.css";

/** Steps that show what a round said have nothing to show before one is closed. */
const NEEDS_ROUND: ReadonlySet<StepId> = new Set([
  "reveal",
  "discuss",
  "round2",
  "result",
  "challenge",
  "close",
]);

/** Where the workshop is in its plan; stands where other screens have the answer. */
export function StepBar() {
  const app = useApp();
  const { setup, plan, state, view, record, happen } = useWork();
  const now = useNow();
  const at = plan.findIndex(({ id }) => id === view.step);
  const stood = pace(plan, view, now);
  const any = closedRounds(state).length > 0 || view.rounds.some(({ kind }) => kind === "weights");
  return (
    <section className={styles.bar} aria-label="Steps of the workshop">
      <div className={styles.head}>
        <h1>
          {setup.dryRun ? "Dry run" : "Workshop"}, {setup.minutes} minutes
        </h1>
        <p>
          {record
            ? "Over: this is its record"
            : stood
              ? `${minutesText(stood.elapsed)} in · ${late(stood.behind)}`
              : "Not begun"}
        </p>
      </div>
      <ol className={styles.steps}>
        {plan.map(({ id, label, minutes }, i) => {
          const past = i < at || (view.closed && !record);
          const reachable =
            !view.closed && (id in view.steps || i <= at + 1) && (any || !NEEDS_ROUND.has(id));
          return (
            <li
              key={id}
              style={{ flexGrow: minutes + 3 }}
              data-state={i === at ? "now" : past ? "past" : "ahead"}
              aria-current={i === at ? "step" : undefined}
            >
              <Button
                isDisabled={!reachable || record || i === at}
                onPress={() => happen(goTo(setup, state, id))}
              >
                <i />
                <span>
                  {past && <Check size={12} strokeWidth={2.4} aria-label="done" />} {label}
                </span>
                <small>{minutes} min</small>
              </Button>
            </li>
          );
        })}
      </ol>
      <Button className={button.button ?? ""} onPress={() => app.workshop.leave()}>
        {record || view.closed ? "Leave" : "Pause"}
      </Button>
    </section>
  );
}

function late(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole === 0) return "on time";
  const text = minutesText(Math.abs(whole)).replace(/minutes?/, "min");
  return whole > 0 ? `${text} behind` : `${text} ahead`;
}
