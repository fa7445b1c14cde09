import { Check, ChevronDown } from "lucide-react";
import { memo } from "react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import styles from "./LevelMenu.module.css";

export interface LevelItem {
  readonly id: string;
  readonly label: string;
  /** What this level looks like, in a line or two. */
  readonly text: string;
}

export interface LevelMenuProps {
  readonly label: string;
  readonly items: readonly LevelItem[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** A small menu of levels, each explained by its anchor. */
export const LevelMenu = memo(function LevelMenu({ label, items, chosen, onChoose }: LevelMenuProps) {
  return (
    <Select aria-label={label} value={chosen} onChange={(key) => onChoose(String(key))}>
      <Button className={styles.button ?? ""}>
        <SelectValue className={styles.value ?? ""}>
          {() => items.find(({ id }) => id === chosen)?.label}
        </SelectValue>
        <ChevronDown size={11} strokeWidth={2} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom end">
        <ListBox className={styles.list ?? ""}>
          {items.map(({ id, label: name, text }) => (
            <ListBoxItem key={id} id={id} textValue={name} className={styles.item ?? ""}>
              <Check className={styles.check} size={13} strokeWidth={2.4} aria-hidden />
              <span className={styles.name}>{name}</span>{" "}
              {text !== "" && <span className={styles.text}>{text}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
});
