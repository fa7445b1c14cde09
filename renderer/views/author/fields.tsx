import { type ReactNode, useId, useState } from "react";
import { useApp } from "../../state/context.ts";
import styles from "./fields.module.css";

interface FieldProps<T> {
  readonly label: string;
  /** The label stands elsewhere on the page: only said. */
  readonly bare?: boolean;
  readonly value: T;
  /** Every change that the field can hold; all of them until the field is left are one undo step. */
  readonly onChange: (value: T, gesture: string) => void;
  readonly help?: ReactNode;
}

export interface TextFieldProps extends FieldProps<string> {
  readonly placeholder?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly strong?: boolean;
}

/**
 * What is typed, as it is typed: a value the case refuses stays in the field until it is left, then the case's own
 * is shown again.
 */
function useTyped(value: string, onText: (text: string, gesture: string) => void) {
  const app = useApp();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return {
    id,
    shown: typed ?? value,
    type: (text: string) => {
      setTyped(text);
      onText(text, `field ${id}`);
    },
    leave: () => {
      setTyped(null);
      app.document.endGesture();
    },
  };
}

export function TextField({ label, bare, value, onChange, help, placeholder, rows, strong }: TextFieldProps) {
  const { id, shown, type, leave } = useTyped(value, onChange);
  const shared = {
    id,
    value: shown,
    placeholder,
    "aria-label": bare ? label : undefined,
    "aria-describedby": help ? `${id}-help` : undefined,
    onBlur: leave,
  };
  return (
    <div className={styles.field}>
      {!bare && <label htmlFor={id}>{label}</label>}
      {rows === undefined ? (
        <input
          {...shared}
          className={strong ? styles.strong : undefined}
          onChange={({ target }) => type(target.value)}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          // A text of the case has no line breaks but those of its paragraphs.
          onChange={({ target }) => type(target.value.replaceAll("\n", " "))}
        />
      )}
      {help && <p id={`${id}-help`}>{help}</p>}
    </div>
  );
}

export interface NumberFieldProps extends FieldProps<number> {
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds or takes away. */
  readonly step: number;
  /** After the number: "years", "narrow". */
  readonly unit?: string;
  /** As narrow as a word of a sentence. */
  readonly inline?: boolean;
}

const printed = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** A number; arrow keys go up and down, what is out of range is not taken. */
export function NumberField(props: NumberFieldProps) {
  const { label, bare, value, min, max, step, unit, inline, help, onChange } = props;
  const take = (text: string, gesture: string) => {
    const number = Number(text.trim().replace(",", "."));
    if (text.trim() !== "" && Number.isFinite(number) && number >= min && number <= max)
      onChange(number, gesture);
  };
  const { id, shown, type, leave } = useTyped(printed(value), take);
  const number = Number(shown.trim().replace(",", "."));
  const wrong = shown.trim() === "" || !(number >= min && number <= max);
  const move = (by: number) =>
    type(printed(Math.min(max, Math.max(min, Math.round((value + by) / step) * step))));
  return (
    <div className={inline ? styles.inline : styles.field}>
      {!bare && <label htmlFor={id}>{label}</label>}
      <span className={styles.number} data-wrong={wrong || undefined}>
        <input
          id={id}
          inputMode="decimal"
          value={shown}
          aria-label={bare ? label : undefined}
          aria-invalid={wrong}
          aria-describedby={help || wrong ? `${id}-help` : undefined}
          style={inline ? { width: `calc(${Math.max(3, shown.length)}ch + 18px)` } : undefined}
          onChange={({ target }) => type(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            move(event.key === "ArrowUp" ? step : -step);
          }}
          onBlur={leave}
        />
        {unit && <em>{unit}</em>}
      </span>
      {(help ?? wrong) && (
        <p id={`${id}-help`} className={wrong ? styles.wrong : undefined}>
          {wrong ? `A number from ${min} to ${max}.` : help}
        </p>
      )}
    </div>
  );
}
