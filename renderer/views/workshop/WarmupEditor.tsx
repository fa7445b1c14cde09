import { useState } from "react";
import { Button } from "react-aria-components";
import { SEEDS_NEEDED } from "../../../app/model/group/calibration.ts";
import { WARMUPS } from "../../../app/model/session/setup.ts";
import { MOST, type QuantityQuestion } from "../../../app/model/session/types.ts";
import { freshId } from "../../state/workshop.ts";
import button from "../../ui/button.module.css";
import setUpStyles from "./SetUp.module.css";
import styles from "./Workshop.module.css";

/** Questions whose answer is known, for practice: one's own, with what they come to. */
export function WarmupEditor({
  warmups,
  onChange,
}: {
  readonly warmups: readonly QuantityQuestion[];
  readonly onChange: (warmups: readonly QuantityQuestion[]) => void;
}) {
  const change = (id: string, part: Partial<QuantityQuestion>) =>
    onChange(warmups.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <section className={setUpStyles.warmups} aria-label="Warm-up questions">
      <h2>
        Warm-up questions{" "}
        <small>
          {warmups.length === 0
            ? "none: there is no warm-up"
            : `${warmups.length} of at most ${MOST.warmups}`}
        </small>
      </h2>
      <p className={styles.small}>
        Things you know and the room does not: people practise giving a span, and see how often theirs held
        the answer. From {SEEDS_NEEDED} questions on, the result also tells what it would be if those who did
        better counted more.
      </p>
      <ul>
        {warmups.map((question, i) => (
          <li key={question.id}>
            <label>
              <span>Question {i + 1}</span>
              <input
                type="text"
                maxLength={MOST.text}
                value={question.text}
                onChange={(e) => change(question.id, { text: e.target.value })}
              />
            </label>
            <label>
              <span>Answer</span>
              <Known value={question.answer} onChange={(answer) => change(question.id, { answer })} />
            </label>
            <label>
              <span>Unit</span>
              <input
                type="text"
                maxLength={20}
                value={question.unit}
                onChange={(e) => change(question.id, { unit: e.target.value })}
              />
            </label>
            <Button
              className={styles.quiet ?? ""}
              aria-label={`Remove warm-up question ${i + 1}`}
              onPress={() => onChange(warmups.filter(({ id }) => id !== question.id))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          className={button.button ?? ""}
          isDisabled={warmups.length >= MOST.warmups}
          onPress={() =>
            onChange([...warmups, { kind: "quantity", id: freshId(), text: "", unit: "", answer: NaN }])
          }
        >
          Add a question
        </Button>
        {warmups.length === 0 && (
          <Button className={button.button ?? ""} onPress={() => onChange(WARMUPS)}>
            Take ours
          </Button>
        )}
      </div>
    </section>
  );
}

/** A number as it is typed; what is none is unknown. */
function Known({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  const [text, setText] = useState(Number.isFinite(value) ? String(value) : "");
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(e) => {
        setText(e.target.value);
        const tidy = e.target.value.trim().replace(/\s/g, "").replace(",", ".");
        onChange(tidy === "" ? NaN : Number(tidy));
      }}
    />
  );
}
