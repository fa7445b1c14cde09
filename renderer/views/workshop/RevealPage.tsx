import { Eye, EyeOff } from "lucide-react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { goOn, reveal } from "../../../app/model/session/commands.ts";
import { widestFirst } from "../../../app/model/session/round.ts";
import { REVEALS, type Reveal } from "../../../app/model/session/types.ts";
import { useApp } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { useWork, type WorkedRound } from "./context.ts";
import { ToSay } from "./Parts.tsx";
import { Reasons } from "./Reasons.tsx";
import { Answers, Camps, Drivers, Gut } from "./Reveals.tsx";
import { Weights } from "./RevealWeights.tsx";
import revealsStyles from "./Reveals.module.css";
import { Projector } from "../present/Projector.tsx";
import { useLayout } from "../../ui/useLayout.ts";
import styles from "./Workshop.module.css";

export const REVEAL_WORDS: Readonly<Record<Reveal, string>> = {
  weights: "Weights, widest first",
  answers: "What each weighting says",
  drivers: "What splits the room",
  gut: "Gut against own weights",
  reasons: "Reasons, highest and lowest",
};

/** A closed round opened one thing at a time. */
export function RevealPage() {
  const { rounds, setup, state, record, happen } = useWork();
  const app = useApp();
  // The room looks at what the facilitator looks at.
  const chosen = useStore(app.present, ({ part }) => part);
  const setChosen = (part: Reveal | null) => app.present.setState({ part });
  // In this step the first round is looked at; the result has the last.
  const worked = rounds[0];
  // Below the list of what can be opened it would be out of sight.
  const small = useLayout() === "small";
  if (!worked) return <p className={styles.lead}>No round is closed yet: there is nothing to show.</p>;
  const { round, answer } = worked;
  const shown = chosen !== null && round.revealed.includes(chosen) ? chosen : round.revealed.at(-1);
  const next = reveal(state, round.id);
  return (
    <div className={styles.three}>
      <div className={styles.column}>
        <section className={styles.card} aria-label="Show next">
          <h2>Show next</h2>
          <ul className={revealsStyles.reveals}>
            {REVEALS.map((id) => {
              const open = round.revealed.includes(id);
              const upNext = next[0]?.type === "revealed" && next[0].what === id;
              return (
                <li key={id}>
                  <Button
                    data-open={open || undefined}
                    data-next={upNext || undefined}
                    aria-pressed={open && shown === id}
                    onPress={() => {
                      setChosen(id);
                      if (!open) happen(reveal(state, round.id, id));
                    }}
                  >
                    {open ? <Eye size={15} aria-label="Shown" /> : <EyeOff size={15} aria-label="Hidden" />}
                    <span>{REVEAL_WORDS[id]}</span>
                  </Button>
                </li>
              );
            })}
          </ul>
          {!record && (
            <div className={styles.buttons}>
              <Button
                className={`${button.button ?? ""} ${button.primary ?? ""}`}
                isDisabled={next.length === 0}
                onPress={() => {
                  setChosen(next[0]?.type === "revealed" ? next[0].what : null);
                  happen(next);
                }}
              >
                Show next
              </Button>
              <Button
                className={button.button ?? ""}
                isDisabled={round.revealed.length === 0}
                onPress={() => happen([{ type: "concealed", round: round.id }])}
              >
                Hide all
              </Button>
            </div>
          )}
          <p className={styles.small}>The room sees only what you have opened. Dots carry no names.</p>
        </section>
        {!small && <Projector />}
      </div>
      <section
        className={`${styles.page ?? ""} ${styles.card ?? ""}`}
        aria-label="What is shown"
        // It scrolls where little room is left, and charts alone take no focus.
        tabIndex={0}
      >
        {!answer || !shown ? (
          <p className={styles.lead}>
            {answer
              ? "Nothing is open yet. “Show next” opens the weights, the widest disagreement first."
              : "The answers are being worked out."}
          </p>
        ) : (
          <Shown what={shown} worked={worked} />
        )}
      </section>
      <div className={styles.column}>
        {answer && round.revealed.includes("answers") && shown !== "answers" && (
          <Answers worked={worked} small />
        )}
        {answer && round.revealed.includes("answers") && <Camps worked={worked} />}
        {!round.revealed.includes("answers") && <ToSay step="reveal" />}
        {answer && round.revealed.includes("weights") && !record && (
          <section className={styles.card} aria-label="Then">
            <h2>Then</h2>
            <p className={styles.small}>
              The widest:{" "}
              {widestFirst(setup, answer)
                .slice(0, 2)
                .map(({ id }) => setup.factors.find((one) => one.id === id)?.label ?? id)
                .join(", ")}
              .
            </p>
            <div className={styles.buttons}>
              <Button
                className={`${button.button ?? ""} ${button.primary ?? ""}`}
                onPress={() => happen(goOn(setup, state))}
              >
                Discuss these two
              </Button>
            </div>
          </section>
        )}
        {small && <Projector />}
      </div>
    </div>
  );
}

function Shown({ what, worked }: { readonly what: Reveal; readonly worked: WorkedRound }) {
  switch (what) {
    case "weights":
      return <Weights worked={worked} />;
    case "answers":
      return <Answers worked={worked} />;
    case "drivers":
      return <Drivers worked={worked} />;
    case "gut":
      return <Gut worked={worked} />;
    case "reasons":
      return <Reasons worked={worked} />;
    default:
      return what satisfies never;
  }
}
