import { useStore } from "zustand";
import { useApp } from "../../state/context.ts";
import { FIRST_SLIDE, hasStep, type Presentation, SLIDES } from "../../state/presentation.ts";
import { openSlides } from "./link.ts";
import styles from "./Console.module.css";
import type { Scene, SlideAct } from "./scene.ts";
import { CHANGE_FACES, faceOf, facesOf, MATTERS_FACES } from "./faces.ts";
import { thingsOf } from "./Stage.tsx";
import { TimerText } from "./TimerText.tsx";

interface Props {
  readonly scene: Scene;
  readonly state: Presentation;
  readonly act: (act: SlideAct) => void;
  /** Over the slide itself, on one screen. */
  readonly over?: boolean;
}

/** The presenter's controls: everything the keys do, with the keys beside them. */
export function Console({ scene, state, act, over = false }: Props) {
  const app = useApp();
  const where = useStore(app.present, ({ where: at }) => at);
  const { slide, shown, black, numbers, timer, theme } = state;
  const things = thingsOf(scene, state);
  const faces = facesOf(scene);
  const face = faceOf(scene, state);
  const toggle = (pressed: boolean, label: string, key: string, command: SlideAct) => (
    <button type="button" aria-pressed={pressed} onClick={() => act(command)} aria-keyshortcuts={key}>
      {label} <kbd>{key}</kbd>
    </button>
  );
  return (
    <section
      className={styles.console}
      data-over={over || undefined}
      aria-label="Presenter’s controls"
      data-region="slides"
    >
      <button
        type="button"
        onClick={() => act({ do: "back", faces })}
        disabled={!hasStep(state, faces, -1)}
        aria-label="Slide before"
      >
        ←
      </button>
      <b>
        {slide < FIRST_SLIDE ? "" : `${slide} `}
        {face > 0
          ? { matters: MATTERS_FACES[face], change: CHANGE_FACES[face] }[String(SLIDES[slide]?.id)]
          : SLIDES[slide]?.label}
        {things > 1 && (
          <span>
            {" "}
            {shown ?? things} of {things}
          </span>
        )}
      </b>
      <button
        type="button"
        onClick={() => act({ do: "next", faces })}
        disabled={!hasStep(state, faces, 1)}
        aria-label="Next slide"
      >
        →
      </button>
      {slide < SLIDES.length - 1 && <span className={styles.next}>then {SLIDES[slide + 1]?.label}</span>}
      <i />
      {things > 1 && (
        <button type="button" onClick={() => act({ do: "reveal", of: things })} aria-keyshortcuts="R">
          {shown === null ? "One by one" : "Reveal next"} <kbd>R</kbd>
        </button>
      )}
      {toggle(black, "Black", "B", { do: "black" })}
      {toggle(!numbers, "Hide numbers", "H", { do: "numbers" })}
      <button type="button" onClick={() => act({ do: "timer" })} aria-keyshortcuts="T">
        {timer ? <TimerText timer={timer} /> : "Timer"} <kbd>T</kbd>
      </button>
      {timer && (
        <>
          <button type="button" onClick={() => act({ do: "minutes", by: 1 })}>
            +1 min
          </button>
          <button type="button" onClick={() => act({ do: "endTimer" })} aria-label="Put the timer away">
            ×
          </button>
        </>
      )}
      <button type="button" onClick={() => act({ do: "theme" })} aria-keyshortcuts="C">
        {{ light: "Light", dark: "Dark", contrast: "High contrast" }[theme]} <kbd>C</kbd>
      </button>
      {where === "here" && (
        <button type="button" onClick={() => openSlides(app)}>
          In a second window
        </button>
      )}
      <button type="button" onClick={() => act({ do: "leave" })}>
        End <kbd>{over ? "Esc" : ""}</kbd>
      </button>
    </section>
  );
}
