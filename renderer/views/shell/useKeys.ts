import { useEffect } from "react";
import { actionsOf, isTyping, matches, takesLetters } from "../../state/actions.ts";
import { useApp } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";
import { endTour } from "../explore/endTour.ts";

export const IS_MAC = /Mac/.test(navigator.platform);

/** A window over the window: what is begun in it is lost when a shortcut leads elsewhere. */
const WINDOW = "[data-window]";

/** What lies above the page keeps its own keys. */
const ABOVE = '[role="dialog"], [role="menu"], [role="listbox"]';

const isIn = (target: EventTarget | null, what: string): boolean =>
  target instanceof Element && target.closest(what) !== null;

/** Regions that F6 walks through. */
function nextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  for (let i = 1; i <= regions.length; i++) {
    const region = regions[(here + step * i + regions.length * 2) % regions.length];
    const target = region?.querySelector<HTMLElement>('input:enabled, button:enabled, [tabindex="0"]');
    if (target) return target.focus();
  }
}

/** Shortcuts of the whole window. With a native menu the host runs those that stand there too; both lead here. */
export function useKeys(files: Files): void {
  const app = useApp();
  useEffect(() => {
    const actionFor = (event: KeyboardEvent) =>
      actionsOf(app, files).find(({ keys }) => keys.some((one) => matches(one, event, IS_MAC)));
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || app.look.getState().dialog || isIn(event.target, WINDOW)) return;
      // Slides that fill the window have keys of their own.
      if (app.present.getState().where === "here") return;
      if (event.key === "F6") {
        event.preventDefault();
        return nextRegion(event.shiftKey);
      }
      if (matches("Mod+K", event, IS_MAC) || matches("Mod+Shift+P", event, IS_MAC)) {
        event.preventDefault();
        return app.look.setState({ dialog: { kind: "palette" } });
      }
      if (event.key === "Escape" && !isTyping(event.target)) {
        const { selected, fullMap, panel, screen } = app.look.getState();
        if (screen === "explore" && panel === "tour" && !fullMap) endTour(app);
        else if (selected) app.look.setState({ selected: null });
        else if (fullMap) app.look.setState({ fullMap: false });
        return;
      }
      const action = actionFor(event);
      if (!action) return;
      const plain = !event.ctrlKey && !event.metaKey && event.key.length === 1;
      if (plain && (takesLetters(event.target) || !app.look.getState().letters)) return;
      // A text field undoes its own typing.
      if (isTyping(event.target) && (action.id === "undo" || action.id === "redo")) return;
      event.preventDefault();
      if (action.enabled) action.run();
    };
    // A button takes every Enter for itself, also one that is a shortcut: that is seen before it.
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || isIn(event.target, ABOVE) || isTyping(event.target) || !actionFor(event))
        return;
      onKey(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener("keydown", onEnter, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onEnter, true);
      window.removeEventListener("keydown", onKey);
    };
  }, [app, files]);
}
