import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function at every drawing, which does what the newest one does: for parts that are drawn anew only when what they are given changes. */
export function useSteady<A extends unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...given: A) => newest.current(...given), []);
}
