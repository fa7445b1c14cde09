import { useMemo } from "react";
import { actionsOf, type Action } from "../../state/actions.ts";
import { useApp, useDocument } from "../../state/context.ts";
import type { Files } from "../../state/files.ts";

/** What can be done now; follows the document. */
export function useActions(files: Files): readonly Action[] {
  const app = useApp();
  const history = useDocument((state) => state.history);
  const scenario = useDocument((state) => state.scenario);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the actions read the store; these two tell when
  return useMemo(() => actionsOf(app, files), [app, files, history, scenario]);
}
