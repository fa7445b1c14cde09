import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { OFF, type Presentation, slideAt, SLIDES } from "../../state/presentation.ts";
import { useApp, useLook } from "../../state/context.ts";
import { useSize } from "../../charts/useSize.ts";
import button from "../../ui/button.module.css";
import { CHANGE_FACES, faceOf, facesOf, MATTERS_FACES } from "./faces.ts";
import { openSlides } from "./link.ts";
import styles from "./Projector.module.css";
import type { Scene } from "./scene.ts";
import { Picture } from "./Stage.tsx";
import { useScene } from "./useScene.ts";

const nothing = () => undefined;

/** What the room sees in front, small: the stage itself, or what it would show where no slides are up. */
export function Projector() {
  const app = useApp();
  const present = useStore(app.present);
  const theme = useLook((look) => look.theme);
  const scene = useScene();
  const off = present.where === "off";
  const state: Presentation = off
    ? { ...OFF, ...standby(scene), part: present.part, theme: theme === "system" ? "light" : theme }
    : present;
  const { ref, size } = useSize<HTMLDivElement>();
  const says = `${nameOf(scene, state)}${state.black ? ", black screen" : ""}`;
  return (
    <section className={styles.card} aria-label="On the projector">
      <h2>
        On the projector <span>{off ? "nothing yet" : says}</span>
      </h2>
      <div
        ref={ref}
        className={styles.frame}
        data-off={off || undefined}
        role="img"
        aria-label={off ? `Not on the projector yet; next: ${says}` : says}
      >
        <div style={{ transform: `scale(${size.width / WIDE})` }} inert aria-hidden>
          <Picture scene={scene} state={state} act={nothing} />
        </div>
      </div>
      {off && (
        <p>
          <Button className={button.button ?? ""} onPress={() => app.presentHere()}>
            Show here
          </Button>
          <Button
            className={button.button ?? ""}
            onPress={() => {
              app.presentHere();
              openSlides(app);
            }}
          >
            In a second window
          </Button>
        </p>
      )}
    </section>
  );
}

/** px of the whole stage where a rem has 16: 90 × 56.25 rem. */
const WIDE = 1440;

function standby(scene: Scene): Pick<Presentation, "slide" | "face"> {
  const [slide, face] = slideAt(scene.room?.step ?? "setup", facesOf(scene));
  return { slide, face };
}

function nameOf(scene: Scene, state: Presentation): string {
  const face = faceOf(scene, state);
  switch (SLIDES[state.slide]?.id) {
    case "matters":
      return MATTERS_FACES[face] ?? "";
    case "change":
      return CHANGE_FACES[face] ?? "";
    default:
      return SLIDES[state.slide]?.label ?? "";
  }
}
