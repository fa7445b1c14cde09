import { levelAt } from "../../../app/model/case/edits.ts";
import { weightOf } from "../../../app/model/case/settings.ts";
import { LEVELS } from "../../../app/model/case/types.ts";
import { EstimateText } from "../shell/EstimateText.tsx";
import { Dots, Hidden, Waiting } from "./AnswerSlide.tsx";
import type { Scene, SlideAct } from "./scene.ts";
import { shownLabel, shownPercent } from "./shown.ts";
import styles from "./Slides.module.css";
import { sentenceOf, shownAnswer, whenText } from "./words.ts";

interface Props {
  readonly scene: Scene;
  /** The chances when the slides came up, by horizon. */
  readonly before: Readonly<Record<string, number>> | null;
  readonly shown: number | null;
  readonly numbers: boolean;
  readonly act: (act: SlideAct) => void;
}

/** The answer; what can be moved; what would be enough. */
export const CHANGE_THINGS = 3;

const round = (n: number): number => Math.round(n * 10) / 10;

/** States and weights that the presenter moves while the room watches the answer. */
export function Change({ scene, before, shown, numbers, act }: Props) {
  const { case: theCase, inputs, horizon, movable, tips } = scene;
  // What is moved here is the model, whatever the room has said.
  const model = { ...scene, room: null };
  const answer = shownAnswer(model);
  if (!answer) return <Waiting scene={scene} />;
  const out = (thing: number) => (shown !== null && shown < thing) || undefined;
  const sentence = sentenceOf(answer.percent, theCase.event);
  const start = before?.[horizon];
  const was = start === undefined ? null : shownPercent(start, answer.unit);
  const moved = was !== null && was !== answer.percent;
  return (
    <div className={styles.change}>
      {numbers ? (
        <section className={styles.live} aria-live="off">
          <p className={styles.number} data-testid="slide-live">
            {shownLabel(answer.percent).replace("%", "")}
            <small>%</small>
          </p>
          <div>
            <p className={styles.eye}>
              {whenText(scene)}
              {scene.room?.answer && " · the model as set, not the room’s weights"}
              {moved && <> · was {shownLabel(was)}</>}
            </p>
            <h1>
              <EstimateText {...sentence} />
            </h1>
          </div>
          <Dots answer={answer} stale={scene.rangeStale} ghost={moved ? (start ?? null) : null} />
        </section>
      ) : (
        <Hidden scene={scene} />
      )}
      {scene.refused && (
        <p className={styles.refused} role="alert">
          {scene.refused} The number is from before the last change.
        </p>
      )}
      <section className={styles.sliders} data-hidden={out(2)} aria-label="What can be moved">
        <p className={styles.heads} aria-hidden>
          <span />
          <span>What is happening</span>
          <span>How much it matters</span>
        </p>
        <ul>
          {theCase.factors
            .filter(({ id }) => movable.includes(id))
            .map(({ id, short }) => {
              const level = levelAt(theCase, inputs, id, horizon);
              const at = LEVELS.indexOf(level);
              const word = theCase.levels[at]?.label ?? level;
              const weight = round(weightOf(theCase, inputs, id));
              return (
                <li key={id}>
                  <b>{short}</b>
                  <input
                    type="range"
                    aria-label={`State of ${short}`}
                    aria-valuetext={word}
                    min={0}
                    max={LEVELS.length - 1}
                    step={1}
                    value={at}
                    style={{ "--share": at / (LEVELS.length - 1) } as React.CSSProperties}
                    onChange={({ target }) => {
                      const next = LEVELS[Number(target.value)];
                      if (next) act({ do: "level", factor: id, level: next });
                    }}
                  />
                  <span>{word}</span>
                  <input
                    type="range"
                    aria-label={`Weight of ${short}`}
                    aria-valuetext={`${weight} of 10`}
                    min={0}
                    max={10}
                    step={0.5}
                    value={weight}
                    style={{ "--share": weight / 10 } as React.CSSProperties}
                    onChange={({ target }) => act({ do: "weight", factor: id, weight: Number(target.value) })}
                    onPointerUp={() => act({ do: "rest" })}
                    onBlur={() => act({ do: "rest" })}
                  />
                  <span>{weight}</span>
                </li>
              );
            })}
        </ul>
      </section>
      <div className={styles.enough}>
        <div data-hidden={out(3)}>
          {numbers && tips && (
            <>
              <h2>{tips.title}</h2>
              <ul>
                {tips.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </div>
        <button type="button" onClick={() => act({ do: "asBefore" })} disabled={!moved}>
          As before
        </button>
      </div>
    </div>
  );
}
