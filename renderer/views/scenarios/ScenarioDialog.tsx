import { useState } from "react";
import { Button, Radio, RadioGroup } from "react-aria-components";
import { baseOf, changes, shapeOf } from "../../../app/model/case/edits.ts";
import { SHAPES } from "../../../app/model/case/types.ts";
import { asBase } from "./changesText.ts";
import { ShapeMark } from "../../charts/ShapeMark.tsx";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Window } from "../../ui/Window.tsx";
import dialogs from "../shell/Dialogs.module.css";
import styles from "./Scenarios.module.css";

/** One scenario in words: its name, mark and story, and how it differs from what it began from. */
export function ScenarioDialog({
  scenario,
  onClose,
}: {
  readonly scenario: string;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const theCase = useCase();
  const one = theCase.scenarios.find(({ id }) => id === scenario);
  const [name, setName] = useState(one?.name ?? "");
  const [story, setStory] = useState(one?.story ?? "");
  const [source, setSource] = useState(one?.source ?? "");
  const [question, setQuestion] = useState(one?.question ?? "");
  if (!one) return null;
  const base = baseOf(theCase, scenario);
  const list = changes(theCase, scenario);
  const shape = shapeOf(theCase, scenario);
  const keep = (): void => {
    app.edit({ edit: "renameScenario", scenario, name });
    app.edit({ edit: "setStory", scenario, story });
    app.edit({ edit: "setScenarioWords", scenario, to: { source } });
    app.edit({ edit: "setScenarioWords", scenario, to: { question } });
  };
  const close = (): void => {
    keep();
    onClose();
  };
  return (
    <Window
      title={`Scenario: ${one.name}`}
      onClose={close}
      foot={
        <Button className={`${button.button} ${button.primary}`} onPress={close}>
          Done
        </Button>
      }
    >
      <label className={dialogs.field}>
        Name
        <input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} onBlur={keep} />
      </label>
      <label className={`${dialogs.field} ${styles.story}`}>
        Story
        <textarea rows={3} value={story} onChange={({ target }) => setStory(target.value)} onBlur={keep} />
      </label>
      <label className={`${dialogs.field} ${styles.story}`}>
        Where it comes from
        <input
          value={source}
          maxLength={300}
          placeholder="A paragraph of the text, or a thought of one’s own"
          onChange={({ target }) => setSource(target.value)}
          onBlur={keep}
        />
      </label>
      <label className={`${dialogs.field} ${styles.story}`}>
        What it asks its readers
        <input
          value={question}
          maxLength={300}
          onChange={({ target }) => setQuestion(target.value)}
          onBlur={keep}
        />
      </label>
      <RadioGroup
        aria-label="Mark"
        orientation="horizontal"
        className={styles.shapes ?? ""}
        value={shape}
        onChange={(value) => {
          const next = SHAPES.find((other) => other === value);
          if (next) app.edit({ edit: "setShape", scenario, shape: next });
        }}
      >
        <span aria-hidden="true">Mark</span>
        {SHAPES.map((other) => (
          <Radio key={other} value={other} aria-label={other} className={styles.shape ?? ""}>
            <ShapeMark shape={other} size={14} />
          </Radio>
        ))}
      </RadioGroup>
      <h3 className={styles.head}>
        {list.length === 0 ? asBase(theCase, base) : `Changes from ${base.called}`}
      </h3>
      {list.length > 0 && (
        <ul className={styles.changes}>
          {list.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Window>
  );
}
