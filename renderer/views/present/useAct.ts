import { useCallback, useState } from "react";
import { factorEdit } from "../../../app/model/case/edits.ts";
import { useApp } from "../../state/context.ts";
import { present } from "../../state/presentation.ts";
import type { SlideAct } from "./scene.ts";

/** Does what is asked on a slide: to the slides, or to the open scenario. */
export function useAct(): (act: SlideAct) => void {
  const app = useApp();
  // How much could be undone when the slides came up: the last one is put back to there.
  const [begun] = useState(() => app.document.getState().history.past.length);
  return useCallback(
    (act) => {
      switch (act.do) {
        case "weight":
          return app.change(
            { edit: "setWeight", factor: act.factor, weight: act.weight },
            `present:${act.factor}`,
          );
        case "level":
          app.document.endGesture();
          return app.change(factorEdit({ factor: act.factor, level: act.level }));
        case "rest":
          return app.document.endGesture();
        case "asBefore":
          app.document.endGesture();
          while (app.document.getState().history.past.length > begun) app.document.undo();
          return;
        default:
          app.present.setState((state) => present(state, act, Date.now()));
      }
    },
    [app, begun],
  );
}
