import { useCallback, useMemo } from "react";
import { useStore } from "zustand";
import { stateOf } from "../../../app/model/session/state.ts";
import type { Happened, Session } from "../../../app/model/session/types.ts";
import { useApp, useLook, useWorkshop } from "../../state/context.ts";
import { useSimulated } from "../workshop/useSimulated.ts";
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
  const session = useWorkshop((workshop) => workshop.session);
  const record = useWorkshop((workshop) => workshop.record);
  return (
    <>
      <Stage scene={scene} state={state} act={act} />
      {session?.setup.dryRun && <SimulatedRoom key={session.id} session={session} record={record} />}
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

/** Simulated people go on while the slides stand where the facilitator's page was. */
function SimulatedRoom({ session, record }: { readonly session: Session; readonly record: boolean }) {
  const app = useApp();
  const state = useMemo(() => stateOf(session), [session]);
  const happen = useCallback((all: readonly Happened[]) => app.workshop.happen(all), [app]);
  useSimulated({ setup: session.setup, state, record, happen });
  return null;
}
