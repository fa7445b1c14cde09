import { useApp, useCase, useLook } from "../../state/context.ts";
import { Slider } from "../../ui/Slider.tsx";
import styles from "./AnswerBand.module.css";

/** What the two views rest on, and a share between them for the middle button. */
export function ViewShare() {
  const app = useApp();
  const basis = useCase().outcome.event.basis;
  const share = useLook((look) => look.middleView);
  return (
    <div className={styles.form}>
      <p>
        <b>Article.</b>{" "}
        {basis?.article ?? "How fast each state of pressure leads to a break, read from the text."}
      </p>
      <p>
        <b>Outside view.</b>{" "}
        {basis?.outside ?? "How often comparable arrangements have broken, whatever this text says."}
      </p>
      <p id="view-share">
        <b>Between them.</b> {Math.round(share * 100)}% article, {100 - Math.round(share * 100)}% outside
        view.
      </p>
      <Slider
        label="Share of the article’s view"
        value={Math.round(share * 100)}
        min={5}
        max={95}
        step={5}
        text={`${Math.round(share * 100)}`}
        valueText={`${Math.round(share * 100)} percent article`}
        mark={50}
        tone="ink"
        large
        onChange={(percent) => app.look.setState({ middleView: percent / 100, view: percent / 100 })}
      />
    </div>
  );
}
