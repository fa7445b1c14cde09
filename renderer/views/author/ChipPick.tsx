import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./Author.module.css";
import form from "./Form.module.css";
import parts from "./Parts.module.css";

export interface ChipPickProps {
  readonly label: string;
  /** Everything that can be chosen; what is chosen and not among it is shown by its id. */
  readonly items: readonly { readonly id: string; readonly label: string; readonly text?: string }[];
  readonly chosen: readonly string[];
  /** Said while nothing is chosen. */
  readonly none: string;
  readonly words: {
    /** Name of the list of further ones, and what stands in it. */
    readonly add: string;
    readonly more: string;
    readonly remove: (label: string) => string;
  };
  readonly onChange: (chosen: readonly string[]) => void;
  /** In the place of the list where there is nothing to choose. */
  readonly children?: ReactNode;
}

/** Several of a list: each that is chosen can be taken out, the others are put in from a list. */
export function ChipPick({ label, items, chosen, none, words, onChange, children }: ChipPickProps) {
  const found = (id: string) => items.find((one) => one.id === id);
  return (
    <>
      <span className={styles.label}>{label}</span>
      <div className={form.links}>
        {chosen.map((id) => {
          const name = found(id)?.label ?? id;
          return (
            <span key={id} className={parts.chip} title={found(id)?.text}>
              {name}
              <Button
                aria-label={words.remove(name)}
                onPress={() => onChange(chosen.filter((one) => one !== id))}
              >
                <X size={12} aria-hidden />
              </Button>
            </span>
          );
        })}
        {chosen.length === 0 && <span className={styles.help}>{none}</span>}
        {items.length > 0 && (
          <div className={form.link}>
            <SelectField
              aria-label={words.add}
              value=""
              onChange={({ target }) => target.value !== "" && onChange([...chosen, target.value])}
            >
              <option value="">{words.more}</option>
              {items
                .filter(({ id }) => !chosen.includes(id))
                .map(({ id, label: name, text }) => (
                  <option key={id} value={id}>
                    {name} {text?.slice(0, 60)}
                  </option>
                ))}
            </SelectField>
          </div>
        )}
        {children}
      </div>
    </>
  );
}
