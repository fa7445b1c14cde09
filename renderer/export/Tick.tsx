import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components";
import styles from "./ExportDialog.module.css";

interface Props {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}

export function Tick({ label, isSelected, onChange }: Props) {
  return (
    <Checkbox className={styles.tick ?? ""} isSelected={isSelected} onChange={onChange}>
      <span className={styles.box}>{isSelected && <Check size={11} strokeWidth={3} aria-hidden />}</span>
      {label}
    </Checkbox>
  );
}
