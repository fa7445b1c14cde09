import { Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import told from "./Told.module.css";

export interface TextLinesProps {
  readonly label: string;
  /** What one of them is called: "Source". */
  readonly each: string;
  /** On the button for a further one. */
  readonly add: string;
  readonly placeholder: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[], gesture: string | null) => void;
}

/** Several short texts, one field each. */
export function TextLines({ label, each, add, placeholder, lines, onChange }: TextLinesProps) {
  const list = useRef<HTMLUListElement>(null);
  const added = useRef(false);
  // Who asks for a further line goes on to write it.
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    [...(list.current?.querySelectorAll("input") ?? [])].at(-1)?.focus();
  }, [lines.length]);
  return (
    <section aria-label={label}>
      <span className={styles.label}>{label}</span>
      <ul ref={list} className={told.lines}>
        {lines.map((line, i) => (
          <li key={i}>
            <TextField
              label={`${each} ${i + 1}`}
              bare
              placeholder={placeholder}
              value={line}
              onChange={(text, gesture) => onChange(lines.with(i, text), gesture)}
            />
            <Button
              className={styles.icon ?? ""}
              aria-label={`Remove ${each.charAt(0).toLowerCase()}${each.slice(1)} ${i + 1}`}
              onPress={() => onChange(lines.toSpliced(i, 1), null)}
            >
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
        <li>
          <span>
            <Button
              className={styles.small ?? ""}
              onPress={() => {
                added.current = true;
                onChange([...lines, ""], null);
              }}
            >
              <Plus size={13} aria-hidden /> {add}
            </Button>
          </span>
        </li>
      </ul>
    </section>
  );
}
