import { useState } from "react";
import { Button } from "react-aria-components";
import type { Person } from "../../../app/model/session/state.ts";
import button from "../../ui/button.module.css";
import { PickList } from "../../ui/PickList.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { Window } from "../../ui/Window.tsx";
import { useWork } from "./context.ts";
import styles from "./Workshop.module.css";

/** Somebody who came in twice: who they are, and whose answers count where both answered. */
export function MergeWindow({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { view, happen } = useWork();
  const others = view.people.filter(({ id, status }) => id !== person.id && status !== "removed");
  const [chosen, setChosen] = useState(
    (others.find(({ name }) => alike(name, person.name)) ?? others[0])?.id ?? "",
  );
  const [keep, setKeep] = useState<"from" | "into">("into");
  const other = others.find(({ id }) => id === chosen);
  const both = view.rounds.filter(
    ({ sent }) => sent.has(person.id) && other !== undefined && sent.has(other.id),
  );
  const merge = (): void => {
    if (!other) return;
    happen([
      {
        type: "merged",
        from: person.id,
        into: other.id,
        keep: keep === "from" ? person.id : other.id,
      },
    ]);
    onClose();
  };
  return (
    <Window
      title={`${person.name} is somebody who is here already`}
      onClose={onClose}
      foot={
        <>
          <Button className={button.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button
            className={`${button.button ?? ""} ${button.primary ?? ""}`}
            isDisabled={other === undefined}
            onPress={merge}
          >
            They are one person
          </Button>
        </>
      }
    >
      <div className={styles.option}>
        <span>Who it is</span>
        <PickList
          look="field"
          label="Who it is"
          items={others.map(({ id, name }) => ({ id, label: name }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
      {other && (
        <div className={styles.option}>
          <span>Where both answer, what counts is said by</span>
          <Switch
            label="Whose answer counts where both answer"
            items={[
              ["into", other.name],
              ["from", person.name],
            ]}
            chosen={keep}
            onChoose={setKeep}
          />
        </div>
      )}
      {other && (
        <p className={styles.small}>
          {both.length === 0
            ? "So far there is no round that both answered: whatever either said counts."
            : `Both answered ${both.map(({ kind, n }) => (kind === "warmup" ? "the warm-up" : `round ${n}`)).join(" and ")}.`}{" "}
          The other answer stays in the log, and the two can be told apart again.
        </p>
      )}
    </Window>
  );
}

/** "Dana (2)" came after a Dana. */
const alike = (a: string, b: string): boolean => base(a) === base(b);
const base = (name: string): string => name.replace(/ \(\d+\)$/, "").toLocaleLowerCase("en");
