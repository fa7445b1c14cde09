import { useState } from "react";
import { Button } from "react-aria-components";
import { copyName, freshScenarioId } from "../../../app/model/case/edits.ts";
import { confidenceOf } from "../../../app/model/session/conclusion.ts";
import { markingLine } from "../../../app/model/case/marking.ts";
import { shortDate } from "../../../app/model/words/dates.ts";
import { useApp, useCase } from "../../state/context.ts";
import button from "../../ui/button.module.css";
import { Switch } from "../../ui/Switch.tsx";
import { useWork } from "./context.ts";
import { roomScenario } from "./scenario.ts";
import { Remarks } from "./Remarks.tsx";
import { ToSay } from "./Parts.tsx";
import { ReportButtons } from "./ReportButtons.tsx";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";

const LEVELS = ["low", "moderate", "high"] as const;

/** Who does not stand behind it and why, how sure the room is, and what to take away. */
export function ClosePage() {
  const app = useApp();
  const theCase = useCase();
  const { setup, view, rounds, record, happen } = useWork();
  const said = view.concluded;
  const [minority, setMinority] = useState(said?.minority ?? "");
  const [reasons, setReasons] = useState(said?.reasons ?? "");
  const confidence = confidenceOf(theCase, view) ?? "moderate";
  const over = view.closed;
  const conclude = (level = confidence) => {
    const now = { confidence: level, reasons, minority };
    const same =
      said && (["confidence", "reasons", "minority"] as const).every((part) => said[part] === now[part]);
    // What is written here stands on the room's slide, and is not lost when one looks at something else first.
    if (!over && !same) happen([{ type: "concluded", ...now }]);
  };
  const answer = rounds.at(-1)?.answer;
  const saveWeights = () => {
    if (!answer) return;
    const wanted = `Room, ${shortDate(view.people[0]?.joinedAt ?? "")}`;
    const name = theCase.scenarios.some((one) => one.name === wanted) ? copyName(theCase, wanted) : wanted;
    app.edit(roomScenario(theCase, setup, answer, freshScenarioId(theCase, name), name));
    app.notify(`The group model’s weights are saved as the scenario “${name}”.`);
  };
  return (
    <div className={styles.two}>
      <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label="Close">
        <p className={styles.question}>What we take away, and who does not</p>
        <label className={styles.field}>
          <span>
            Minority report: who sees it otherwise, and why. In their words, without names unless they want
            one.
          </span>
          <textarea
            rows={4}
            maxLength={5000}
            readOnly={over}
            value={minority}
            onChange={(e) => setMinority(e.target.value)}
            onBlur={() => conclude()}
          />
        </label>
        <Remarks kind="dissent" title="Sent in as dissent" />
        <div className={styles.option}>
          <span>Confidence in the reasoning</span>
          {over ? (
            <b>{said?.confidence}</b>
          ) : (
            <Switch
              label="Confidence in the reasoning"
              items={LEVELS.map((id) => [id, id] as const)}
              chosen={confidence as (typeof LEVELS)[number]}
              onChoose={conclude}
            />
          )}
        </div>
        <label className={styles.field}>
          <span>Because</span>
          <textarea
            rows={3}
            maxLength={5000}
            readOnly={over}
            value={reasons}
            onChange={(e) => setReasons(e.target.value)}
            onBlur={() => conclude()}
          />
        </label>
        <p className={styles.small}>
          How likely it is and how sure the room is of its reasoning are two things, and stand in two
          sentences. Marking: {markingLine(setup.marking) ?? "none"}.
        </p>
        {!over && (
          <footer className={styles.foot}>
            <p>
              Closing ends the log. What happened stays in the case, with everybody’s answers and without
              anybody’s device.
            </p>
            <Button
              className={`${button.button ?? ""} ${button.primary ?? ""}`}
              onPress={() => {
                happen([{ type: "concluded", confidence, reasons, minority }, { type: "closed" }]);
                app.notify("The workshop is closed and kept in the case. Save the case to keep it on disk.");
              }}
            >
              Close and keep
            </Button>
          </footer>
        )}
      </section>
      <div className={styles.column}>
        {over ? (
          <section className={styles.card} aria-label="Take it along">
            <h2>Take it along</h2>
            <p className={styles.small}>
              {view.people.length} people, {rounds.length} {rounds.length === 1 ? "round" : "rounds"}, every
              step in a log that shows when it was changed.
            </p>
            <div className={styles.stack}>
              <Button className={button.button ?? ""} isDisabled={!answer} onPress={saveWeights}>
                Save the room’s weights as a scenario
              </Button>
              <ReportButtons />
            </div>
          </section>
        ) : (
          <ToSay step="close" />
        )}
        <Projector />
        {record && (
          <Button className={button.button ?? ""} onPress={() => app.workshop.leave()}>
            Back to the set-up
          </Button>
        )}
      </div>
    </div>
  );
}
