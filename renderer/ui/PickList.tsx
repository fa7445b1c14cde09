import { Check, ChevronDown } from "lucide-react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import styles from "./PickList.module.css";

export interface PickItem {
  readonly id: string;
  readonly label: string;
  /** A line below it. */
  readonly text?: string;
}

export interface PickListProps {
  readonly label: string;
  readonly items: readonly PickItem[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** Part of a sentence in large type, or a small field of a chart. */
  readonly look: "sentence" | "field";
}

/** A word of a sentence that can be changed. */
export function PickList({ label, items, chosen, onChoose, look }: PickListProps) {
  return (
    <Select
      aria-label={label}
      className={styles[look] ?? ""}
      value={chosen}
      onChange={(key) => onChoose(String(key))}
    >
      <Button className={styles.button ?? ""}>
        <SelectValue className={styles.value ?? ""}>
          {() => items.find(({ id }) => id === chosen)?.label}
        </SelectValue>
        <ChevronDown size={look === "sentence" ? 15 : 12} strokeWidth={2} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom start">
        <ListBox className={styles.list ?? ""}>
          {items.map(({ id, label: name, text }) => (
            <ListBoxItem key={id} id={id} textValue={name} className={styles.item ?? ""}>
              <Check className={styles.check} size={13} strokeWidth={2.4} aria-hidden />
              <span>{name}</span> {text && <small>{text}</small>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
