import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components";
import styles from "./ExportDialog.module.css";

interface Props {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange?: (selected: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Tick({ label, isSelected, onChange = () => undefined, isDisabled = false }: Props) {
  return (
    <Checkbox className={styles.tick ?? ""} {...{ isSelected, onChange, isDisabled }}>
      <span className={styles.box}>{isSelected && <Check size={11} strokeWidth={3} aria-hidden />}</span>
      {label}
    </Checkbox>
  );
}
