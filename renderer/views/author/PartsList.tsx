import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import type { Group } from "../../../app/model/case/types.ts";
import { sourceWords } from "../../../app/model/words/source.ts";
import { useApp, useCase } from "../../state/context.ts";
import { factorGroups, toneOf } from "../explore/groups.ts";
import { addFactor, addMechanism } from "./adding.ts";
import styles from "./Author.module.css";
import parts from "./Parts.module.css";

export interface PartsProps {
  readonly title: string;
  readonly count: number;
  readonly chosen: string | null;
  /** What stands there while there are none. */
  readonly none: string;
  readonly add: ReactNode;
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
}

/** The parts of one kind, with how many there are and a field for a new one. */
export function Parts({ title, count, chosen, none, add, onChoose, children }: PartsProps) {
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.title}>
        <h2>{title}</h2>
        <span className={styles.count}>{count}</span>
      </div>
      <ListBox
        className={parts.parts ?? ""}
        aria-label={title}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          if (typeof key === "string") onChoose(key);
        }}
        renderEmptyState={() => <p className={parts.none}>{none}</p>}
      >
        {children}
      </ListBox>
      {add}
    </section>
  );
}

/** The factors in their groups; the chosen one is edited in the middle. */
export function FactorsList({ chosen }: { readonly chosen: string | null }) {
  const app = useApp();
  const theCase = useCase();
  return (
    <Parts
      title="Factors"
      count={theCase.factors.length}
      chosen={chosen}
      onChoose={(id) => app.look.setState({ selected: id })}
      none="No factors yet. A factor is something that moves by itself and that people can weigh."
      add={
        <AddPart
          label="Name of a new factor"
          onAdd={(label) =>
            addFactor(app, theCase, { label, group: groupFor(theCase.factors), paragraphs: [] })
          }
        />
      }
    >
      {factorGroups(theCase).map(({ id, label, factors }) => (
        <ListBoxSection key={id}>
          <Header className={parts.group ?? ""}>{label}</Header>
          {factors.map((factor) => (
            <ListBoxItem
              key={factor.id}
              id={factor.id}
              textValue={factor.label}
              className={`${parts.part} ${toneOf(factor) === "hold" ? styles.hold : styles.apart}`}
            >
              <span>{factor.short}</span>
              {factor.beyondArticle && <em>{sourceWords(theCase).beyond}</em>}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </Parts>
  );
}

/** The mechanisms in the case's order. */
export function MechanismsList({ chosen }: { readonly chosen: string | null }) {
  const app = useApp();
  const theCase = useCase();
  return (
    <Parts
      title="Mechanisms"
      count={theCase.mechanisms.length}
      chosen={chosen}
      onChoose={(id) => app.look.setState({ selected: id })}
      none="No mechanisms yet. A mechanism is worked out from its causes."
      add={
        <AddPart
          label="Name of a new mechanism"
          onAdd={(label) => addMechanism(app, theCase, { label, paragraphs: [] })}
        />
      }
    >
      {theCase.mechanisms.map(({ id, label, short }) => (
        <ListBoxItem key={id} id={id} textValue={label} className={parts.part ?? ""}>
          <span>{short}</span>
          {id === theCase.outcome.event.of && <em>decides the outcome</em>}
        </ListBoxItem>
      ))}
    </Parts>
  );
}

/** A new factor joins the group of the last one: they are mostly put down in groups. */
const groupFor = (factors: readonly { readonly group: Group }[]): Group => factors.at(-1)?.group ?? "apart";

/** A field for the name of a new one. */
export function AddPart({
  label,
  onAdd,
}: {
  readonly label: string;
  readonly onAdd: (name: string) => void;
}) {
  const [name, setName] = useState("");
  return (
    <form
      className={parts.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onAdd(name.trim());
        setName("");
      }}
    >
      <input
        aria-label={label}
        placeholder={label}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" className={styles.small ?? ""} isDisabled={name.trim() === ""}>
        <Plus size={13} aria-hidden /> Add
      </Button>
    </form>
  );
}
