import { EyeOff } from "lucide-react";
import { openRound } from "../../../app/model/session/state.ts";
import { Button } from "react-aria-components";
import { anotherRound, closeRound, goOn } from "../../../app/model/session/commands.ts";
import { instant } from "../../../app/model/session/instant.ts";
import { roundOfStep } from "../../../app/model/session/plan.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { Arrivals } from "../../charts/Arrivals.tsx";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import button from "../../ui/button.module.css";
import { useApp, useCase, useWorkshop } from "../../state/context.ts";
import { useNow, useWork } from "./context.ts";
import { MissingFactors } from "./MissingFactors.tsx";
import { type Said, Timer, ToSay } from "./Parts.tsx";
import { RoomPanel } from "./RoomPanel.tsx";
import { Seats } from "./Seats.tsx";
import { simulatedAnswers } from "./simulated.ts";
import { WarmupAnswers } from "./WarmupAnswers.tsx";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";

/** A round while it runs: who is in and who is not, and never a value. */
export function RoundPage() {
  const { view } = useWork();
  const own = view.step === "setup" ? null : roundOfStep(view.step);
  const round = openRound(view) ?? view.rounds.find(({ id }) => id === own?.id);
  return (
    <div className={styles.three}>
      <RoomPanel />
      {round && (round.closedAt === null ? <Open round={round} /> : <Closed round={round} />)}
      <Beside round={round} />
    </div>
  );
}

const nameOf = (round: RoundView): string => (round.kind === "warmup" ? "warm-up" : `round ${round.n}`);

/** Minutes of a round's answers since it was opened. */
function minutesOf(round: RoundView): number[] {
  const from = instant(round.openedAt) ?? 0;
  return [...round.sent.values()].map((at) => ((instant(at) ?? from) - from) / 60_000).sort((a, b) => a - b);
}

function Open({ round }: { readonly round: RoundView }) {
  const { setup, state, view, plan, happen } = useWork();
  const theCase = useCase();
  const now = useNow();
  const layout = useLayout();
  const people = view.people.filter(({ status }) => status === "in").length;
  const missing = people - round.sent.size;
  const elapsed = Math.max(0, (now - (instant(round.openedAt) ?? now)) / 60_000);
  const step = plan.find(({ id }) => id === view.step);
  const minutes = (step?.minutes ?? 10) + (view.step === "setup" ? 0 : (view.steps[view.step]?.extra ?? 0));
  const at = minutesOf(round);
  return (
    <section
      className={`${styles.page ?? ""} ${styles.card ?? ""}`}
      aria-label={`Round under way: ${nameOf(round)}`}
    >
      <header className={styles.count}>
        <p role="status">
          <b>{round.sent.size}</b> of {people} are in
        </p>
        <Timer />
      </header>
      <Seats />
      <div className={styles.arrivals}>
        <ChartFrame
          id="arrivals"
          title="How they came in"
          summary={`${round.sent.size} of ${people} answers are in after ${Math.floor(elapsed)} minutes.`}
          table={{
            caption: "Answers by minute",
            columns: ["Minute", "Answers in"],
            rows: at.map((minute, i) => [minute.toFixed(1), i + 1]),
          }}
        >
          {({ width }) => (
            <Arrivals
              at={at}
              now={elapsed}
              minutes={minutes}
              people={people}
              width={width}
              height={{ small: 64, medium: 84, regular: 128, large: 128 }[layout]}
            />
          )}
        </ChartFrame>
      </div>
      <footer className={styles.foot}>
        <p>
          <EyeOff size={16} strokeWidth={1.8} aria-hidden /> Nobody sees a number until you close the round.
          Nor do you.
        </p>
        {setup.dryRun && (
          <Button
            className={button.button ?? ""}
            isDisabled={missing === 0}
            onPress={() => happen(simulatedAnswers(theCase, setup, state, now, true))}
          >
            Let all answer now
          </Button>
        )}
        {!setup.dryRun && <Nudge round={round} missing={missing} />}
        <Button className={button.button ?? ""} onPress={() => happen([{ type: "extended", minutes: 2 }])}>
          +2 min
        </Button>
        <Button
          className={`${button.button ?? ""} ${button.primary ?? ""}`}
          isDisabled={round.sent.size === 0}
          onPress={() => happen(closeRound(state))}
        >
          Close {nameOf(round)}
        </Button>
      </footer>
    </section>
  );
}

/** How long those who were just reminded are left alone; the room keeps to it as well. */
const NUDGE_AGAIN = 30_000;

/** A quiet line on the phones of those who have not answered. Without a room there is nobody to say it to. */
function Nudge({ round, missing }: { readonly round: RoundView; readonly missing: number }) {
  const app = useApp();
  const { view, happen } = useWork();
  const now = useNow();
  const open = useWorkshop((state) => state.room !== null);
  const last = view.nudged && instant(view.nudged.at);
  const soon = last !== null && now - last < NUDGE_AGAIN;
  return (
    <Button
      className={button.button ?? ""}
      isDisabled={missing === 0 || !open || soon}
      onPress={() => {
        happen([{ type: "nudged", count: missing }]);
        void app.host
          .call("room:nudge", round.id)
          .catch((error: unknown) =>
            app.notify(error instanceof Error ? error.message : String(error), "error"),
          );
      }}
    >
      {soon ? `Nudged ${view.nudged?.count ?? 0}` : `Nudge ${missing}`}
    </Button>
  );
}

function Closed({ round }: { readonly round: RoundView }) {
  const { setup, state, view, record, happen } = useWork();
  const third = anotherRound(setup, state);
  const late = round.late > 0 ? ` ${round.late} came late: kept, and not counted.` : "";
  return (
    <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label={`Closed: ${nameOf(round)}`}>
      <header className={styles.count}>
        <p>
          <b>{round.sent.size}</b> {round.sent.size === 1 ? "answer" : "answers"} in {nameOf(round)}, closed
        </p>
        <Timer />
      </header>
      {round.kind === "warmup" ? (
        <WarmupAnswers round={round} />
      ) : (
        <p className={styles.lead}>
          Nothing is shown yet.{late}{" "}
          {round.n === 1
            ? "Go on to the reveal and open one thing at a time."
            : "The result shows all of it at once: the pooled answer, who moved, and how far apart you are."}
        </p>
      )}
      {round.kind === "weights" && <MissingFactors bare />}
      {!record && (
        <footer className={styles.foot}>
          <p>The round is closed: later answers are kept, marked as late, and do not count.</p>
          {third.length > 0 && view.step === "round2" && (
            <Button className={button.button ?? ""} onPress={() => happen(third)}>
              One more round
            </Button>
          )}
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            onPress={() => happen(goOn(setup, state))}
          >
            {round.kind === "warmup"
              ? "Begin round 1"
              : round.n === 1
                ? "Go to the reveal"
                : "Go to the result"}
          </Button>
        </footer>
      )}
    </section>
  );
}

/** What there is to say before a round, and once it is closed. */
function toSay(round: RoundView | undefined): Said {
  const closed = round !== undefined && round.closedAt !== null;
  if (round?.kind === "warmup") return closed ? "warmupClosed" : "warmup";
  if ((round?.n ?? 1) > 1) return closed ? "againClosed" : "again";
  return closed ? "roundClosed" : "round";
}

function Beside({ round }: { readonly round: RoundView | undefined }) {
  const { view } = useWork();
  const open = round?.closedAt === null;
  return (
    <div className={styles.column}>
      <Projector />
      <ToSay step={toSay(round)} />
      {round?.kind === "weights" && open && (
        <section className={styles.card} aria-label="Box for missing factors">
          <h2>Box for missing factors</h2>
          <p className={styles.small}>
            {view.waiting === 0
              ? "Nothing in it yet."
              : `${view.waiting} ${view.waiting === 1 ? "suggestion" : "suggestions"} so far. You can read them after the round closes.`}
          </p>
        </section>
      )}
    </div>
  );
}
