import { useState } from "react";
import { Button } from "react-aria-components";
import { handIn } from "../../../app/model/session/ballot.ts";
import type { RoundView } from "../../../app/model/session/view.ts";
import { useApp } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import { AnswerFields } from "./AnswerFields.tsx";
import { type AnswerDraft, answerOf, EMPTY } from "./answerDraft.ts";
import styles from "./Answers.module.css";
import { useWork } from "./context.ts";

/** Paper sheets typed in one after another, by keyboard alone. */
export function SheetEntry({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }) {
  const app = useApp();
  const { session, setup, happen } = useWork();
  const [draft, setDraft] = useState<AnswerDraft>(EMPTY);
  const [said, setSaid] = useState("");
  const [count, setCount] = useState(0);
  const take = (): void => {
    const answer = answerOf(setup, round, draft, "facilitator", 0);
    if (!answer.ok) return setSaid(answer.sentence);
    const { name, response } = answer.value;
    const { happened, participant } = handIn(session, "paper", response, name);
    happen(happened);
    app.workshop.name(participant, name);
    setSaid(`${name} is in. Next sheet.`);
    setCount(count + 1);
    setDraft(EMPTY);
    document.querySelector<HTMLInputElement>("[data-sheet] input")?.focus();
  };
  return (
    <Window
      title="Enter a sheet"
      onClose={onClose}
      foot={
        <>
          <p className={styles.problem} role="status">
            {said}
          </p>
          <Button className={button.button ?? ""} onPress={onClose}>
            {count === 0 ? "Cancel" : `Done, ${count} taken`}
          </Button>
          <Button type="submit" form="sheet" className={`${button.button ?? ""} ${button.primary ?? ""}`}>
            Take this sheet
          </Button>
        </>
      }
    >
      <form
        id="sheet"
        data-sheet
        onSubmit={(e) => {
          e.preventDefault();
          take();
        }}
      >
        <AnswerFields setup={setup} round={round} draft={draft} onChange={setDraft} full={false} />
      </form>
    </Window>
  );
}
