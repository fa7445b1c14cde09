import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { diffCases, type Difference, type DiffPart } from "../../../app/model/author/diff.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";
import buttons from "../../ui/button.module.css";
import { Switch } from "../../ui/Switch.tsx";
import { Window } from "../../ui/Window.tsx";
import css from "./Versions.module.css";
import { capitalised } from "../../../app/model/words/text.ts";

export interface VersionsProps {
  /** The other file's name, and what it holds. */
  readonly name: string;
  readonly other: Case;
  readonly onClose: () => void;
}

/** What changed between the open case and another version of it, in words, part by part. */
export function Versions({ name, other, onClose }: VersionsProps) {
  const theCase = useCase();
  const [older, setOlder] = useState<"other" | "open">("other");
  const found = useMemo(
    () => (older === "other" ? diffCases(other, theCase) : diffCases(theCase, other)),
    [older, other, theCase],
  );
  const names =
    older === "other" ? (["The file", "The open case"] as const) : (["The open case", "The file"] as const);
  const parts = [...new Set(found.map(({ part }) => part))];
  return (
    <Window
      title="What changed"
      onClose={onClose}
      wide={found.some(({ sides }) => sides)}
      foot={
        <Button className={buttons.button ?? ""} onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={css.body}>
        <p>
          The file is <b>{name}</b>.
        </p>
        <Switch
          label="Which one is older"
          items={[
            ["other", "From the file to the open case"],
            ["open", "From the open case to the file"],
          ]}
          chosen={older}
          onChoose={setOlder}
        />
        {found.length === 0 ? (
          <p>Nothing differs: both say the same.</p>
        ) : (
          <div className={css.list} tabIndex={0} role="region" aria-label="Changes">
            {parts.map((part) => (
              <Part key={part} part={part} found={found.filter((one) => one.part === part)} names={names} />
            ))}
          </div>
        )}
      </div>
    </Window>
  );
}

const MARKS: Readonly<Record<Difference["kind"], string>> = { added: "+", removed: "−", changed: "→" };

function Part({
  part,
  found,
  names,
}: {
  readonly part: DiffPart;
  readonly found: readonly Difference[];
  /** Of the older and the newer version. */
  readonly names: readonly [string, string];
}) {
  return (
    <section>
      <h3>
        {capitalised(part)} <em>{found.length}</em>
      </h3>
      <ul>
        {found.map(({ kind, text, sides }, i) => (
          <li key={i}>
            <i role="img" aria-label={kind}>
              {MARKS[kind]}
            </i>
            {sides ? (
              <div>
                {capitalised(sides.what)}
                <dl className={css.versions}>
                  <div>
                    <dt>{names[0]}</dt>
                    <dd>{sides.before}</dd>
                  </div>
                  <div>
                    <dt>{names[1]}</dt>
                    <dd>{sides.after}</dd>
                  </div>
                </dl>
              </div>
            ) : (
              <span>{text}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
