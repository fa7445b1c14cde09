import { useEffect, useState } from "react";
import { checkCase, type Finding } from "../../../app/model/author/check.ts";
import type { Case } from "../../../app/model/case/types.ts";
import { useCase } from "../../state/context.ts";

/** Milliseconds of rest after an edit before the case is checked: it takes some dozens of answers. */
const REST = 350;

const known = new WeakMap<Case, readonly Finding[]>();

function findingsOf(theCase: Case): readonly Finding[] {
  const found = known.get(theCase) ?? checkCase(theCase);
  known.set(theCase, found);
  return found;
}

/** What the author should look at; those of the case before while the hand moves, null before there are any. */
export function useFindings(): readonly Finding[] | null {
  const theCase = useCase();
  const [found, setFound] = useState(() => known.get(theCase) ?? null);
  useEffect(() => {
    const timer = setTimeout(() => setFound(findingsOf(theCase)), known.has(theCase) ? 0 : REST);
    return () => clearTimeout(timer);
  }, [theCase]);
  return found;
}
