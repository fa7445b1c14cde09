import { Button } from "react-aria-components";
import { Window } from "../../ui/Window.tsx";
import window from "../../ui/Window.module.css";

export interface AskProps {
  readonly title: string;
  readonly text: string;
  /** The first one is what Escape means. */
  readonly answers: readonly {
    readonly label: string;
    readonly run: () => void;
    readonly primary?: boolean;
  }[];
}

/** A question that must be answered before anything goes on. */
export function Ask({ title, text, answers }: AskProps) {
  return (
    <Window
      title={title}
      role="alertdialog"
      onClose={() => answers[0]?.run()}
      foot={answers.map(({ label, run, primary = false }) => (
        <Button
          key={label}
          autoFocus={primary}
          className={`${window.button} ${primary ? window.primary : ""}`}
          onPress={run}
        >
          {label}
        </Button>
      ))}
    >
      <p>{text}</p>
    </Window>
  );
}
