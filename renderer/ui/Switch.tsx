import { Radio, RadioGroup } from "react-aria-components";
import styles from "./Switch.module.css";

export interface SwitchProps<I extends string> {
  readonly label: string;
  readonly items: readonly (readonly [id: I, label: string])[];
  readonly chosen: I;
  readonly onChoose: (id: I) => void;
}

/** A few choices side by side, one of them made. */
export function Switch<I extends string>({ label, items, chosen, onChoose }: SwitchProps<I>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={styles.switch ?? ""}
      value={chosen}
      onChange={(value) => {
        const item = items.find(([id]) => id === value);
        if (item) onChoose(item[0]);
      }}
    >
      {items.map(([id, name]) => (
        <Radio key={id} value={id}>
          {name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
