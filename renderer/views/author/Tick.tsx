import type { ReactNode } from "react";
import form from "./Form.module.css";

export interface TickProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** Yes or no. */
export function Tick({ checked, onChange, children }: TickProps) {
  return (
    <label className={form.tick}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  );
}
