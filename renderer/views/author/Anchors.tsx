import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import form from "./Form.module.css";
import { capitalised } from "../../../app/model/words/text.ts";

export interface AnchorsProps {
  readonly anchors: readonly string[];
  readonly onChange: (anchors: readonly string[], gesture: string) => void;
}

/** What one would see at each level, so that two people mean the same by it. */
export function Anchors({ anchors, onChange }: AnchorsProps) {
  const { levels } = useCase();
  const five = levels.map((_, k) => anchors[k] ?? "");
  return (
    <section aria-label="What each state looks like">
      <span className={styles.label}>What each state looks like</span>
      <ol className={form.anchors}>
        {levels.map(({ id, label }, k) => (
          <li key={id}>
            <b aria-hidden="true">{capitalised(label)}</b>
            <TextField
              label={`What ${label} looks like`}
              bare
              rows={1}
              placeholder={HELP[k] ?? ""}
              value={five[k] ?? ""}
              onChange={(text, gesture) => onChange(five.with(k, text), gesture)}
            />
          </li>
        ))}
      </ol>
      <p className={styles.help}>
        Something that can be counted or pointed at. Begin with the two ends, then the middle; a state that
        nobody could tell from its neighbour is not described yet.
      </p>
    </section>
  );
}

const HELP = [
  "None, or so little that nobody remarks on it",
  "Seen now and then",
  "The usual",
  "More than is usual, and remarked on",
  "As much as one has ever seen",
] as const;
