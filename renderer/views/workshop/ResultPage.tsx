import { Button } from "react-aria-components";
import { useState } from "react";
import { spanText } from "../../../app/model/session/report-room.ts";
import { moversText } from "../../../app/model/session/agreement.ts";
import { goOn } from "../../../app/model/session/commands.ts";
import { agreement, FEWEST_DOTS, mayListPeople, moversOf, moves } from "../../../app/model/session/round.ts";
import { percentLabel } from "../../../app/model/words/numbers.ts";
import { estimateSentence } from "../../../app/model/words/sentence.ts";
import { useCase } from "../../state/context.ts";
import { ChartFrame } from "../../charts/ChartFrame.tsx";
import { Slopegraph } from "../../charts/Slopegraph.tsx";
import button from "../../ui/button.module.css";
import { Switch } from "../../ui/Switch.tsx";
import { Agreement } from "./Agreement.tsx";
import { BeforeModel } from "./BeforeModel.tsx";
import { useWork } from "./context.ts";
import { GroupModel } from "./GroupModel.tsx";
import { OtherPools } from "./OtherPools.tsx";
import { Timer, ToSay, Waiting } from "./Parts.tsx";
import { useLabels } from "./Reveals.tsx";
import resultStyles from "./Result.module.css";
import { Projector } from "../present/Projector.tsx";
import styles from "./Workshop.module.css";

/** px of the sentence above the lines. */
const LINE = 24;

/** What the room's weights say: pooled, with its band, and how the rounds moved. */
export function ResultPage() {
  const { setup, state, rounds, record, happen } = useWork();
  const theCase = useCase();
  const label = useLabels();
  const [horizon, setHorizon] = useState(setup.chances.at(-1)?.id ?? "");
  const [shown, setShown] = useState<"moves" | "before">("moves");
  const last = rounds.at(-1);
  const first = rounds[0];
  const answer = last?.answer;
  const at = answer?.horizons[horizon];
  if (!last || !answer || !at) return <Waiting />;
  const p = at.pooled.oddsMean;
  const { before, word, range, after } = estimateSentence(p, theCase.event);
  const phrase = theCase.horizons.find(({ id }) => id === horizon)?.phrase ?? "";
  const band = answer.people.length < FEWEST_DOTS ? null : at.pooled.band;
  const moved =
    first && first !== last && first.answer
      ? {
          ...moves({ round: first.round, answer: first.answer }, { round: last.round, answer }, horizon),
          pooled: first.answer.horizons[horizon]?.pooled.oddsMean ?? p,
        }
      : null;
  return (
    <div className={styles.three}>
      <div
        className={styles.column}
        role="group"
        aria-label="Beside the headline"
        // It scrolls, and nothing in it takes focus.
        tabIndex={0}
      >
        <OtherPools worked={last} horizon={horizon} />
        <GroupModel setup={setup} answer={answer} horizon={horizon} />
        <ToSay step="result" />
      </div>
      <section className={`${styles.page ?? ""} ${styles.card ?? ""}`} aria-label="Result">
        <header className={resultStyles.headline}>
          <b>{percentLabel(p)}</b>
          <div>
            <p>
              {before}
              <strong>{word}</strong> <span>{range}</span>
              {after.replace(/\.$/, "")} {phrase}.
            </p>
            <small>
              {last.round.sent.size} people’s weights, round {last.round.n}, pooled
              {band &&
                `; with others from the same crowd, 8 in 10 times ${percentLabel(band.low) === percentLabel(band.high) ? "" : "from "}${spanText(band.low, band.high)}`}
            </small>
          </div>
          <Timer />
        </header>
        <div className={resultStyles.choices}>
          <Switch
            label="By when"
            items={setup.chances.map(({ id }) => [id, label(id)] as const)}
            chosen={horizon}
            onChoose={setHorizon}
          />
          <Switch
            label="What is shown"
            items={[
              ["moves", "Moves"],
              ["before", "Before any model"],
            ]}
            chosen={shown}
            onChoose={setShown}
          />
        </div>
        {shown === "before" ? (
          <BeforeModel worked={last} horizon={horizon} />
        ) : moved && moved.moves.length > 0 && first ? (
          <div className={resultStyles.slope}>
            <ChartFrame
              id="slopegraph"
              title="How people moved"
              fill
              summary={`${moversText(moversOf(moved.moves))}.`}
              table={{
                caption: "Chance by own weights, by round; without names",
                columns: ["", `Round ${first.round.n}`, `Round ${last.round.n}`],
                rows: [
                  ["Pooled", percentLabel(moved.pooled), percentLabel(p)],
                  ...(!mayListPeople(setup, moved.moves.length)
                    ? []
                    : moved.moves.map(({ from, to }, i) => [
                        `Line ${i + 1}`,
                        percentLabel(from),
                        percentLabel(to),
                      ])),
                ],
              }}
            >
              {({ width, height }) => (
                <>
                  <p className={styles.small}>{moversText(moversOf(moved.moves))}.</p>
                  <Slopegraph
                    lines={moved.moves.length < FEWEST_DOTS ? [] : moved.moves}
                    pool={{ from: moved.pooled, to: p }}
                    heads={[`Round ${first.round.n}`, `Round ${last.round.n}`]}
                    width={width}
                    height={Math.max(150, height - LINE)}
                    label="Where everybody stood in both rounds; the pooled chance is set off"
                  />
                </>
              )}
            </ChartFrame>
          </div>
        ) : (
          <p className={styles.lead}>There was one round: nothing moved.</p>
        )}
        {!record && (
          <footer className={styles.foot}>
            <Button
              className={`${button.button ?? ""} ${button.primary ?? ""}`}
              onPress={() => happen(goOn(setup, state))}
            >
              Challenge it
            </Button>
          </footer>
        )}
      </section>
      <div className={styles.column}>
        <Projector />
        <Agreement
          setup={setup}
          at={at}
          order={agreement(setup, last.round)}
          stability={moved?.stability ?? null}
        />
      </div>
    </div>
  );
}
