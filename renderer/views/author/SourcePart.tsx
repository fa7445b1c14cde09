import { Plus, X } from "lucide-react";
import { Button } from "react-aria-components";
import { freshId } from "../../../app/model/author/ids.ts";
import type { Source } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import { Conflicts, Hedges } from "./HowItSpeaks.tsx";
import parts from "./Parts.module.css";
import { useEdit } from "./useEdit.ts";

type Item = NonNullable<Source["items"]>[number];

/** Where the text comes from, and other sources that claims name. */
export function SourcePart() {
  const edit = useEdit();
  const theCase = useCase();
  const { source } = theCase;
  const set = (
    to: Partial<Pick<Source, "title" | "author" | "publisher" | "note" | "items">>,
    gesture: string | null = null,
  ) => edit({ edit: "setCaseWords", to: { source: to } }, gesture);
  const items = source.items ?? [];
  const setItem = (item: Item, gesture: string) =>
    set({ items: items.map((one) => (one.id === item.id ? item : one)) }, gesture);
  return (
    <div className={styles.part}>
      <div className={styles.title}>
        <h2>Source</h2>
      </div>
      <div className={parts.edit}>
        <TextField label="Title" value={source.title} onChange={(title, g) => set({ title }, g)} />
        <div className={parts.pair}>
          <TextField label="Author" value={source.author} onChange={(author, g) => set({ author }, g)} />
          <TextField
            label="Publisher"
            value={source.publisher}
            onChange={(publisher, g) => set({ publisher }, g)}
          />
        </div>
        <TextField
          label="Note"
          rows={2}
          placeholder="What is paraphrased, what is quoted, what is left out"
          value={source.note}
          onChange={(note, g) => set({ note }, g)}
        />
        {items.map((item) => (
          <fieldset key={item.id} className={parts.item}>
            <legend>{item.id}</legend>
            <TextField
              label={`Title of ${item.id}`}
              bare
              placeholder="Title"
              value={item.title}
              onChange={(title, g) => setItem({ ...item, title }, g)}
            />
            <div className={parts.pair}>
              <TextField
                label={`Date of ${item.id}`}
                bare
                placeholder="Date"
                value={item.date ?? ""}
                onChange={(date, g) => setItem({ ...item, date }, g)}
              />
              <TextField
                label={`Where ${item.id} is found`}
                bare
                placeholder="Where it is found"
                value={item.url ?? ""}
                onChange={(url, g) => setItem({ ...item, url }, g)}
              />
            </div>
            <Button
              className={styles.icon ?? ""}
              aria-label={`Remove source ${item.id}`}
              onPress={() => set({ items: items.filter(({ id }) => id !== item.id) })}
            >
              <X size={14} aria-hidden />
            </Button>
          </fieldset>
        ))}
        <div>
          <Button
            className={styles.small ?? ""}
            onPress={() =>
              set({ items: [...items, { id: freshId(theCase, "source"), title: "A further source" }] })
            }
          >
            <Plus size={13} aria-hidden /> Add a source
          </Button>
        </div>
        <Hedges />
        <Conflicts />
      </div>
    </div>
  );
}
