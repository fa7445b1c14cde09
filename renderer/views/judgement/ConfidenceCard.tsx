import { Button, Checkbox, Radio, RadioGroup } from "react-aria-components";
import { Check as Tick } from "lucide-react";
import { headText } from "../../../app/model/case/judge.ts";
import type { Confidence, ConfidenceLevel } from "../../../app/model/case/types.ts";
import { confidencePrompts } from "../../../app/model/words/seed.ts";
import { useApp, useCase } from "../../state/context.ts";
import styles from "./Judgement.module.css";
import { capitalised } from "../../../app/model/words/text.ts";

const LEVELS: readonly ConfidenceLevel[] = ["low", "moderate", "high"];

/** "Our confidence is low. One source; few from inside." */
function sentenceOf({ level, reasons, ticked = [] }: Confidence): string {
  const stopped = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
  return [
    `Our confidence is ${level}.`,
    ...ticked.map(stopped),
    ...(reasons.trim() ? [stopped(reasons.trim())] : []),
  ].join(" ");
}

/** Analytic confidence: picked by a person, with reasons to tick that the case shows. It never follows the number. */
export function ConfidenceCard() {
  const app = useApp();
  const theCase = useCase();
  const { confidence } = theCase;
  const ticked = confidence?.ticked ?? [];
  const prompts = confidencePrompts(theCase);
  // What was ticked when the case said otherwise stays to be seen.
  const all = [...prompts, ...ticked.filter((one) => !prompts.includes(one))];
  const keep = (next: Confidence): void => app.edit({ edit: "setConfidence", confidence: next });
  const written = headText(theCase, "confidence");
  const sentence = confidence ? sentenceOf(confidence) : null;
  return (
    <section className={styles.card} aria-label="Confidence, chosen by you">
      <header>
        <h2>Confidence, chosen by you</h2>
      </header>
      <RadioGroup
        className={styles.levels ?? ""}
        aria-label="Confidence"
        orientation="horizontal"
        value={confidence?.level ?? null}
        onChange={(picked) => {
          const level = LEVELS.find((one) => one === picked);
          if (level) keep({ reasons: "", ...confidence, level });
        }}
      >
        {LEVELS.map((level) => (
          <Radio key={level} value={level} className={styles.level ?? ""}>
            {capitalised(level)}
          </Radio>
        ))}
      </RadioGroup>
      <div className={styles.ticks} role="group" aria-label="Reasons">
        {all.map((reason) => (
          <Checkbox
            key={reason}
            className={styles.tick ?? ""}
            isSelected={ticked.includes(reason)}
            isDisabled={!confidence}
            onChange={(on) => {
              if (!confidence) return;
              const next = on ? [...ticked, reason] : ticked.filter((one) => one !== reason);
              keep({ ...confidence, ticked: next });
            }}
          >
            <i aria-hidden="true">
              <Tick size={12} strokeWidth={3} />
            </i>
            {reason}
          </Checkbox>
        ))}
      </div>
      {sentence !== null && written !== sentence && (
        <Button
          className={styles.quiet ?? ""}
          onPress={() => app.edit({ edit: "editJudgement", head: "confidence", text: sentence })}
        >
          {written.trim() === "" ? "Write it in the text" : "Write it anew in the text"}
        </Button>
      )}
    </section>
  );
}
