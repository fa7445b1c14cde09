import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { type EvidenceMerge, mergeEdit, mergeEvidence } from "../../../app/model/author/merge.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { useApp, useCase } from "../../state/context.ts";
import buttons from "../../ui/button.module.css";
import { Switch } from "../../ui/Switch.tsx";
import { Window } from "../../ui/Window.tsx";
import { useEdit } from "./useEdit.ts";
import css from "./Versions.module.css";

export interface MergeDialogProps {
  /** The colleague's file, and what it holds. */
  readonly name: string;
  readonly other: Case;
  readonly onClose: () => void;
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** What a colleague's log adds to this one; where both tell an item differently, one chooses. One step of undo. */
export function MergeDialog({ name, other, onClose }: MergeDialogProps) {
  const app = useApp();
  const edit = useEdit();
  const theCase = useCase();
  const merge = useMemo(() => mergeEvidence(theCase, other), [theCase, other]);
  const [take, setTake] = useState<ReadonlySet<string>>(new Set());
  const comes = merge.added.length + take.size;
  const put = () => {
    if (edit(mergeEdit(merge, name, take)))
      app.notify(`${count(comes, "evidence item")} taken in from ${name}. Undo takes them out.`);
    onClose();
  };
  return (
    <Window
      title="Merge a colleague’s evidence"
      onClose={onClose}
      foot={
        <>
          <Button className={buttons.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button className={`${buttons.button} ${buttons.primary}`} isDisabled={comes === 0} onPress={put}>
            {comes === 0 ? "Nothing to take in" : `Take in ${count(comes, "item")}`}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p>
          {name}: {count(merge.added.length, "new item")}, {merge.same.length} alike in both,{" "}
          {count(merge.conflicts.length, "told differently", "told differently")}. Nothing of yours is lost.
        </p>
        <div className={css.list} tabIndex={0} role="region" aria-label="Items">
          <Conflicts merge={merge} take={take} onTake={setTake} />
          <Listed title="New" items={merge.added.map(({ id, title }) => ({ id, title }))} />
          <Listed
            title="Left out: this case does not have what they bear on"
            items={merge.unknown.map(({ title, part }, i) => ({
              id: String(i),
              title: `${title} (${part})`,
            }))}
          />
        </div>
      </div>
    </Window>
  );
}

function Conflicts({
  merge,
  take,
  onTake,
}: {
  readonly merge: EvidenceMerge;
  readonly take: ReadonlySet<string>;
  readonly onTake: (take: ReadonlySet<string>) => void;
}) {
  if (merge.conflicts.length === 0) return null;
  return (
    <section>
      <h3>Told differently</h3>
      <ul>
        {merge.conflicts.map(({ mine, differs }) => (
          <li key={mine.id}>
            <i aria-hidden="true">≠</i>
            <span>
              {mine.title}
              <small>Differs in {differs.join(", ")}.</small>
              <Switch
                label={`Which of the two: ${mine.title}`}
                items={[
                  ["mine", "Keep mine"],
                  ["theirs", "Take theirs"],
                ]}
                chosen={take.has(mine.id) ? "theirs" : "mine"}
                onChoose={(whose) => {
                  const next = new Set(take);
                  if (whose === "theirs") next.add(mine.id);
                  else next.delete(mine.id);
                  onTake(next);
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Listed({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly title: string }[];
}) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <em>{items.length}</em>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <i aria-hidden="true">+</i>
            <span>{item.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
