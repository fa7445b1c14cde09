import { useEffect, useState } from "react";
import type { Answered } from "./answers.ts";
import { useAnswers } from "./context.ts";

/** How long the answer before stays on screen after the hand rests. */
const GHOST = 4000;

/** The answer before the last edit, for a few seconds after it; null otherwise, and where it was seen from another side. */
export function useGhost(): Answered | null {
  const { now, before } = useAnswers((state) => state);
  const [faded, setFaded] = useState<unknown>(null);
  useEffect(() => {
    const timer = setTimeout(() => setFaded(now), GHOST);
    return () => clearTimeout(timer);
  }, [now]);
  // Seen from another side the old number is no predecessor.
  return now && before && faded !== now && before.inputs.view === now.inputs.view ? before : null;
}
