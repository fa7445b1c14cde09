import { useCallback } from "react";
import { factorEdit } from "../../../app/model/case/edits.ts";
import { useApp } from "../../state/context.ts";
import { present } from "../../state/presentation.ts";
import type { SlideAct } from "./scene.ts";

/** Does what is asked on a slide: to the slides, or to the open scenario. */
export function useAct(): (act: SlideAct) => void {
  const app = useApp();
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
        case "asBefore": {
          app.document.endGesture();
          const steps = app.present.getState().before?.steps ?? Infinity;
          while (app.document.getState().history.past.length > steps) app.document.undo();
          return;
        }
        default:
          app.present.setState((state) => present(state, act, Date.now()));
      }
    },
    [app],
  );
}
