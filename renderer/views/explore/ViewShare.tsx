import { useApp, useCase, useLook } from "../../state/context.ts";
import { Slider } from "../../ui/Slider.tsx";
import styles from "./AnswerBand.module.css";
import { sourceWords } from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";

/** What the two views rest on, and a share between them for the middle button. */
export function ViewShare() {
  const app = useApp();
  const theCase = useCase();
  const { basis } = theCase.outcome.event;
  const { name, own } = sourceWords(theCase);
  const share = useLook((look) => look.middleView);
  return (
    <div className={styles.form}>
      <p>
        <b>{capitalised(name)}.</b> {basis?.article ?? "How fast each state of pressure leads to a break."}
      </p>
      <p>
        <b>Outside view.</b>{" "}
        {basis?.outside ?? "How often comparable arrangements have broken, whatever is argued here."}
      </p>
      <p id="view-share">
        <b>Between them.</b> {Math.round(share * 100)}% {name}, {100 - Math.round(share * 100)}% outside view.
      </p>
      <Slider
        label={`Share of ${own} view`}
        value={Math.round(share * 100)}
        min={5}
        max={95}
        step={5}
        text={`${Math.round(share * 100)}`}
        valueText={`${Math.round(share * 100)} percent ${name}`}
        mark={50}
        tone="ink"
        large
        onChange={(percent) => app.look.setState({ middleView: percent / 100, view: percent / 100 })}
      />
    </div>
  );
}
