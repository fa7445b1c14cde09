import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import styles from "./SelectField.module.css";

/**
 * A native list of choices (with its keyboard, groups and length) that looks like the pick-lists beside it; give it
 * `<option>`s.
 */
export function SelectField(props: Omit<ComponentProps<"select">, "className">) {
  return (
    <span className={styles.field}>
      <select {...props} />
      <ChevronDown size={12} strokeWidth={2} aria-hidden />
    </span>
  );
}
