import { useEffect, useRef, useState } from "react";
import { useApp, useCase } from "../../state/context.ts";
import styles from "./Scenarios.module.css";

/** The name of a scenario in place: Enter keeps it, Escape leaves it as it was. */
export function RenameField({ scenario }: { readonly scenario: string }) {
  const app = useApp();
  const name = useCase().scenarios.find(({ id }) => id === scenario)?.name ?? "";
  const [typed, setTyped] = useState(name);
  const over = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Where a menu or dialog led here, it gives the focus back to what had it before: this field waits for that.
    let frame = 0;
    let left = 8;
    const take = (): void => {
      if (document.activeElement !== field.current) {
        field.current?.focus();
        field.current?.select();
      }
      if (--left > 0) frame = requestAnimationFrame(take);
    };
    take();
    return () => cancelAnimationFrame(frame);
  }, []);
  const end = (keep: boolean): void => {
    if (over.current) return;
    over.current = true;
    if (keep) app.edit({ edit: "renameScenario", scenario, name: typed });
    app.look.setState({ renaming: null });
    // The tab is there again once this field has gone.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
    );
  };
  return (
    <input
      className={styles.rename}
      aria-label={`Name of scenario ${name}`}
      value={typed}
      maxLength={120}
      size={Math.min(28, Math.max(10, typed.length))}
      ref={field}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        // Only a focus that has come to stay can be left.
        setTimeout(() => document.activeElement !== field.current && end(true), 200);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") end(true);
        else if (event.key === "Escape") end(false);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
