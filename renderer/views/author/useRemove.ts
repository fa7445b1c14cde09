import { useApp } from "../../state/context.ts";
import { useEdit } from "./useEdit.ts";

/** Takes a part out with everything that named it, and says so: undo brings it back, so nothing is asked first. */
export function useRemove() {
  const app = useApp();
  const edit = useEdit();
  return (
    kind: "factor" | "mechanism",
    { id, short }: { readonly id: string; readonly short: string },
  ): void => {
    const gone = edit(
      kind === "factor" ? { edit: "removeFactor", factor: id } : { edit: "removeMechanism", mechanism: id },
    );
    if (gone) app.notify(`Removed ${short} and everything that named it. Undo brings it back.`);
  };
}
