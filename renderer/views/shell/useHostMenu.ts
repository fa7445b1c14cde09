import { useEffect } from "react";
import { useApp, useDocument } from "../../state/context.ts";
import { isEdited } from "../../state/document.ts";
import type { Files } from "../../state/files.ts";
import { actionsOf } from "../../state/actions.ts";
import { useActions } from "./useActions.ts";

/** Milliseconds without a change before the host's menu is written anew: a drag renames its undo at every move. */
const QUIET = 100;

/** Keeps the host's title and menu true, and does what it asks for. */
export function useHostMenu(files: Files): void {
  const app = useApp();
  const actions = useActions(files);
  const edited = useDocument(isEdited);
  const name = useDocument((state) => state.name);
  const folder = useDocument((state) => state.file?.folder ?? "");

  useEffect(() => {
    void app.host.call("window:document", { name, folder, edited }).catch(() => undefined);
  }, [app, name, folder, edited]);
  useEffect(() => {
    const items = Object.fromEntries(
      actions.map(({ id, enabled, label }) => [id, { enabled, label: label.slice(0, 200) }]),
    );
    const timer = setTimeout(() => void app.host.call("window:menu", items).catch(() => undefined), QUIET);
    return () => clearTimeout(timer);
  }, [app, actions]);
  useEffect(() => {
    const stops = [
      app.host.on("menu:run", (id) => {
        const action = actionsOf(app, files).find((one) => one.id === id);
        if (action?.enabled && !app.look.getState().dialog) action.run();
      }),
      app.host.on("file:opened", ({ handle }) => void files.openNamed(handle)),
      app.host.on("window:save-and-close", () => void files.saveAndClose()),
    ];
    return () => stops.forEach((stop) => stop());
  }, [app, files]);
}
