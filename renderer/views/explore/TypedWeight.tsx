import { useEffect, useRef, useState } from "react";
import type { Factor } from "../../../app/model/case/types.ts";
import { parseWeight } from "../../../app/model/words/typed.ts";
import { useApp } from "../../state/context.ts";
import styles from "./Weights.module.css";

interface Props {
  readonly factor: Factor;
  /** What stands in the field at first; the caret is behind it. */
  readonly first: string;
  readonly onDone?: () => void;
  /** Stays open after Enter, and follows the weight. */
  readonly standing?: boolean;
}

/** What is wrong is said below the field, which may be the last of a list that scrolls. */
const intoView = (said: HTMLElement | null) => said?.scrollIntoView?.({ block: "nearest" });

/** A field for a weight or a range: "7" or "6 to 8". Enter takes it, Escape leaves everything as it was. */
export function TypedWeight({ factor, first, onDone, standing = false }: Props) {
  const app = useApp();
  const [text, setText] = useState(first);
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!standing) field.current?.focus();
  }, [standing]);

  const take = (): void => {
    if (standing && text === first) return;
    const typed = parseWeight(text);
    if (!typed.ok) return setWrong(typed.sentence);
    const gesture = `typed:${factor.id}`;
    app.change({ edit: "setWeight", factor: factor.id, weight: typed.weight }, gesture);
    app.change({ edit: "setRange", factor: factor.id, range: typed.range }, gesture);
    app.document.endGesture();
    setWrong(null);
    onDone?.();
  };
  return (
    <span className={styles.typed}>
      <input
        ref={field}
        value={text}
        aria-label={`Weight or range of ${factor.short}`}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? `typed-${factor.id}` : undefined}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          setWrong(null);
        }}
        onBlur={() => (standing ? take() : onDone?.())}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
          else if (event.key === "Escape") {
            setText(first);
            setWrong(null);
            onDone?.();
          } else return;
          event.stopPropagation();
        }}
      />
      {wrong && (
        <em id={`typed-${factor.id}`} role="alert" ref={intoView}>
          {wrong}
        </em>
      )}
    </span>
  );
}
