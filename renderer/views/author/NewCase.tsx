import { useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import { blankCase, copyCase, templateCase } from "../../../app/model/author/start.ts";
import { isPlaceholder } from "../../state/placeholder.ts";
import { useApp, useCase } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import { Window } from "../../ui/Window.tsx";
import buttons from "../../ui/button.module.css";
import styles from "./NewCase.module.css";

const STARTS = [
  ["blank", "Blank", "A text of your own, from the first paragraph on"],
  [
    "template",
    "Template “Two partners under strain”",
    "Eight factors that fit many partnerships, to be made your own",
  ],
  ["copy", "Copy of this case", "Its text, factors and mechanisms; judgements and workshops stay behind"],
] as const;

/** Where a new case begins, and what it is about. */
export function NewCase({ files, onClose }: { readonly files: Files; readonly onClose: () => void }) {
  const app = useApp();
  const theCase = useCase();
  const [start, setStart] = useState<(typeof STARTS)[number][0]>("blank");
  const [words, setWords] = useState({ title: "", one: "", other: "", event: "" });
  const partners = [words.one.trim(), words.other.trim()].filter((name) => name !== "");
  const set = (key: keyof typeof words) => (event: { readonly target: { readonly value: string } }) =>
    setWords({ ...words, [key]: event.target.value });
  const begin = () => {
    const title = words.title.trim() || partners.join(" and ");
    const said = {
      ...(title && { title }),
      ...(words.event.trim() && { event: words.event.trim() }),
      ...(partners.length > 0 && { partners }),
    };
    const made =
      start === "blank"
        ? blankCase(said)
        : start === "template"
          ? templateCase(said)
          : { ...copyCase(theCase, title || undefined), ...said };
    onClose();
    void files.newCase(made).then((shown) => {
      if (shown) app.look.setState({ screen: "author", author: start === "copy" ? "question" : "text" });
    });
  };
  return (
    <Window
      title="New case"
      onClose={onClose}
      foot={
        <>
          <Button className={buttons.button ?? ""} onPress={onClose}>
            Cancel
          </Button>
          <Button className={`${buttons.button} ${buttons.primary}`} onPress={begin}>
            Make the case
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <RadioGroup
          aria-label="Start from"
          className={styles.starts ?? ""}
          value={start}
          onChange={(value) => {
            const chosen = STARTS.find(([id]) => id === value);
            if (chosen) setStart(chosen[0]);
          }}
        >
          {STARTS.filter(([id]) => id !== "copy" || !isPlaceholder(theCase)).map(([id, name, help]) => (
            <Radio key={id} value={id} className={styles.start ?? ""}>
              <i aria-hidden="true" />
              <b>{name}</b>
              <span>{help}</span>
            </Radio>
          ))}
        </RadioGroup>
        <div className={styles.pair}>
          <label>
            One partner
            <input value={words.one} onChange={set("one")} />
          </label>
          <label>
            The other
            <input value={words.other} onChange={set("other")} />
          </label>
        </div>
        <label>
          Name of the case
          <input
            value={words.title}
            placeholder={start === "copy" ? `Copy of ${theCase.title}` : partners.join(" and ") || "New case"}
            onChange={set("title")}
          />
        </label>
        <label>
          The event, as it ends “It is likely that …”
          <input
            value={words.event}
            placeholder={start === "copy" ? theCase.event : "the partnership ends"}
            onChange={set("event")}
          />
        </label>
        <p>All of it can be changed later.</p>
        <button type="submit" hidden />
      </form>
    </Window>
  );
}
