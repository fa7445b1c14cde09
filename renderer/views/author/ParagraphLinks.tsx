import { X } from "lucide-react";
import { Button } from "react-aria-components";
import { useApp, useCase } from "../../state/context.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import styles from "./Author.module.css";
import form from "./Form.module.css";
import parts from "./Parts.module.css";

export interface ParagraphLinksProps {
  readonly paragraphs: readonly string[];
  readonly onChange: (paragraphs: readonly string[]) => void;
}

/** The paragraphs that a part rests on. */
export function ParagraphLinks({ paragraphs, onChange }: ParagraphLinksProps) {
  const app = useApp();
  const all = (useCase().source.paragraphs ?? []).filter(({ left }) => left !== true);
  const words = (id: string) => all.find((one) => one.id === id)?.text ?? "";
  return (
    <section aria-label="Paragraphs">
      <span className={styles.label}>Rests on</span>
      <div className={form.links}>
        {paragraphs.map((id) => (
          <span key={id} className={parts.chip} title={words(id)}>
            {id}
            <Button
              aria-label={`No longer rests on ${id}`}
              onPress={() => onChange(paragraphs.filter((one) => one !== id))}
            >
              <X size={12} aria-hidden />
            </Button>
          </span>
        ))}
        {paragraphs.length === 0 && <span className={styles.help}>No paragraph yet.</span>}
        {all.length > 0 ? (
          <div className={form.link}>
            <SelectField
              aria-label="Also rests on"
              value=""
              onChange={({ target }) => target.value !== "" && onChange([...paragraphs, target.value])}
            >
              <option value="">+ paragraph…</option>
              {all
                .filter(({ id }) => !paragraphs.includes(id))
                .map(({ id, text }) => (
                  <option key={id} value={id}>
                    {id} {text.slice(0, 60)}
                  </option>
                ))}
            </SelectField>
          </div>
        ) : (
          <Button className={styles.small ?? ""} onPress={() => app.look.setState({ author: "text" })}>
            Paste the text
          </Button>
        )}
      </div>
    </section>
  );
}
