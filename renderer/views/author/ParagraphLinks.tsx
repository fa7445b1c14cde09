import { Button } from "react-aria-components";
import { useApp, useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { ChipPick } from "./ChipPick.tsx";

export interface ParagraphLinksProps {
  readonly paragraphs: readonly string[];
  /** What rests on them, where a page has several such lists: "Step 2". */
  readonly of?: string;
  readonly onChange: (paragraphs: readonly string[]) => void;
}

/** The paragraphs that a part rests on. */
export function ParagraphLinks({ paragraphs, of, onChange }: ParagraphLinksProps) {
  const app = useApp();
  const all = (useCase().source.paragraphs ?? []).filter(({ left }) => left !== true);
  return (
    <section aria-label={of === undefined ? "Paragraphs" : `Paragraphs of ${of}`}>
      <ChipPick
        label="Rests on"
        items={all.map(({ id, text }) => ({ id, label: id, text }))}
        chosen={paragraphs}
        none="No paragraph yet."
        words={{
          add: of === undefined ? "Also rests on" : `${of} also rests on`,
          more: "+ paragraph…",
          remove: (id) => (of === undefined ? `No longer rests on ${id}` : `${of} no longer rests on ${id}`),
        }}
        onChange={onChange}
      >
        {all.length === 0 && of === undefined && (
          <Button className={styles.small ?? ""} onPress={() => app.look.setState({ author: "text" })}>
            Paste the text
          </Button>
        )}
      </ChipPick>
    </section>
  );
}
