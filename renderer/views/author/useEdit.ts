import { useCallback } from "react";
import { type AuthorEdit, tryAuthorEdit } from "../../../app/model/author/edits.ts";
import { useApp } from "../../state/context.ts";
import { presentCase } from "../../state/document.ts";

/** Edits the open case; an edit that it cannot hold leaves it as it is and says why in one sentence. */
export function useEdit(): (edit: AuthorEdit, gesture?: string | null) => boolean {
  const app = useApp();
  return useCallback(
    (edit, gesture = null) => {
      const before = presentCase(app.document.getState());
      app.edit(edit, gesture);
      if (presentCase(app.document.getState()) !== before) return true;
      const tried = tryAuthorEdit(before, edit);
      if (!tried.ok) app.notify(tried.sentence, "error");
      return tried.ok;
    },
    [app],
  );
}
