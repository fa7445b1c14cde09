import { ChevronRight, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { freshConflictId } from "../../../app/model/author/told.ts";
import type { DateConflict, Hedge } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import { Switch } from "../../ui/Switch.tsx";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import parts from "./Parts.module.css";
import { TextLines } from "./TextLines.tsx";
import told from "./Told.module.css";
import { useEdit } from "./useEdit.ts";

/** A part that few cases need: closed until it is wanted. */
function More({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  return (
    <details className={told.more}>
      <summary>
        <ChevronRight size={13} strokeWidth={2} aria-hidden />
        <span>{title}</span> <span className={styles.count}>{count}</span>
      </summary>
      <div className={parts.edit}>{children}</div>
    </details>
  );
}

/** The words by which the text says how sure it is, and how each of them was read. */
export function Hedges() {
  const edit = useEdit();
  const { hedges } = useCase();
  const put = (next: readonly Hedge[], gesture: string | null = null) =>
    edit({ edit: "setHedges", hedges: next }, gesture);
  return (
    <More title="Words the text hedges with" count={hedges.length}>
      {hedges.map((hedge, i) => {
        const change = (to: Partial<Hedge>, gesture: string) =>
          put(hedges.with(i, { ...hedge, ...to }), gesture);
        return (
          <fieldset key={i} className={parts.item}>
            <legend>{hedge.word || `Word ${i + 1}`}</legend>
            <div className={parts.pair}>
              <TextField
                label={`Word ${i + 1}`}
                bare
                placeholder="perhaps"
                value={hedge.word}
                onChange={(word, g) => change({ word }, g)}
              />
              <TextField
                label={`Where word ${i + 1} stands`}
                bare
                placeholder="P1, P4"
                value={hedge.where}
                onChange={(where, g) => change({ where }, g)}
              />
            </div>
            <TextField
              label={`How word ${i + 1} was read`}
              bare
              rows={1}
              placeholder="possible (0.20–0.50)"
              value={hedge.reading}
              onChange={(reading, g) => change({ reading }, g)}
            />
            <Button
              className={styles.icon ?? ""}
              aria-label={`Remove word ${i + 1}`}
              onPress={() => put(hedges.toSpliced(i, 1))}
            >
              <X size={14} aria-hidden />
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button
          className={styles.small ?? ""}
          onPress={() => put([...hedges, { word: "", where: "", reading: "" }])}
        >
          <Plus size={13} aria-hidden /> Add a word
        </Button>
      </div>
    </More>
  );
}

const KINDS = [
  ["internal", "Within the text"],
  ["external", "With other sources"],
] as const;

/** Dates and facts that do not fit together, in the text or with what others say. */
export function Conflicts() {
  const edit = useEdit();
  const theCase = useCase();
  const { dateConflicts } = theCase;
  const put = (conflicts: readonly DateConflict[], gesture: string | null = null) =>
    edit({ edit: "setDateConflicts", conflicts }, gesture);
  return (
    <More title="What does not fit" count={dateConflicts.length}>
      {dateConflicts.map((conflict, i) => {
        const change = (to: Partial<DateConflict>, gesture: string | null = null) =>
          put(dateConflicts.with(i, { ...conflict, ...to }), gesture);
        return (
          <fieldset key={conflict.id} className={parts.item}>
            <legend>{conflict.id}</legend>
            <TextField
              label={`What does not fit, ${conflict.id}`}
              bare
              rows={2}
              placeholder="P2 says the 24th, the press says the 20th"
              value={conflict.text}
              onChange={(text, g) => change({ text }, g)}
            />
            <Switch
              label={`Where ${conflict.id} does not fit`}
              items={KINDS}
              chosen={KINDS.find(([id]) => id === conflict.kind)?.[0] ?? "internal"}
              onChoose={(kind) => change({ kind })}
            />
            <TextLines
              label="Sources"
              each={`Source of ${conflict.id}`}
              add="Add a source"
              placeholder="Where it is to be read"
              lines={conflict.sources}
              onChange={(sources, g) => change({ sources }, g)}
            />
            <Button
              className={styles.icon ?? ""}
              aria-label={`Remove ${conflict.id}`}
              onPress={() => put(dateConflicts.toSpliced(i, 1))}
            >
              <X size={14} aria-hidden />
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button
          className={styles.small ?? ""}
          onPress={() =>
            put([...dateConflicts, { id: freshConflictId(theCase), kind: "internal", text: "", sources: [] }])
          }
        >
          <Plus size={13} aria-hidden /> Add what does not fit
        </Button>
      </div>
    </More>
  );
}
