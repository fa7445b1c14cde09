import { useMemo, useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import {
  type EvidenceConflict,
  type EvidenceMerge,
  mergeEdit,
  mergeEvidence,
} from "../../../app/model/author/merge.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { counted } from "../../../app/model/words/counted.ts";
import { useApp, useCase } from "../../state/context.ts";
import buttons from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import { useEdit } from "./useEdit.ts";
import { inShort, tellings } from "./tellings.ts";
import css from "./Versions.module.css";

export interface MergeDialogProps {
  /** The colleague's file, and what it holds. */
  readonly name: string;
  readonly other: Case;
  readonly onClose: () => void;
}

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
      app.notify(`${counted(comes, "evidence item")} taken in from ${name}. Undo takes them out.`);
    onClose();
  };
  return (
    <Window
      title="Merge a colleague’s evidence"
      onClose={onClose}
      wide={merge.conflicts.length > 0}
      foot={
        <>
          <Button className={buttons.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button className={`${buttons.button} ${buttons.primary}`} isDisabled={comes === 0} onPress={put}>
            {comes === 0 ? "Nothing to take in" : `Take in ${counted(comes, "item")}`}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p>
          {name}: {counted(merge.added.length, "new item")}, {merge.same.length} alike in both,{" "}
          {counted(merge.conflicts.length, "told differently", "told differently")}. Nothing of yours is lost.
        </p>
        <div className={css.list} tabIndex={0} role="region" aria-label="Items">
          <Conflicts merge={merge} take={take} onTake={setTake} />
          <Listed
            title="New"
            items={merge.added.map((item) => ({
              id: item.id,
              title: item.title,
              more: inShort(theCase, item),
            }))}
          />
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
        {merge.conflicts.map((conflict) => (
          <Told
            key={conflict.mine.id}
            conflict={conflict}
            whose={take.has(conflict.mine.id) ? "theirs" : "mine"}
            onChoose={(whose) => {
              const next = new Set(take);
              if (whose === "theirs") next.add(conflict.mine.id);
              else next.delete(conflict.mine.id);
              onTake(next);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

type Whose = "mine" | "theirs";
const WHOSE: readonly (readonly [Whose, string])[] = [
  ["mine", "Keep mine"],
  ["theirs", "Take theirs"],
];

/** Both tellings of one item side by side, what they share left out; the chosen one is what stands in the log. */
function Told({
  conflict,
  whose,
  onChoose,
}: {
  readonly conflict: EvidenceConflict;
  readonly whose: Whose;
  readonly onChoose: (whose: Whose) => void;
}) {
  const theCase = useCase();
  const { title } = conflict.mine;
  const told = tellings(theCase, conflict);
  return (
    <li className={css.told}>
      <b>{title}</b>
      <RadioGroup
        aria-label={`Which of the two: ${title}`}
        orientation="horizontal"
        className={css.sides ?? ""}
        style={{ gridTemplateRows: `repeat(${told.length + 1}, auto)` }}
        value={whose}
        onChange={(value) => onChoose(value === "theirs" ? "theirs" : "mine")}
      >
        {WHOSE.map(([id, name]) => (
          <Radio key={id} value={id} className={css.side ?? ""}>
            <span className={css.choice}>{name}</span>
            {told.map((one) => (
              <span key={one.what} className={css.telling}>
                <small>{one.what}</small>
                {one[id].length === 0 ? (
                  <em>nothing</em>
                ) : (
                  one[id].map((text) => <span key={text}>{text}</span>)
                )}
              </span>
            ))}
          </Radio>
        ))}
      </RadioGroup>
    </li>
  );
}

function Listed({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly title: string; readonly more?: string }[];
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
            <span>
              {item.title}
              {item.more && <small>{item.more}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
