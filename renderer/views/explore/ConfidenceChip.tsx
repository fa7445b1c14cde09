import { useState } from "react";
import { Button, Dialog, DialogTrigger, Popover, Radio, RadioGroup } from "react-aria-components";
import type { ConfidenceLevel } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import styles from "./AnswerBand.module.css";
import { capitalised } from "../../../app/model/words/text.ts";

const LEVELS: readonly ConfidenceLevel[] = ["low", "moderate", "high"];

/** Analytic confidence: chosen by a person, with reasons; never computed and never in the likelihood's sentence. */
export function ConfidenceChip() {
  const { confidence } = useCase();
  const filled = confidence ? LEVELS.indexOf(confidence.level) + 1 : 0;
  return (
    <DialogTrigger>
      <Button className={styles.confidence ?? ""}>
        <span className={styles.squares} aria-hidden="true">
          {LEVELS.map((level, i) => (
            <i key={level} data-filled={i < filled || undefined} />
          ))}
        </span>
        Confidence: {confidence?.level ?? "not given"}
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom start">
        <Dialog className={styles.dialog ?? ""} aria-label="Confidence">
          {({ close }) => <ConfidenceForm onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ConfidenceForm({ onDone }: { readonly onDone: () => void }) {
  const app = useApp();
  const { confidence } = useCase();
  const [level, setLevel] = useState(confidence?.level ?? null);
  const [reasons, setReasons] = useState(confidence?.reasons ?? "");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (level) app.edit({ edit: "setConfidence", confidence: { level, reasons } });
        onDone();
      }}
    >
      <p className={styles.lead}>
        How firmly do you stand behind this reasoning? It says nothing about the number.
      </p>
      <RadioGroup
        aria-label="Confidence"
        value={level}
        onChange={(next) => setLevel(LEVELS.find((one) => one === next) ?? null)}
        className={styles.choices ?? ""}
      >
        {LEVELS.map((one) => (
          <Radio key={one} value={one} className={styles.choice ?? ""}>
            {capitalised(one)}
          </Radio>
        ))}
      </RadioGroup>
      <label className={styles.reasons}>
        Because
        <textarea
          rows={4}
          maxLength={2000}
          value={reasons}
          onChange={(event) => setReasons(event.target.value)}
        />
      </label>
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className={`${styles.button} ${styles.primary}`} disabled={!level}>
          Keep
        </button>
      </div>
    </form>
  );
}
