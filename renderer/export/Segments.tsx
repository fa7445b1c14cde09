import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import styles from "./ExportDialog.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, ReactNode])[];
  readonly onChange: (value: Value) => void;
  /** Large tiles instead of a row of words. */
  readonly tiles?: boolean;
  /** May take more than one line. */
  readonly wrap?: boolean;
}

/** One of a few, all of them in sight. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChange,
  tiles,
  wrap,
}: Props<Value>) {
  return (
    <RadioGroup
      className={styles.field ?? ""}
      value={value}
      onChange={(chosen) => {
        const option = options.find(([id]) => id === chosen);
        if (option) onChange(option[0]);
      }}
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <div className={tiles ? styles.tiles : wrap ? `${styles.segments} ${styles.wrap}` : styles.segments}>
        {options.map(([id, content]) => (
          <Radio key={id} value={id} className={(tiles ? styles.tile : styles.segment) ?? ""}>
            {content}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
