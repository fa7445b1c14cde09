import { useState } from "react";
import { Button } from "react-aria-components";
import { LONGEST_MARKING, type Marking, markingLine, NO_MARKING, TLP } from "../../app/model/case/marking.ts";
import dialog from "./ExportDialog.module.css";
import styles from "./MarkingForm.module.css";
import { Segments } from "./Segments.tsx";

interface Props {
  readonly marking: Marking | undefined;
  readonly onKeep: (marking: Marking) => void;
}

const LABELS = TLP.map((tlp) => [tlp === "" ? "none" : tlp, tlp === "" ? "None" : tlp] as const);

/** Asks how a case may be handled. "No marking" is an answer too. */
export function MarkingForm({ marking, onKeep }: Props) {
  const [text, setText] = useState(marking?.text ?? "");
  const [tlp, setTlp] = useState(marking?.tlp ?? "");
  const typed: Marking = { text: text.trim(), tlp };
  const line = markingLine(typed);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(typed);
      }}
    >
      <p>
        Printed at the head and the foot of every page, picture, sheet and slide of this case. Asked once; the
        status bar shows it and changes it.
      </p>
      <label className={styles.text}>
        Classification, in your organisation’s words
        <input
          value={text}
          autoFocus
          maxLength={LONGEST_MARKING}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Segments
        label="Traffic Light Protocol 2.0"
        wrap
        value={tlp === "" ? "none" : tlp}
        options={LABELS}
        onChange={(label) => setTlp(TLP.find((one) => one === label) ?? "")}
      />
      <p className={styles.line}>
        Printed: <b>{line ?? "nothing"}</b>
      </p>
      <div className={styles.actions}>
        <Button className={dialog.button ?? ""} onPress={() => onKeep(NO_MARKING)}>
          No marking
        </Button>
        <Button type="submit" className={`${dialog.button} ${dialog.primary}`} isDisabled={line === null}>
          Keep
        </Button>
      </div>
    </form>
  );
}
