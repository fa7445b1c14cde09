import { useStore } from "zustand";
import { useApp } from "../../state/context.ts";
import { Console } from "./Console.tsx";
import { Stage, useSlideKeys } from "./Stage.tsx";
import { useAct } from "./useAct.ts";
import { useScene } from "./useScene.ts";

/** The slides in this window: with one screen the presenter's controls lie over them. */
export function Present() {
  const app = useApp();
  const state = useStore(app.present);
  const scene = useScene();
  const act = useAct();
  useSlideKeys(scene, state, act);
  return (
    <>
      <Stage scene={scene} state={state} act={act} />
      {state.console && <Console scene={scene} state={state} act={act} over />}
    </>
  );
}
