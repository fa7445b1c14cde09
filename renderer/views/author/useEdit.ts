import { useCallback } from "react";
import { type AuthorEdit, tryAuthorEdit } from "../../../app/model/author/edits.ts";
import type { Held } from "../../../app/model/author/held.ts";
import { useApp } from "../../state/context.ts";
import { presentCase } from "../../state/document.ts";

/** Why an edit could not be made. */
export type Refused = Extract<Held, { readonly ok: false }>;

/** Edits the open case; an edit that it cannot hold leaves it as it is and says why in one sentence. */
export function useEdit(): (edit: AuthorEdit, gesture?: string | null) => boolean {
  const app = useApp();
  const attempt = useAttempt();
  return useCallback(
    (edit, gesture = null) => {
      const refused = attempt(edit, gesture);
      if (refused) app.notify(refused.sentence, "error");
      return refused === null;
    },
    [app, attempt],
  );
}

/** The same, for whoever says by themselves why it could not be made; null where it was. */
export function useAttempt(): (edit: AuthorEdit, gesture?: string | null) => Refused | null {
  const app = useApp();
  return useCallback(
    (edit, gesture = null) => {
      const before = presentCase(app.document.getState());
      app.edit(edit, gesture);
      if (presentCase(app.document.getState()) !== before) return null;
      const tried = tryAuthorEdit(before, edit);
      return tried.ok ? null : tried;
    },
    [app],
  );
}
