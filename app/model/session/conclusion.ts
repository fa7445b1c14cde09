import type { Case } from "../case/types.ts";
import type { SessionState } from "./state.ts";

/* What a room takes away: said on the page of its last step, on its slide and in its report, from one place. */

/** How sure the room is of its reasoning: what it said; before that, what the case says. Null where neither does. */
export const confidenceOf = (
  { confidence }: Pick<Case, "confidence">,
  { concluded }: Pick<SessionState, "concluded">,
): string | null => (concluded?.confidence ? concluded.confidence : (confidence?.level ?? null));

/** Who sees it otherwise: what was written down for the room, then what came from phones and is not hidden. */
export const minorityOf = ({
  concluded,
  comments,
}: Pick<SessionState, "concluded" | "comments">): readonly string[] =>
  [
    concluded?.minority.trim() ?? "",
    ...comments
      .filter(({ kind, hidden, as }) => kind === "dissent" && !hidden && as === null)
      .map(({ text }) => text),
  ].filter((text) => text !== "");
