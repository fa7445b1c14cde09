import { useEffect, useRef } from "react";
import { FIRST_SLIDE, keyCommand, PLAIN_FACES, type Presentation, SLIDES } from "../../state/presentation.ts";
import { ANSWER_THINGS, AnswerSlide } from "./AnswerSlide.tsx";
import { Argument, argumentThings } from "./Argument.tsx";
import { Change, CHANGE_THINGS } from "./Change.tsx";
import { faceOf, facesOf, MATTERS_FACES, CHANGE_FACES } from "./faces.ts";
import { Matters, mattersThings } from "./Matters.tsx";
import { MovedFace } from "./MovedFace.tsx";
import { Question, questionThings } from "./Question.tsx";
import { RoomSlide, roomThings } from "./RoomSlide.tsx";
import type { Scene, SlideAct } from "./scene.ts";
import { SplitsFace } from "./SplitsFace.tsx";
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
export function thingsOf(scene: Scene, state: Presentation): number {
  if (faceOf(scene, state) > 0) return 1;
  switch (SLIDES[state.slide]?.id) {
    case "room":
      return roomThings(scene.room);
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
      const command = keyCommand(event, now ? thingsOf(now, at) : 1, now ? facesOf(now) : PLAIN_FACES);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      run(command);
    };
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}

/** The slides in a window: a rem is a share of it while they are shown. */
export function Stage(props: Props) {
  const { scene, state } = props;
  useScaledRoot(state.console);
  const { slide, black } = state;
  const label = SLIDES[slide]?.label ?? "";
  return (
    <div className={styles.window}>
      <Picture {...props} />
      <p className={aloud.aloud} aria-live="polite">
        {black
          ? "Black screen"
          : slide < FIRST_SLIDE
            ? label
            : `Slide ${slide} of ${SLIDES.length - FIRST_SLIDE}: ${label}`}
        {shownAnswer(scene) && mayShow(scene, state) ? "" : ", numbers kept back"}
      </p>
    </div>
  );
}

/** The picture: the same at any size, since everything on it is measured in rem. */
export function Picture({ scene, state, act }: Props) {
  const { slide, shown, black, theme } = state;
  const numbers = mayShow(scene, state);
  const hatch = theme === "contrast";
  // While a round runs, its own slide is about that round: the numbers of the one before would be taken for its.
  const running = SLIDES[slide]?.id === "room" && scene.room?.page?.show === "round";
  const asked = running ? null : scene.room?.answer;
  const faces = facesOf(scene);
  const face = faceOf(scene, state);
  const common = { scene, shown, numbers };
  const id = SLIDES[slide]?.id;
  const names = id === "matters" ? MATTERS_FACES : id === "change" ? CHANGE_FACES : [];
  const room = numbers ? scene.room : null;
  return (
    <div className={styles.stage} data-theme={theme} data-black={black || undefined} data-stage="">
      <div className={styles.picture} aria-hidden={black || undefined} inert={black || undefined}>
        <header>
          {scene.marking && <p className={styles.marking}>{scene.marking}</p>}
          <nav aria-label="Slides">
            {SLIDES.map(
              ({ id: one, label }, i) =>
                (faces[i] ?? 0) > 0 && (
                  <button
                    key={one}
                    type="button"
                    aria-current={i === slide ? "step" : undefined}
                    onClick={() => act({ do: "go", slide: i })}
                  >
                    {i < FIRST_SLIDE ? label : `${i} ${label}`}
                  </button>
                ),
            )}
          </nav>
          <span className={styles.mark}>
            {state.timer && <TimerText timer={state.timer} />}
            {asked && (
              <span>
                {asked.people} people · Round {asked.round}
              </span>
            )}
          </span>
        </header>
        <main aria-label={SLIDES[slide]?.label} data-slide={id}>
          {(faces[slide] ?? 0) > 1 && (
            <p className={styles.faces} role="group" aria-label="What is shown">
              {names.map((name, i) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={i === face}
                  onClick={() => act({ do: "go", slide, face: i })}
                >
                  {name}
                </button>
              ))}
            </p>
          )}
          {id === "room" && <RoomSlide scene={scene} shown={shown} numbers={state.numbers} />}
          {id === "question" && <Question scene={scene} shown={shown} />}
          {id === "argument" && <Argument scene={scene} shown={shown} />}
          {id === "answer" && <AnswerSlide {...common} hatch={hatch} />}
          {id === "matters" &&
            (face > 0 && room?.splits ? <SplitsFace splits={room.splits} /> : <Matters {...common} />)}
          {id === "change" &&
            (face > 0 && room?.moved ? (
              <MovedFace moved={room.moved} />
            ) : (
              <Change {...common} before={state.before?.breaks ?? null} act={act} />
            ))}
        </main>
        <footer>
          <span>{scene.source}</span>
          {scene.marking && <b className={styles.marking}>{scene.marking}</b>}
          <span>Judgement, not frequency</span>
        </footer>
      </div>
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
