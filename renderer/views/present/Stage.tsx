import { useEffect, useRef } from "react";
import { keyCommand, type Presentation, SLIDES } from "../../state/presentation.ts";
import { ANSWER_THINGS, AnswerSlide } from "./AnswerSlide.tsx";
import { Argument, argumentThings } from "./Argument.tsx";
import { Change, CHANGE_THINGS } from "./Change.tsx";
import { Matters, mattersThings } from "./Matters.tsx";
import { Question, questionThings } from "./Question.tsx";
import type { Scene, SlideAct } from "./scene.ts";
import { shownAnswer } from "./words.ts";
import aloud from "../../ui/aloud.module.css";
import styles from "./Stage.module.css";
import { TimerText } from "./TimerText.tsx";

interface Props {
  readonly scene: Scene;
  readonly state: Presentation;
  readonly act: (act: SlideAct) => void;
}

/** How many things a slide shows one at a time. */
export function thingsOf(scene: Scene, slide: number): number {
  switch (SLIDES[slide]?.id) {
    case "question":
      return questionThings(scene);
    case "argument":
      return argumentThings(scene);
    case "answer":
      return ANSWER_THINGS;
    case "matters":
      return mattersThings(scene);
    default:
      return CHANGE_THINGS;
  }
}

/** Numbers wait where a workshop is under way and nothing has been revealed. */
export const mayShow = (scene: Scene, state: Presentation): boolean =>
  state.numbers && (scene.room === null || scene.room.answer !== null);

/** Keys of the whole window while slides are shown in it. Arrows in a slider are the slider's, page keys never. */
export function useSlideKeys(scene: Scene | null, state: Presentation, act: (act: SlideAct) => void): void {
  const latest = useRef({ scene, state, act });
  useEffect(() => {
    latest.current = { scene, state, act };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { scene: now, state: at, act: run } = latest.current;
      const { target, key } = event;
      const inSlider = target instanceof HTMLInputElement && target.type === "range";
      if (inSlider && (key.startsWith("Arrow") || key === "Home" || key === "End")) return;
      const command = keyCommand(event, now ? thingsOf(now, at.slide) : 1);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      run(command);
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}

/** The picture: the same at any size of window, since everything on it is measured in shares of it. */
export function Stage({ scene, state, act }: Props) {
  useScaledRoot(state.console);
  const { slide, shown, black, theme } = state;
  const numbers = mayShow(scene, state);
  const hatch = theme === "contrast";
  const asked = scene.room?.answer;
  const answer = shownAnswer(scene);
  const common = { scene, shown, numbers };
  return (
    <div className={styles.stage} data-theme={theme} data-black={black || undefined} data-stage="">
      <div className={styles.picture} aria-hidden={black || undefined} inert={black || undefined}>
        <header>
          <nav aria-label="Slides">
            {SLIDES.map(({ id, label }, i) => (
              <button
                key={id}
                type="button"
                aria-current={i === slide ? "step" : undefined}
                onClick={() => act({ do: "go", slide: i })}
              >
                {i + 1} {label}
              </button>
            ))}
          </nav>
          <span className={styles.mark}>
            {state.timer && <TimerText timer={state.timer} />}
            {asked && (
              <span>
                {asked.people} people · Round {asked.round}
              </span>
            )}
            {scene.marking && <b>{scene.marking}</b>}
          </span>
        </header>
        <main aria-label={SLIDES[slide]?.label} data-slide={SLIDES[slide]?.id}>
          {SLIDES[slide]?.id === "question" && <Question scene={scene} shown={shown} />}
          {SLIDES[slide]?.id === "argument" && <Argument scene={scene} shown={shown} />}
          {SLIDES[slide]?.id === "answer" && <AnswerSlide {...common} hatch={hatch} />}
          {SLIDES[slide]?.id === "matters" && <Matters {...common} />}
          {SLIDES[slide]?.id === "change" && (
            <Change {...common} before={state.before?.breaks ?? null} act={act} />
          )}
        </main>
        <footer>
          <span>{scene.source}</span>
          <span>Judgement, not frequency</span>
        </footer>
      </div>
      <p className={aloud.aloud} aria-live="polite">
        {black ? "Black screen" : `Slide ${slide + 1} of ${SLIDES.length}: ${SLIDES[slide]?.label ?? ""}`}
        {answer && numbers ? "" : ", numbers kept back"}
      </p>
    </div>
  );
}

/** While slides are shown a rem is a share of the window: 1/90 of its width or 1/56.25 of its height. */
function useScaledRoot(withConsole: boolean): void {
  useEffect(() => {
    document.documentElement.dataset["scaled"] = withConsole ? "console" : "";
    return () => {
      delete document.documentElement.dataset["scaled"];
    };
  }, [withConsole]);
}
