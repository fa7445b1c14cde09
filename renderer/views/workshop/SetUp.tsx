import { useState } from "react";
import { Button, Checkbox, CheckboxGroup } from "react-aria-components";
import { markingLine } from "../../../app/model/case/marking.ts";
import { goOn } from "../../../app/model/session/commands.ts";
import { planOf } from "../../../app/model/session/plan.ts";
import { type Choices, firstChoices, setupOf, setupProblem } from "../../../app/model/session/setup.ts";
import { stateOf } from "../../../app/model/session/state.ts";
import { ANONYMITY, METHODS, MOST, type WeightMethod } from "../../../app/model/session/types.ts";
import { useApp, useCase, useDocument } from "../../state/context.ts";
import { freshId } from "../../state/workshop.ts";
import button from "../../ui/button.module.css";
import { PickList } from "../../ui/PickList.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { HeldBefore } from "./HeldBefore.tsx";
import { WarmupEditor } from "./WarmupEditor.tsx";
import setUpStyles from "./SetUp.module.css";
import styles from "./Workshop.module.css";
import bar from "./StepBar.module.css";

export const METHOD_WORDS: Readonly<Record<WeightMethod, readonly [label: string, text: string]>> = {
  swing: [
    "Order, then distance",
    "First in order, then how far each goes against the first. About 2 minutes.",
  ],
  rank: ["Order only", "First to last, no distances. Fast, for large rooms. About 45 seconds."],
  points: [
    "100 points",
    "A hundred points shared out among the factors. Familiar; people tend to even them out. About 3 minutes.",
  ],
  slider: [
    "Importance 0–10",
    "Each by itself, 0 to 10. Quick, but everything tends to get 7 or 8. About 1 minute.",
  ],
  bestWorst: [
    "Best and worst",
    "The strongest and the weakest against all others. For experts. About 3 minutes.",
  ],
  pairs: [
    "In pairs",
    "Every two factors once, with a check for contradictions; at most six factors. About 6 minutes.",
  ],
};

const ANONYMITY_WORDS = {
  anonymous: "Never shown",
  pseudonymous: "Nicknames",
  named: "Shown",
} as const;

/** What a workshop is about and how it is held, before it begins; and those held before. */
export function SetUp() {
  const app = useApp();
  const theCase = useCase();
  const scenario = useDocument((state) => state.scenario);
  const [choices, setChoices] = useState<Choices>(() => firstChoices(theCase, app.inputs()));
  const change = (part: Partial<Choices>) => setChoices((before) => ({ ...before, ...part }));
  const problem = setupProblem(choices);
  const plan = planOf(choices);
  const begin = async (dryRun: boolean): Promise<void> => {
    const version = await app.host.call("app:info").then(
      (info) => info.version,
      () => "unknown",
    );
    const seed = crypto.getRandomValues(new Uint16Array(1))[0] ?? 1;
    const name = theCase.scenarios.find(({ id }) => id === scenario)?.name ?? "";
    const start = { scenario: name, inputs: app.inputs() };
    const setup = setupOf(theCase, { ...choices, dryRun }, start, version, seed);
    app.workshop.begin(freshId(), setup);
    const begun = app.workshop.getState().session;
    if (begun) app.workshop.happen(goOn(setup, stateOf(begun)));
  };
  return (
    <>
      <section className={bar.bar} aria-label="Steps of the workshop">
        <div className={bar.head}>
          <h1>Workshop, {choices.minutes} minutes</h1>
          <p data-spare>A room that weighs together; nothing leaves this computer</p>
        </div>
        <ol className={bar.steps}>
          {plan.map(({ id, label, minutes }) => (
            <li key={id} style={{ flexGrow: minutes + 3 }} data-state="ahead">
              <i />
              <span>{label}</span>
              <small>{minutes} min</small>
            </li>
          ))}
        </ol>
      </section>
      <main
        className={`${styles.screen ?? ""} ${styles.setup ?? ""}`}
        data-screen="workshop"
        data-region="workshop"
        aria-label="Workshop"
      >
        <div className={`${styles.page ?? ""} ${styles.card ?? ""}`}>
          <label className={styles.field}>
            <span>The question, as the room will read it</span>
            <textarea
              rows={2}
              maxLength={600}
              value={choices.question}
              onChange={(e) => change({ question: e.target.value })}
            />
          </label>
          <CheckboxGroup
            className={setUpStyles.factors ?? ""}
            aria-label="Factors to weigh"
            value={[...choices.factors]}
            onChange={(factors) => change({ factors })}
          >
            <h2>
              Factors to weigh{" "}
              <small>{`${choices.factors.length} of at most ${MOST.factors}; chosen at first: what the case puts first, then what moves its answer most`}</small>
            </h2>
            <div>
              {theCase.factors.map(({ id, label, short, anchors }) => (
                <Checkbox
                  key={id}
                  value={id}
                  isDisabled={!choices.factors.includes(id) && choices.factors.length >= MOST.factors}
                >
                  <i aria-hidden />
                  <span>
                    {short || label}
                    {anchors.length > 1 && (
                      <small>
                        {anchors[0]} → {anchors.at(-1)}
                      </small>
                    )}
                  </span>
                </Checkbox>
              ))}
            </div>
          </CheckboxGroup>
          <WarmupEditor warmups={choices.warmups} onChange={(warmups) => change({ warmups })} />
        </div>
        <div className={styles.column}>
          <section className={styles.card} aria-label="How it is held">
            <h2>How it is held</h2>
            <div className={styles.option}>
              <span>Time</span>
              <Switch
                label="Time"
                items={[
                  ["60", "60 min"],
                  ["90", "90 min"],
                ]}
                chosen={String(choices.minutes) as "60" | "90"}
                onChoose={(id) => change({ minutes: id === "90" ? 90 : 60 })}
              />
            </div>
            <div className={styles.option}>
              <span>Rounds</span>
              <Switch
                label="Rounds"
                items={[
                  ["1", "1"],
                  ["2", "2"],
                  ["3", "up to 3"],
                ]}
                chosen={String(choices.rounds) as "1" | "2" | "3"}
                onChoose={(id) => change({ rounds: Number(id) as 1 | 2 | 3 })}
              />
            </div>
            <div className={styles.option}>
              <span>Names</span>
              <Switch
                label="Names"
                items={ANONYMITY.map((id) => [id, ANONYMITY_WORDS[id]] as const)}
                chosen={choices.anonymity}
                onChoose={(anonymity) => change({ anonymity })}
              />
            </div>
            <div className={styles.option}>
              <span>Asked by</span>
              <PickList
                look="field"
                label="How weights are asked"
                items={METHODS.map((id) => ({ id, label: METHOD_WORDS[id][0], text: METHOD_WORDS[id][1] }))}
                chosen={choices.method}
                onChoose={(id) => change({ method: id as WeightMethod })}
              />
            </div>
            <p className={styles.small}>{METHOD_WORDS[choices.method][1]}</p>
            <div className={styles.option}>
              <span>Marking</span>
              <Button
                className={`${button.button ?? ""} ${styles.wraps ?? ""}`}
                onPress={() => app.look.setState({ dialog: { kind: "marking" } })}
              >
                {markingLine(theCase.marking) ?? "None"}
              </Button>
            </div>
            <p className={styles.small}>
              Settings, evidence and view are taken from “
              {theCase.scenarios.find(({ id }) => id === scenario)?.name}” as it is now. Nobody sees a number
              before a round is closed, the facilitator included.
            </p>
          </section>
          <section className={styles.card} aria-label="Begin">
            {problem && (
              <p className={setUpStyles.problem} role="status">
                {problem}
              </p>
            )}
            <div className={styles.buttons}>
              <Button
                className={`${button.button ?? ""} ${button.primary ?? ""}`}
                isDisabled={problem !== null}
                onPress={() => void begin(false)}
              >
                Begin the workshop
              </Button>
              <Button
                className={button.button ?? ""}
                isDisabled={problem !== null}
                onPress={() => void begin(true)}
              >
                Dry run
              </Button>
            </div>
            <p className={styles.small}>
              A dry run goes through every step with twelve simulated people, so that nothing surprises you in
              front of a room.
            </p>
          </section>
          <HeldBefore sessions={theCase.sessions ?? []} />
        </div>
      </main>
    </>
  );
}
