import { useStore } from "zustand";
import { useApp, useLook } from "../../state/context.ts";
import { Console } from "./Console.tsx";
import styles from "./Console.module.css";
import { Stage, useSlideKeys } from "./Stage.tsx";
import { useAct } from "./useAct.ts";
import { useFollow } from "./useRoom.ts";
import { useScene } from "./useScene.ts";

/** The slides in this window: with one screen the presenter's controls lie over them. */
export function Present() {
  const app = useApp();
  const state = useStore(app.present);
  const scene = useScene();
  const act = useAct();
  useSlideKeys(scene, state, act);
  useFollow(scene.room);
  const notice = useLook((look) => look.notice);
  return (
    <>
      <Stage scene={scene} state={state} act={act} />
      {/* Plain words wait until the room does not read them. */}
      {notice?.tone === "error" && (
        <p className={styles.problem} role="alert">
          {notice.text}{" "}
          <button type="button" onClick={() => app.look.setState({ notice: null })}>
            Close
          </button>
        </p>
      )}
      {state.console && <Console scene={scene} state={state} act={act} over />}
    </>
  );
}
