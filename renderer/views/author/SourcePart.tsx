import { Plus, X } from "lucide-react";
import { Button } from "react-aria-components";
import { freshId } from "../../../app/model/author/ids.ts";
import type { To } from "../../../app/model/author/edits.ts";
import type { Source } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import styles from "./Author.module.css";
import { TextField } from "./fields.tsx";
import { Conflicts, Hedges } from "./HowItSpeaks.tsx";
import fields from "./fields.module.css";
import { PickList } from "../../ui/PickList.tsx";
import {
  SOURCE_KINDS,
  type SourceKind,
  sourceKindRead,
  sourceWords,
} from "../../../app/model/words/source.ts";
import { capitalised } from "../../../app/model/words/text.ts";
import parts from "./Parts.module.css";
import { useEdit } from "./useEdit.ts";

type Item = NonNullable<Source["items"]>[number];

/** Where the text comes from, and other sources that claims name. */
export function SourcePart() {
  const edit = useEdit();
  const theCase = useCase();
  const { source } = theCase;
  const set = (
    to: To<Pick<Source, "title" | "author" | "publisher" | "note" | "items" | "kind">>,
    gesture: string | null = null,
  ) => edit({ edit: "setCaseWords", to: { source: to } }, gesture);
  const called = (kind: SourceKind) => sourceWords({ source: { ...source, kind } }).the;
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
        <div className={fields.field}>
          <span aria-hidden="true">On screen it is</span>
          <PickList
            label="On screen it is"
            look="field"
            items={[
              { id: "", label: capitalised(called(sourceKindRead(theCase))), text: "read off what is here" },
              ...SOURCE_KINDS.map((kind) => ({ id: kind, label: capitalised(called(kind)) })),
            ]}
            chosen={SOURCE_KINDS.find((kind) => kind === source.kind) ?? ""}
            onChoose={(kind) => set({ kind: kind === "" ? undefined : kind })}
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
