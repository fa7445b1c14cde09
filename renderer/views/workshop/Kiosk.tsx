import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "react-aria-components";
import { handIn } from "../../../app/model/session/ballot.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { useApp } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { AnswerFields } from "./AnswerFields.tsx";
import { type AnswerDraft, answerOf, EMPTY } from "./answerDraft.ts";
import styles from "./Answers.module.css";
import { useWork } from "./context.ts";

/**
 * The laptop passed round: one person's card at a time, blank between people, and back to the facilitator only by
 * the number they chose. Nothing else of the program can be reached meanwhile.
 */
export function Kiosk({
  round,
  pin,
  onLeave,
}: {
  readonly round: RoundView;
  readonly pin: string;
  readonly onLeave: () => void;
}) {
  const app = useApp();
  const { session, setup, happen } = useWork();
  const [draft, setDraft] = useState<AnswerDraft | null>(null);
  const [began, setBegan] = useState(0);
  const [said, setSaid] = useState("");
  const [typed, setTyped] = useState("");
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.getElementById("root");
    root?.setAttribute("inert", "");
    holder.current?.focus();
    // Shortcuts of the window would lead out of the card.
    const guard = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === "F5" || event.key === "Escape")
        event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", guard);
    return () => {
      root?.removeAttribute("inert");
      document.removeEventListener("keydown", guard);
    };
  }, []);
  const send = (): void => {
    if (!draft) return;
    const answer = answerOf(setup, round, draft, "self", Math.round((app.now().getTime() - began) / 1000));
    if (!answer.ok) return setSaid(answer.sentence);
    const { name, response } = answer.value;
    const { happened, participant } = handIn(session, "kiosk", response, name);
    happen(happened);
    app.workshop.name(participant, name);
    setDraft(null);
    setSaid("Your answer is in. Pass the laptop on.");
  };
  return createPortal(
    <div
      className={styles.kiosk}
      role="dialog"
      aria-modal="true"
      aria-label="Your card"
      ref={holder}
      tabIndex={-1}
    >
      {draft ? (
        <form
          className={styles.sheet}
          onSubmit={(e) => {
            e.preventDefault();
            send();
          }}
        >
          <h1>{setup.question}</h1>
          <p>Answer alone. Nobody sees this card after you, and nothing is shown before the round closes.</p>
          <AnswerFields setup={setup} round={round} draft={draft} onChange={setDraft} full />
          <p className={styles.problem} role="status">
            {said}
          </p>
          <div className={styles.large}>
            <Button
              className={button.button ?? ""}
              onPress={() => {
                setDraft(null);
                setSaid("");
              }}
            >
              Clear and stop
            </Button>
            <Button type="submit" className={`${button.button ?? ""} ${button.primary ?? ""}`}>
              Send my answer
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.sheet}>
          <h1>{said === "" ? "Pass the laptop to whoever is next" : said}</h1>
          <p>The card is blank for everybody.</p>
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            onPress={() => {
              setDraft(EMPTY);
              setBegan(app.now().getTime());
              setSaid("");
            }}
          >
            Begin my card
          </Button>
          <form
            className={styles.leave}
            onSubmit={(e) => {
              e.preventDefault();
              if (typed === pin) onLeave();
              else {
                setTyped("");
                setSaid("That is not the facilitator’s number; type it again.");
              }
            }}
          >
            <label>
              Facilitator’s number
              <input
                type="password"
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={(e) => setTyped(e.target.value)}
              />
            </label>
            <Button type="submit" className={button.button ?? ""}>
              Back to the workshop
            </Button>
          </form>
        </div>
      )}
    </div>,
    document.body,
  );
}
